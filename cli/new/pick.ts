import { type Catalog, commandLine, type Entry, type Environment, type TokenPolicy } from '../../model';
import { Failure } from '../failure';
import type { ApiTemplate } from '../templates/api';
import { mostUsed } from './most-used';

/** What a new API takes over from the catalog: what most of its APIs have, or else the first there is. */
export function pickForApi(
  { apis, teams, tiers, policies, environments }: Catalog,
  name: string,
  wanted: { domain: string | undefined; owner: string | undefined },
): Pick<ApiTemplate, 'domain' | 'owner' | 'tiers' | 'upstreams' | 'tokenPolicy' | 'errorPolicy'> {
  const others = [...apis.values()].map((api) => api.value);
  const domain = wanted.domain ?? mostUsed(others.map((api) => api.domain)) ?? 'general';
  const neighbours = others.filter((api) => api.domain === domain);
  const owner = wanted.owner ?? mostUsed(neighbours.map((api) => api.owner)) ?? needed(teams, 'Team', 'an owner');
  const ofIdp = (token: string) => policies.token.get(token)?.value.signedBy === 'idp';
  const tokens = [...others.map((api) => api.policies.token), ...policies.token.keys()];
  const tokenPolicy = mostUsed(tokens.filter(ofIdp)) ?? needed(policies.token, 'TokenPolicy', 'one');
  const errorPolicy =
    mostUsed(others.map((api) => api.policies.errors)) ?? needed(policies.errors, 'ErrorPolicy', 'one');
  const offered = [...tiers.values()].filter((tier) => tier.value.status !== 'archived').map((tier) => tier.name);
  const usual = mostUsed(others.map((api) => api.tiers.join(' ')))?.split(' ') ?? offered;
  if (usual.length === 0) needed(new Map(), 'Tier', 'one');
  const upstreams = upstreamsFor(name, environments.values(), policies.token.get(tokenPolicy));
  return { domain, owner, tiers: usual, tokenPolicy, errorPolicy, upstreams };
}

/** An upstream in every environment for which there are tokens, at a host that the environment may reach. */
function upstreamsFor(
  name: string,
  environments: Iterable<Entry<Environment>>,
  token: Entry<TokenPolicy> | undefined,
): Readonly<Record<string, string>> {
  const upstreams: Record<string, string> = {};
  for (const environment of environments) {
    const [pattern] = environment.value.isolation.upstreams;
    if (pattern === undefined || !token || !Object.hasOwn(token.value.environments, environment.name)) continue;
    upstreams[environment.name] = `https://${pattern.replace('*', name)}`;
  }
  if (Object.keys(upstreams).length === 0)
    throw new Failure(
      'the catalog has no Environment for which a TokenPolicy has an entry, and an API needs one',
      `'${commandLine('schema', 'Environment')}' and '${commandLine('schema', 'TokenPolicy')}' print what belongs into them`,
    );
  return upstreams;
}

/** The team that looks after most partners, or else the first there is. */
export function pickPartnerOwner({ partners, teams }: Catalog): string {
  return mostUsed([...partners.values()].map((partner) => partner.value.owner)) ?? needed(teams, 'Team', 'an owner');
}

/** The environments in which a new application starts: the sandboxes, or else the first there is. */
export function pickEnvironments({ environments }: Catalog): readonly Entry<Environment>[] {
  const sandboxes = [...environments.values()].filter((environment) => environment.value.stage === 'sandbox');
  if (sandboxes.length > 0) return sandboxes;
  const first = environments.get(needed(environments, 'Environment', 'credentials in one'));
  return first ? [first] : [];
}

/** The first document of a kind.
 *
 * @throws Failure when there is none
 */
export function needed(documents: ReadonlyMap<string, unknown>, kind: string, what: string): string {
  const [first] = documents.keys();
  if (first !== undefined) return first;
  throw new Failure(
    `the catalog has no ${kind}, and the new document needs ${what}`,
    `write one first; '${commandLine('schema', kind)}' prints what belongs into it`,
  );
}
