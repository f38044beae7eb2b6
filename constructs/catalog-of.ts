import type { ApiEntry, Catalog, Named, PolicyEntries } from '../model/catalog';
import type {
  Api,
  AuditPolicy,
  ConsentPolicy,
  Environment,
  ErrorPolicy,
  MaskingPolicy,
  MetricsPolicy,
  MtlsPolicy,
  RateLimitPolicy,
  Tier,
  TokenPolicy,
} from '../model/kinds';
import type { OpenApiDefinition } from '../model/openapi';
import { apiEntryOf, type Document, entriesOf } from './documents';

/** The policies of an API, under the keys of `Api.policies`. */
export interface ApiPolicies {
  readonly token: TokenPolicy;
  readonly errors: ErrorPolicy;
  /** @default the API has no limit for all callers together */
  readonly rateLimit?: RateLimitPolicy | undefined;
  /** @default calls need no client certificate */
  readonly mtls?: MtlsPolicy | undefined;
  /** @default neither purpose nor user context is asked for */
  readonly consent?: ConsentPolicy | undefined;
  /** @default answers are passed on as they are */
  readonly masking?: MaskingPolicy | undefined;
  /** @default no audit records */
  readonly audit?: AuditPolicy | undefined;
  /** @default no metrics */
  readonly metrics?: MetricsPolicy | undefined;
}

/** The documents that a construct was given. */
export interface CatalogParts {
  readonly environment: Environment;
  readonly apis?: readonly Api[];
  readonly tiers?: readonly Tier[];
  /** What the OpenAPI file of each API says, by the API's name; without it the API has no operations. */
  readonly definitions?: ReadonlyMap<string, OpenApiDefinition>;
  readonly policies?: Partial<ApiPolicies>;
}

const NO_OPERATIONS: OpenApiDefinition = { file: 'code', title: '', version: '', operations: [], scopes: [] };

/** A catalog that has these documents and no others, for what reads catalogs. Each document is held to its schema. */
export function catalogOf({ environment, apis = [], tiers = [], definitions, policies = {} }: CatalogParts): Catalog {
  const entries = apis.map((api) => apiEntryOf(api, definitions?.get(api.name) ?? NO_OPERATIONS));
  return {
    apis: new Map(entries.map((entry): [string, ApiEntry] => [entry.name, entry])),
    tiers: entriesOf(tiers),
    partners: new Map(),
    applications: new Map(),
    environments: entriesOf([environment]),
    teams: new Map(),
    policies: policyEntries(policies),
  };
}

function policyEntries(policies: Partial<ApiPolicies>): PolicyEntries {
  return {
    token: one(policies.token),
    rateLimit: one(policies.rateLimit),
    mtls: one(policies.mtls),
    consent: one(policies.consent),
    masking: one(policies.masking),
    audit: one(policies.audit),
    metrics: one(policies.metrics),
    errors: one(policies.errors),
  };
}

function one<T extends Document>(document: T | undefined): Named<T> {
  return entriesOf(document === undefined ? [] : [document]);
}
