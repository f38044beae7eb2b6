import type { ApiEntry, Catalog, Entry, Named } from '../model/catalog';
import type { Environment } from '../model/kinds';
import { accessPlugins } from './access';
import { auditPlugins } from './audit';
import { consentPlugins } from './consent';
import { errorPlugins } from './errors';
import { maskingPlugins } from './masking';
import { metricsPlugins } from './metrics';
import { mtlsPlugins } from './mtls';
import { servedOperations } from './operations';
import { type IdOf, type PlacedPlugin, placed } from './plugin';
import { rateLimitPlugins } from './rate-limit';
import { tierGroupPlugins } from './tier-group';
import { tierLimitPlugins } from './tier-limit';
import { tokenPlugins } from './token';

/** An API in an environment that serves it. */
export interface ServedApi {
  readonly catalog: Catalog;
  readonly api: ApiEntry;
  readonly environment: Entry<Environment>;
}

/** The plugins on the service of an API: what its policies come to in an environment. */
export function servicePlugins(input: ServedApi & { readonly idOf: IdOf }): readonly PlacedPlugin[] {
  const { catalog, idOf } = input;
  const api = input.api.value;
  const environment = input.environment.value;
  const policies = catalog.policies;
  const names = api.policies;
  const operations = servedOperations(input.api);
  const token = needed(policies.token, names.token, 'TokenPolicy');
  const errors = needed(policies.errors, names.errors, 'ErrorPolicy');
  const rateLimit = optional(policies.rateLimit, names.rateLimit, 'RateLimitPolicy');
  const mtls = optional(policies.mtls, names.mtls, 'MtlsPolicy');
  const consent = optional(policies.consent, names.consent, 'ConsentPolicy');
  const masking = optional(policies.masking, names.masking, 'MaskingPolicy');
  const audit = optional(policies.audit, names.audit, 'AuditPolicy');
  const metrics = optional(policies.metrics, names.metrics, 'MetricsPolicy');
  const successor = catalog.apis.get(api.deprecation?.successor ?? '')?.value;
  return placed({ scope: 'service', api: api.name }, [
    ...tokenPlugins({ policy: token, environment, mtls }),
    ...(mtls ? mtlsPlugins({ policy: mtls, token, environment, idOf }) : []),
    ...accessPlugins({ api: api.name, tiers: api.tiers, environment }),
    ...consentPlugins({ policy: consent, token, api, operations, environment }),
    ...errorPlugins({ policy: errors, api, successor, operations, environment }),
    ...tierLimitPlugins({ api, tiers: tiersOf(input), operations, environment, rateLimit }),
    ...(rateLimit ? rateLimitPlugins({ policy: rateLimit, environment }) : []),
    ...(masking ? maskingPlugins({ policy: masking, api, operations, environment }) : []),
    ...(audit ? auditPlugins({ policy: audit, api, errors, environment }) : []),
    ...(metrics ? metricsPlugins({ policy: metrics, environment }) : []),
  ]);
}

/** The plugins on the Consumer Groups of an API; none where Gatewright's own plugins are used. */
export function groupPlugins(input: ServedApi): readonly PlacedPlugin[] {
  return tierGroupPlugins({
    api: input.api.value,
    tiers: tiersOf(input),
    operations: servedOperations(input.api),
    environment: input.environment.value,
  });
}

function tiersOf({ catalog, api }: ServedApi) {
  return api.value.tiers.map((name) => needed(catalog.tiers, name, 'Tier'));
}

/** @throws Error when a document is missing: the check has to come first */
function needed<T>(documents: Named<T>, name: string, kind: string): T {
  const entry = documents.get(name);
  if (!entry) throw new Error(`${kind} '${name}' does not exist; check the catalog before it is compiled`);
  return entry.value;
}

function optional<T>(documents: Named<T>, name: string | undefined, kind: string): T | undefined {
  return name === undefined ? undefined : needed(documents, name, kind);
}
