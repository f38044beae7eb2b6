import {
  type Api,
  type ApiPolicies,
  type Environment,
  exposedOperations,
  type OpenApiDefinition,
  type Tier,
} from '../../model';
import { refusalsOf } from '../../model/routes';
import type { Entity } from '../entity';
import { refusingRoutes } from '../gateway/refusing-routes';
import { gatewayRoute } from '../gateway/route';
import { gatewayService } from '../gateway/service';
import { accessControl } from './access-control';
import { auditTrail } from './audit-trail';
import { consentCheck } from './consent-check';
import { errorShape } from './error-shape';
import { mutualTls } from './mutual-tls';
import { rateLimit } from './rate-limit';
import { responseMasking } from './response-masking';
import { tierLimits } from './tier-limits';
import { tokenProtection } from './token-protection';
import { trafficMetrics } from './traffic-metrics';

export interface CatalogApiProps {
  readonly api: Api;
  /** The content of the API's OpenAPI file: the operations that have routes. */
  readonly definition: OpenApiDefinition;
  readonly environment: Environment;
  /** The tiers in `api.tiers`, best first. */
  readonly tiers: readonly Tier[];
  /** The policies in `api.policies`. */
  readonly policies: ApiPolicies;
  /**
   * The API named as successor in `api.deprecation`.
   * @default none; an error if `api.deprecation` names a successor
   */
  readonly successor?: Api | undefined;
}

/**
 * An API on the gateway of an environment: the service, a route for each exposed operation, and the plugins of its policies. Nothing in
 * it depends on partners.
 */
export function catalogApi(props: CatalogApiProps): readonly Entity[] {
  const { api, definition, environment, policies, successor, tiers } = props;
  const { audit, consent, errors, masking, metrics, mtls, token } = policies;
  const base = { api, definition, environment };
  const { routes, after } = refusalsOf({ value: api, definition });
  return [
    gatewayService(base),
    ...tokenProtection({ ...base, policy: token, mtls }),
    ...(mtls ? mutualTls({ ...base, policy: mtls, token }) : []),
    ...accessControl(base),
    ...consentCheck({ ...base, policy: consent, token }),
    ...errorShape({ ...base, policy: errors, successor }),
    ...tierLimits({ ...base, tiers, rateLimit: policies.rateLimit }),
    ...(policies.rateLimit ? rateLimit({ ...base, policy: policies.rateLimit }) : []),
    ...(masking ? responseMasking({ ...base, policy: masking }) : []),
    ...(audit ? auditTrail({ ...base, policy: audit, errors }) : []),
    ...(metrics ? trafficMetrics({ ...base, policy: metrics }) : []),
    ...(routes.length > 0 ? refusingRoutes({ ...base, routes }) : []),
    ...exposedOperations({ value: api, definition }).map((operation) =>
      gatewayRoute({ ...base, operation, after: after.get(operation.id) }),
    ),
  ];
}
