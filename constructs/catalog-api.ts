import { Construct } from 'constructs';
import type { CatalogApiProps } from '../core/desired';
import { exposedOperations } from '../core/model';
import { refusalsOf } from '../core/model/routes';
import { AccessControl } from './access-control';
import { AuditTrail } from './audit-trail';
import { validateCatalogApi } from './catalog-api-props';
import { ConsentCheck } from './consent-check';
import { ErrorShape } from './error-shape';
import { GatewayRoute } from './gateway-route';
import { GatewayService } from './gateway-service';
import { MutualTls } from './mutual-tls';
import { RateLimit } from './rate-limit';
import { RefusingRoutes } from './refusing-routes';
import { ResponseMasking } from './response-masking';
import { TierLimits } from './tier-limits';
import { TokenProtection } from './token-protection';
import { TrafficMetrics } from './traffic-metrics';

export type { CatalogApiProps };

/**
 * An API on the gateway of an environment: the service, a route for each exposed operation, and the constructs of its policies. Nothing
 * in it depends on partners. With native plugins, add the tiers' groups separately ({@link PartnerTier}).
 */
export class CatalogApi extends Construct {
  /** @throws Error if a document is not valid, one that the API names is missing, or the environment does not serve the API */
  constructor(scope: Construct, id: string, props: CatalogApiProps) {
    super(scope, id);
    const { api, definition, environment, policies, successor, tiers } = validateCatalogApi(props);
    const { audit, consent, errors, masking, metrics, mtls, rateLimit, token } = policies;
    const base = { api, definition, environment };
    new GatewayService(this, 'service', base);
    new TokenProtection(this, 'token', { ...base, policy: token, mtls });
    if (mtls) new MutualTls(this, 'mtls', { ...base, policy: mtls, token });
    new AccessControl(this, 'access', base);
    new ConsentCheck(this, 'consent', { ...base, policy: consent, token });
    new ErrorShape(this, 'errors', { ...base, policy: errors, successor });
    new TierLimits(this, 'tiers', { ...base, tiers, rateLimit });
    if (rateLimit) new RateLimit(this, 'rate-limit', { ...base, policy: rateLimit });
    if (masking) new ResponseMasking(this, 'masking', { ...base, policy: masking });
    if (audit) new AuditTrail(this, 'audit', { ...base, policy: audit, errors });
    if (metrics) new TrafficMetrics(this, 'metrics', { ...base, policy: metrics });
    const { routes, after } = refusalsOf({ value: api, definition });
    if (routes.length > 0) new RefusingRoutes(this, 'refused', { ...base, routes });
    for (const operation of exposedOperations({ value: api, definition }))
      new GatewayRoute(this, `route-${operation.slug}`, { ...base, operation, after: after.get(operation.id) });
  }
}
