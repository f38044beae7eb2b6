import type { Entry, Path } from '../../model';
import { type Check, error, type Found } from './check';

/** A list says one thing about one subject. */
export const repeatedEntry: Check = {
  code: 'repeated-entry',
  *find({ catalog }) {
    for (const api of catalog.apis.values()) {
      const routes = api.value.routes?.map(({ operation }) => `operation '${operation}'`) ?? [];
      yield* repeated(api, routes, `routes of api '${api.name}'`, (index) => ['routes', index, 'operation']);
    }
    for (const tier of catalog.tiers.values()) {
      const overrides = tier.value.overrides?.map(({ api, operation }) =>
        operation === undefined ? `api '${api}'` : `operation '${operation}' of api '${api}'`,
      );
      yield* repeated(tier, overrides ?? [], `overrides of tier '${tier.name}'`, (index) => ['overrides', index]);
    }
    for (const environment of catalog.environments.values()) {
      const cas = environment.value.clientCas?.map(({ name }) => `'${name}'`) ?? [];
      const words = `client CAs of environment '${environment.name}'`;
      yield* repeated(environment, cas, words, (index) => ['clientCas', index, 'name']);
    }
  },
};

function* repeated(
  entry: Entry<object>,
  subjects: readonly string[],
  list: string,
  path: (index: number) => Path,
): Iterable<Found> {
  const seen = new Set<string>();
  for (const [index, subject] of subjects.entries()) {
    if (seen.has(subject))
      yield error(entry.at(path(index)), `${subject} stands twice among the ${list}`, 'join the two entries');
    seen.add(subject);
  }
}
