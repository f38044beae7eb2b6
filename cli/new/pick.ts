import {
  type ApiEntry,
  type Catalog,
  commandLine,
  type Entry,
  type Environment,
  isServedIn,
  type Partner,
  policyOf,
  type TokenPolicy,
} from '../../model';
import { Failure } from '../failure';
import type { ApiTemplate } from '../templates/api';
import type { SubscriptionTemplate } from '../templates/application';

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

/** Something to begin with: an API that the partner sees in the environment and can call without a key of its own. */
export function pickSubscription(
  catalog: Catalog,
  partner: Entry<Partner>,
  environments: readonly Entry<Environment>[],
): SubscriptionTemplate | undefined {
  for (const api of catalog.apis.values()) {
    const token = policyOf(catalog, api.value, 'token');
    const served = environments.some((environment) => isServedIn(api.value, environment.value));
    if (!served || token?.value.signedBy !== 'idp' || api.value.policies.mtls !== undefined) continue;
    if (!isVisible(api, partner)) continue;
    const tier = api.value.tiers.findLast((name) =>
      ['active', 'draft'].includes(catalog.tiers.get(name)?.value.status ?? ''),
    );
    const scopes = api.definition.operations.find((operation) => operation.scopes[0]?.length)?.scopes[0];
    if (tier === undefined || scopes === undefined) continue;
    const consent = policyOf(catalog, api.value, 'consent');
    return { api: api.name, tier, scopes, purpose: consent ? consent.value.purposes[0] : undefined };
  }
  return undefined;
}

function isVisible({ value: { visibility } }: ApiEntry, partner: Entry<Partner>): boolean {
  return typeof visibility === 'string' || visibility.partners.includes(partner.name);
}

/** The value that stands most often in a list; of several the one that comes first. */
function mostUsed(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce<[string, number] | undefined>(
    (best, one) => (best && best[1] >= one[1] ? best : one),
    undefined,
  )?.[0];
}

function needed(documents: ReadonlyMap<string, unknown>, kind: string, what: string): string {
  const [first] = documents.keys();
  if (first !== undefined) return first;
  throw new Failure(
    `the catalog has no ${kind}, and the new document needs ${what}`,
    `write one first; '${commandLine('schema', kind)}' prints what belongs into it`,
  );
}
