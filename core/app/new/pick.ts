import { mostUsed } from '../../edit/most-used';
import type { ApiTemplate } from '../../edit/templates/api';
import type { Catalog, Entry, Environment, Kind, TokenPolicy } from '../../model';
import { type CatalogFolder, catalogCommand } from '../catalog-folder';
import { UserError } from '../user-error';

/** Values for a new API: the most common among the APIs of the catalog, or the first that exists. */
export function pickForApi(
  folder: CatalogFolder,
  { apis, teams, tiers, policies, environments }: Catalog,
  name: string,
  request: { domain: string | undefined; owner: string | undefined },
): Pick<ApiTemplate, 'domain' | 'owner' | 'tiers' | 'upstreams' | 'tokenPolicy' | 'errorPolicy'> {
  const others = [...apis.values()].map((api) => api.value);
  const domain = request.domain ?? mostUsed(others.map((api) => api.domain)) ?? 'general';
  const neighbours = others.filter((api) => api.domain === domain);
  const owner =
    request.owner ?? mostUsed(neighbours.map((api) => api.owner)) ?? requireFirst(folder, teams, 'Team', 'an owner');
  const isSignedByIdp = (token: string) => policies.token.get(token)?.value.signedBy === 'idp';
  const tokens = [...others.map((api) => api.policies.token), ...policies.token.keys()];
  const tokenPolicy =
    mostUsed(tokens.filter(isSignedByIdp)) ?? requireFirst(folder, policies.token, 'TokenPolicy', 'one');
  const errorPolicy =
    mostUsed(others.map((api) => api.policies.errors)) ?? requireFirst(folder, policies.errors, 'ErrorPolicy', 'one');
  const offered = [...tiers.values()].filter((tier) => tier.value.status !== 'archived').map((tier) => tier.name);
  const commonTiers = mostUsed(others.map((api) => api.tiers.join(' ')))?.split(' ') ?? offered;
  if (commonTiers.length === 0) requireFirst(folder, new Map(), 'Tier', 'one');
  const upstreams = upstreamsFor(folder, name, [...environments.values()], policies.token.get(tokenPolicy));
  return { domain, owner, tiers: commonTiers, tokenPolicy, errorPolicy, upstreams };
}

/** An upstream for every environment that the token policy covers, at a host that the environment allows. */
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
      `token policy '${token?.name ?? ''}' has no entry for any environment of the catalog, and an API needs one`,
      environments.length === 0
        ? `create an environment first: ${CREATE_FIRST.Environment(folder)}`
        : `add ${environments.map(({ name: one }) => `'${one}'`).join(', ')} to its \`environments\``,
    );
  return upstreams;
}

/** The team that owns most partners, or the first that exists. */
export function pickPartnerOwner(folder: CatalogFolder, { partners, teams }: Catalog): string {
  return (
    mostUsed([...partners.values()].map((partner) => partner.value.owner)) ??
    requireFirst(folder, teams, 'Team', 'an owner')
  );
}

/** The environments of a new application: the sandboxes, or the first environment. */
export function pickEnvironments(folder: CatalogFolder, { environments }: Catalog): readonly Entry<Environment>[] {
  const sandboxes = [...environments.values()].filter((environment) => environment.value.stage === 'sandbox');
  if (sandboxes.length > 0) return sandboxes;
  const first = environments.get(requireFirst(folder, environments, 'Environment', 'credentials in one'));
  return first ? [first] : [];
}

/**
 * The name of the first document of a kind.
 *
 * @throws UserError if there is none
 */
export function requireFirst(
  folder: CatalogFolder,
  documents: ReadonlyMap<string, unknown>,
  kind: keyof typeof CREATE_FIRST,
  what: string,
): string {
  const [first] = documents.keys();
  if (first !== undefined) return first;
  throw new UserError(
    `the catalog has no ${kind}, and the new document needs ${what}`,
    `create one first: ${CREATE_FIRST[kind](folder)}`,
  );
}

/** The command that creates the first document of a kind. */
const CREATE_FIRST = {
  Team: (folder) => catalogCommand(folder, 'new', 'team', 'api-platform'),
  Environment: (folder) => catalogCommand(folder, 'new', 'environment', 'sandbox'),
  Tier: (folder) => catalogCommand(folder, 'new', 'tier', 'free'),
  TokenPolicy: (folder) => catalogCommand(folder, 'new', 'policy', 'token', 'operator-idp'),
  ErrorPolicy: (folder) => catalogCommand(folder, 'new', 'policy', 'errors', 'camara-errors'),
} as const satisfies Partial<Record<Kind, (folder: CatalogFolder) => string>>;
