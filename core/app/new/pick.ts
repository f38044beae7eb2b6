import { mostUsed } from '../../edit/most-used';
import type { ApiTemplate } from '../../edit/templates/api';
import {
  type Catalog,
  type ContractTemplate,
  compareVersions,
  type Entry,
  type Environment,
  isInPeriod,
  type Kind,
  type TokenPolicy,
} from '../../model';
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
export function pickPartnerOwner(folder: CatalogFolder, { partners, teams }: Catalog, what = 'an owner'): string {
  return (
    mostUsed([...partners.values()].map((partner) => partner.value.owner)) ?? requireFirst(folder, teams, 'Team', what)
  );
}

/** A version of a contract template. */
export interface PickedContract {
  readonly template: string;
  readonly version: string;
}

/**
 * The contract of a new partner: the latest version that can be accepted of the contract template that most partners have, or of
 * another one.
 *
 * @param asOf the day, 'YYYY-MM-DD'
 * @throws UserError if there is none
 */
export function pickContract(folder: CatalogFolder, catalog: Catalog, asOf: string): PickedContract {
  const { contractTemplates, partners } = catalog;
  requireFirst(folder, contractTemplates, 'ContractTemplate', 'one for its contract');
  const used = [...partners.values()].map(({ value }) => value.contract.template);
  const usable = [...contractTemplates.values()].flatMap(({ name, value }) => {
    const version = latestVersion(value, asOf);
    return version === undefined ? [] : [{ template: name, version }];
  });
  const common = mostUsed(used.filter((name) => usable.some(({ template }) => template === name)));
  const picked = usable.find(({ template }) => template === common) ?? usable[0];
  if (picked) return picked;
  throw new UserError(
    `no contract template has a version that partners can accept on ${asOf}`,
    `add a version with an earlier \`effective\` day to a template, or create another template: ${CREATE_FIRST.ContractTemplate(folder)}`,
  );
}

/** The latest version that can be accepted on a day. */
export function latestVersion({ versions }: ContractTemplate, asOf: string): string | undefined {
  const usable = Object.entries(versions).filter(([, { effective, retired }]) => isInPeriod(asOf, effective, retired));
  return usable
    .map(([version]) => version)
    .sort(compareVersions)
    .at(-1);
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
export const CREATE_FIRST = {
  Team: (folder) => catalogCommand(folder, 'new', 'team', 'api-platform'),
  ContractTemplate: (folder) => catalogCommand(folder, 'new', 'contract-template', 'standard'),
  Api: (folder) => catalogCommand(folder, 'new', 'api', 'sim-swap'),
  Environment: (folder) => catalogCommand(folder, 'new', 'environment', 'sandbox'),
  Partner: (folder) => catalogCommand(folder, 'new', 'partner', 'acme'),
  Tier: (folder) => catalogCommand(folder, 'new', 'tier', 'free'),
  TokenPolicy: (folder) => catalogCommand(folder, 'new', 'policy', 'token', 'operator-idp'),
  ErrorPolicy: (folder) => catalogCommand(folder, 'new', 'policy', 'errors', 'camara-errors'),
} as const satisfies Partial<Record<Kind, (folder: CatalogFolder) => string>>;
