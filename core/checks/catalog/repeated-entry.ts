import type { Entry, Path } from '../../model';
import { type DocumentCheck, type Found, found } from '../check';

export const repeatedEntry: DocumentCheck<'Api' | 'Environment' | 'Tier' | 'UseCase', 'repeated-entry'> = {
  code: 'repeated-entry',
  severity: 'error',
  per: 'document',
  kinds: ['Api', 'Environment', 'Tier', 'UseCase'],
  summary:
    'A list has two entries for the same subject: two route settings for an operation, two overrides for an API or operation, two client CAs with the same name, or a partner twice in a use case.',
  rationale: 'the entries may contradict each other, and it would be unclear which of them applies',
  fix: 'Merge the two entries.',
  waivable: false,
  examples: {
    avoid: `kind: Tier
name: paid
overrides:
  - { api: sim-swap, limits: { second: 10 } }
  - { api: sim-swap, limits: { minute: 300 } }
`,
    prefer: `kind: Tier
name: paid
overrides:
  - { api: sim-swap, limits: { second: 10, minute: 300 } }
`,
  },
  *find(entry) {
    const { value } = entry;
    switch (value.kind) {
      case 'Api': {
        const operations = value.routes?.map(({ operation }) => `operation '${operation}'`);
        yield* repeated(entry, operations, `the routes of api '${entry.name}'`, (index) => [
          'routes',
          index,
          'operation',
        ]);
        break;
      }
      case 'Environment': {
        const names = value.clientCas?.map(({ name }) => `'${name}'`);
        const list = `the client CAs of environment '${entry.name}'`;
        yield* repeated(entry, names, list, (index) => ['clientCas', index, 'name']);
        break;
      }
      case 'Tier': {
        const subjects = value.overrides?.map(({ api, operation }) =>
          operation === undefined ? `api '${api}'` : `operation '${operation}' of api '${api}'`,
        );
        yield* repeated(entry, subjects, `the overrides of tier '${entry.name}'`, (index) => ['overrides', index]);
        break;
      }
      case 'UseCase': {
        const partners = value.partners?.map(({ partner }) => `partner '${partner}'`);
        const list = `the partners of use case '${entry.name}'`;
        yield* repeated(entry, partners, list, (index) => ['partners', index, 'partner']);
        break;
      }
    }
  },
};

function* repeated(
  entry: Entry<object>,
  subjects: readonly string[] | undefined,
  list: string,
  path: (index: number) => Path,
): Iterable<Found> {
  const earlier = new Set<string>();
  for (const [index, subject] of (subjects ?? []).entries()) {
    if (earlier.has(subject))
      yield found(entry.at(path(index)), `${subject} is listed twice in ${list}`, 'merge the two entries');
    earlier.add(subject);
  }
}
