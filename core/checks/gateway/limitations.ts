import { redisLimitations } from '../../../policies/counters/limitations';
import { errorLimitations } from '../../../policies/errors/limitations';
import { mtlsLimitations } from '../../../policies/mtls/limitations';
import type { Limitation } from '../../../policies/target/limitation';
import { counterLimitations } from '../../../policies/tier-limits/limitations';
import { tokenLimitations } from '../../../policies/token/limitations';
import {
  type Api,
  type Catalog,
  type Entry,
  type Environment,
  type GatewayCode,
  isServedIn,
  type Path,
  type Position,
  policyOf,
} from '../../model';

/** A limitation with the position of the field that asks for it. */
export interface PlacedLimitation extends Limitation {
  /** The name of the document. */
  readonly name: string;
  /** The value of the field; empty if it is not written. */
  readonly value: string;
  readonly at: Position;
}

/** What the gateways of a catalog cannot do of the policies that their APIs use: the limitations that one check reports, each once. */
export function* limitationsOf(catalog: Catalog, code: GatewayCode): Iterable<PlacedLimitation> {
  for (const environment of catalog.environments.values()) {
    const reported = new Set<string>();
    for (const [entry, limitations] of limitationsIn(catalog, environment)) {
      for (const limitation of limitations) {
        const key = JSON.stringify(limitation);
        if (limitation.code !== code || reported.has(key)) continue;
        reported.add(key);
        const { path } = limitation;
        yield { ...limitation, name: entry.name, value: textAt(entry.value, path), at: entry.at(path) };
      }
    }
  }
}

function textAt(document: unknown, path: Path): string {
  const value = path.reduce<unknown>((above, step) => (above as never)?.[step], document);
  return typeof value === 'string' ? value : '';
}

function* limitationsIn(
  catalog: Catalog,
  environment: Entry<Environment>,
): Iterable<readonly [Entry<unknown>, readonly Limitation[]]> {
  const { value } = environment;
  yield [environment, redisLimitations(value)];
  yield [environment, counterLimitations(value)];
  for (const [token] of policiesIn(catalog, environment, (api) => [policyOf(catalog, api, 'token')]))
    yield [token, tokenLimitations(token.value, value)];
  for (const [errors] of policiesIn(catalog, environment, (api) => [policyOf(catalog, api, 'errors')]))
    yield [errors, errorLimitations(errors.value, value)];
  const pairs = policiesIn(catalog, environment, (api) => [
    policyOf(catalog, api, 'mtls'),
    policyOf(catalog, api, 'token'),
  ]);
  for (const [mtls, token] of pairs) yield [mtls, mtlsLimitations(mtls.value, token?.value, value)];
}

/** The policies, or pairs of them, that the APIs of an environment use, each once; the first of a pair must exist. */
function policiesIn<A, B>(
  catalog: Catalog,
  environment: Entry<Environment>,
  pick: (api: Api) => readonly [Entry<A> | undefined, (Entry<B> | undefined)?],
): readonly (readonly [Entry<A>, Entry<B> | undefined])[] {
  const used = new Map<string, readonly [Entry<A>, Entry<B> | undefined]>();
  for (const { value } of catalog.apis.values()) {
    if (!isServedIn(value, environment.value)) continue;
    const [first, second] = pick(value);
    if (first) used.set(`${first.name} ${second?.name}`, [first, second]);
  }
  return [...used.values()];
}
