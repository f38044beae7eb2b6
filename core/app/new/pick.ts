import { mostUsed } from '../../edit/most-used';
import type { ApiTemplate } from '../../edit/templates/api';
import type { Catalog, Entry, Environment, Kind, TokenPolicy } from '../../model';
import { type CatalogFolder, catalogCommand } from '../catalog-folder';
import { UserError } from '../user-error';

/** What a new API takes over from the catalog: what most of its APIs have, or else the first there is. */
export function pickForApi(
  folder: CatalogFolder,
  { apis, teams, tiers, policies, environments }: Catalog,
  name: string,
  wanted: { domain: string | undefined; owner: string | undefined },
): Pick<ApiTemplate, 'domain' | 'owner' | 'tiers' | 'upstreams' | 'tokenPolicy' | 'errorPolicy'> {
  const others = [...apis.values()].map((api) => api.value);
  const domain = wanted.domain ?? mostUsed(others.map((api) => api.domain)) ?? 'general';
  const neighbours = others.filter((api) => api.domain === domain);
  const owner =
    wanted.owner ?? mostUsed(neighbours.map((api) => api.owner)) ?? needed(folder, teams, 'Team', 'an owner');
  const ofIdp = (token: string) => policies.token.get(token)?.value.signedBy === 'idp';
  const tokens = [...others.map((api) => api.policies.token), ...policies.token.keys()];
  const tokenPolicy = mostUsed(tokens.filter(ofIdp)) ?? needed(folder, policies.token, 'TokenPolicy', 'one');
  const errorPolicy =
    mostUsed(others.map((api) => api.policies.errors)) ?? needed(folder, policies.errors, 'ErrorPolicy', 'one');
  const offered = [...tiers.values()].filter((tier) => tier.value.status !== 'archived').map((tier) => tier.name);
  const usual = mostUsed(others.map((api) => api.tiers.join(' ')))?.split(' ') ?? offered;
  if (usual.length === 0) needed(folder, new Map(), 'Tier', 'one');
  const upstreams = upstreamsFor(folder, name, [...environments.values()], policies.token.get(tokenPolicy));
  return { domain, owner, tiers: usual, tokenPolicy, errorPolicy, upstreams };
}

/** An upstream in every environment for which there are tokens, at a host that the environment may reach. */
function upstreamsFor(
  folder: CatalogFolder,
  name: string,
  environments: readonly Entry<Environment>[],
  token: Entry<TokenPolicy> | undefined,
): Readonly<Record<string, string>> {
  const upstreams: Record<string, string> = {};
  for (const environment of environments) {
    const [pattern] = environment.value.isolation.upstreams;
    if (pattern === undefined || !token || !Object.hasOwn(token.value.environments, environment.name)) continue;
    upstreams[environment.name] = `https://${pattern.replace('*', name)}`;
  }
  if (Object.keys(upstreams).length === 0)
    throw new UserError(
      `the token policy '${token?.name ?? ''}' has an entry for none of the catalog's environments, and an API needs one`,
      environments.length === 0
        ? `write an environment first: ${FIRST.Environment(folder)}`
        : `add ${environments.map(({ name: one }) => `'${one}'`).join(', ')} to its \`environments\``,
    );
  return upstreams;
}

/** The team that looks after most partners, or else the first there is. */
export function pickPartnerOwner(folder: CatalogFolder, { partners, teams }: Catalog): string {
  return (
    mostUsed([...partners.values()].map((partner) => partner.value.owner)) ?? needed(folder, teams, 'Team', 'an owner')
  );
}

/** The environments in which a new application starts: the sandboxes, or else the first there is. */
export function pickEnvironments(folder: CatalogFolder, { environments }: Catalog): readonly Entry<Environment>[] {
  const sandboxes = [...environments.values()].filter((environment) => environment.value.stage === 'sandbox');
  if (sandboxes.length > 0) return sandboxes;
  const first = environments.get(needed(folder, environments, 'Environment', 'credentials in one'));
  return first ? [first] : [];
}

/** The first document of a kind.
 *
 * @throws UserError when there is none
 */
export function needed(
  folder: CatalogFolder,
  documents: ReadonlyMap<string, unknown>,
  kind: keyof typeof FIRST,
  what: string,
): string {
  const [first] = documents.keys();
  if (first !== undefined) return first;
  throw new UserError(
    `the catalog has no ${kind}, and the new document needs ${what}`,
    `write one first: ${FIRST[kind](folder)}`,
  );
}

/** The command that writes the first document of a kind. */
const FIRST = {
  Team: (folder) => catalogCommand(folder, 'new', 'team', 'api-platform'),
  Environment: (folder) => catalogCommand(folder, 'new', 'environment', 'sandbox'),
  Tier: (folder) => catalogCommand(folder, 'new', 'tier', 'free'),
  TokenPolicy: (folder) => catalogCommand(folder, 'new', 'policy', 'token', 'operator-idp'),
  ErrorPolicy: (folder) => catalogCommand(folder, 'new', 'policy', 'errors', 'camara-errors'),
} as const satisfies Partial<Record<Kind, (folder: CatalogFolder) => string>>;
