import type { Api, ApiEntry, ApiPolicies, Environment, Tier } from '../core/model';
import { accessPlugins } from './access-control/access-control';
import { auditPlugins } from './audit/audit';
import { consentPlugins } from './consent/consent';
import { errorPlugins } from './errors/errors';
import { maskingPlugins } from './masking/masking';
import { metricsPlugins } from './metrics/metrics';
import { mtlsPlugins } from './mtls/mtls';
import { servedOperations } from './plugin/operations';
import { type IdOf, type PlacedPlugin, placed } from './plugin/plugin';
import { rateLimitPlugins } from './rate-limit/rate-limit';
import { tierLimitPlugins } from './tier-limits/tier-limits';
import { tokenPlugins } from './token/token';

/** An API in an environment that serves it, with what its document names. */
export interface ServedApi {
  readonly api: ApiEntry;
  readonly environment: Environment;
  /** The tiers at which it is offered, best first. */
  readonly tiers: readonly Tier[];
  readonly policies: ApiPolicies;
  /**
   * The API that takes its place, where its deprecation names one.
   * @default none
   */
  readonly successor?: Api | undefined;
}

/** The plugins on the service of an API: what its policies come to in an environment. */
export function servicePlugins(input: ServedApi & { readonly idOf: IdOf }): readonly PlacedPlugin[] {
  const { environment, idOf, policies, successor, tiers } = input;
  const api = input.api.value;
  const operations = servedOperations(input.api);
  const { audit, consent, errors, masking, metrics, mtls, rateLimit, token } = policies;
  return placed({ scope: 'service', api: api.name }, [
    ...tokenPlugins({ policy: token, environment, mtls }),
    ...(mtls ? mtlsPlugins({ policy: mtls, token, environment, idOf }) : []),
    ...accessPlugins({ api: api.name, tiers: api.tiers, environment }),
    ...consentPlugins({ policy: consent, token, api, operations, environment }),
    ...errorPlugins({ policy: errors, api, successor, operations, environment }),
    ...tierLimitPlugins({ api, tiers, operations, environment, rateLimit }),
    ...(rateLimit ? rateLimitPlugins({ policy: rateLimit, environment }) : []),
    ...(masking ? maskingPlugins({ policy: masking, api, operations, environment }) : []),
    ...(audit ? auditPlugins({ policy: audit, api, errors, environment }) : []),
    ...(metrics ? metricsPlugins({ policy: metrics, environment }) : []),
  ]);
}
