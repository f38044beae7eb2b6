import { redisLimitations } from '../../../policies/counters/limitations';
import { errorLimitations } from '../../../policies/errors/limitations';
import { mtlsLimitations } from '../../../policies/mtls/limitations';
import type { Limitation } from '../../../policies/target/limitation';
import { counterLimitations } from '../../../policies/tier-limits/limitations';
import { tokenLimitations } from '../../../policies/token/limitations';
import { type Api, type Catalog, type Entry, type Environment, type Finding, isServedIn, policyOf } from '../../model';

/** What the gateways of environments cannot do of the policies that are used there, each told once. */
export function* limitations(catalog: Catalog): Iterable<Finding> {
  for (const environment of catalog.environments.values()) {
    yield* told(environment, redisLimitations(environment.value));
    yield* told(environment, counterLimitations(environment.value));
    for (const [token] of policiesIn(catalog, environment, (api) => [policyOf(catalog, api, 'token')])) {
      yield* told(token, tokenLimitations(token.value, environment.value));
    }
    for (const [errors] of policiesIn(catalog, environment, (api) => [policyOf(catalog, api, 'errors')])) {
      yield* told(errors, errorLimitations(errors.value, environment.value));
    }
    const seen = new Set<string>();
    const pairs = policiesIn(catalog, environment, (api) => [
      policyOf(catalog, api, 'mtls'),
      policyOf(catalog, api, 'token'),
    ]);
    for (const [mtls, token] of pairs) {
      for (const limitation of mtlsLimitations(mtls.value, token?.value, environment.value)) {
        if (seen.has(limitation.message)) continue;
        seen.add(limitation.message);
        yield* told(mtls, [limitation]);
      }
    }
  }
}

function* told(entry: Entry<unknown>, limitations: readonly Limitation[]): Iterable<Finding> {
  for (const { path, ...rest } of limitations) yield { ...rest, at: entry.at(path) };
}

/** The policies, or pairs of them, that the APIs of an environment use; each once. The first one has to be there. */
function policiesIn<A, B>(
  catalog: Catalog,
  environment: Entry<Environment>,
  pick: (api: Api) => readonly [Entry<A> | undefined, (Entry<B> | undefined)?],
): readonly (readonly [Entry<A>, Entry<B> | undefined])[] {
  const found = new Map<string, readonly [Entry<A>, Entry<B> | undefined]>();
  for (const { value } of catalog.apis.values()) {
    if (!isServedIn(value, environment.value)) continue;
    const [first, second] = pick(value);
    if (first) found.set(`${first.name} ${second?.name}`, [first, second]);
  }
  return [...found.values()];
}
