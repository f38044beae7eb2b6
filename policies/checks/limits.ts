import { isServedIn } from '../../model/access';
import type { ApiEntry, Catalog, Entry } from '../../model/catalog';
import type { Diagnostic } from '../../model/diagnostic';
import type { Environment } from '../../model/kinds';
import { errorLimitations } from '../error-limitations';
import type { Limitation } from '../limitation';
import { mtlsLimitations } from '../mtls-limitations';
import { redisLimitations } from '../redis-limitations';
import { counterLimitations } from '../tier-group-limitations';
import { tokenLimitations } from '../token-limitations';

/** What the gateways of environments cannot do of the policies that are used there, each told once. */
export function* limits(catalog: Catalog): Iterable<Diagnostic> {
  const { token, mtls, errors } = catalog.policies;
  for (const environment of catalog.environments.values()) {
    yield* told(environment, redisLimitations(environment.value));
    yield* told(environment, counterLimitations(environment.value));
    for (const [{ value }] of policiesIn(catalog, environment, (names) => [token.get(names.token)])) {
      yield* told(token.get(value.name), tokenLimitations(value, environment.value));
    }
    for (const [{ value }] of policiesIn(catalog, environment, (names) => [errors.get(names.errors)])) {
      yield* told(errors.get(value.name), errorLimitations(value, environment.value));
    }
    const pairs = policiesIn(catalog, environment, (names) => [mtls.get(names.mtls ?? ''), token.get(names.token)]);
    const seen = new Set<string>();
    for (const [{ value }, other] of pairs) {
      for (const limitation of mtlsLimitations(value, other?.value, environment.value)) {
        if (seen.has(limitation.message)) continue;
        seen.add(limitation.message);
        yield* told(mtls.get(value.name), [limitation]);
      }
    }
  }
}

function* told(entry: Entry<unknown> | undefined, limitations: readonly Limitation[]): Iterable<Diagnostic> {
  for (const { path, ...rest } of limitations) if (entry) yield { ...rest, at: entry.at(path) };
}

/** The policies, or pairs of them, that the APIs of an environment use; each once. The first one has to be there. */
function policiesIn<A, B>(
  catalog: Catalog,
  environment: Entry<Environment>,
  pick: (names: ApiEntry['value']['policies']) => readonly [Entry<A> | undefined, (Entry<B> | undefined)?],
): readonly (readonly [Entry<A>, Entry<B> | undefined])[] {
  const found = new Map<string, readonly [Entry<A>, Entry<B> | undefined]>();
  for (const { value } of catalog.apis.values()) {
    if (!isServedIn(value, environment.value)) continue;
    const [first, second] = pick(value.policies);
    if (first) found.set(`${first.name} ${second?.name}`, [first, second]);
  }
  return [...found.values()];
}
