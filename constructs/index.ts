/**
 * Constructs for gateway objects and policies. Each takes plain documents, validates them against their schemas, and adds to its stack
 * the entities that the function of the same name in core/desired returns. Use them in an EnvironmentStack of gatewright/stacks.
 */
export { AccessControl } from './access-control';
export { AuditTrail, type AuditTrailProps } from './audit-trail';
export { CatalogApi, type CatalogApiProps } from './catalog-api';
export { ClientCa, type ClientCaProps } from './client-ca';
export { ConsentCheck, type ConsentCheckProps } from './consent-check';
export { ConsumerGroup, type ConsumerGroupProps } from './consumer-group';
export { EnvironmentBasics, type EnvironmentBasicsProps } from './environment-basics';
export { ErrorShape, type ErrorShapeProps } from './error-shape';
export { GatewayPlugin, type GatewayPluginProps } from './gateway-plugin';
export { GatewayRoute, type GatewayRouteProps } from './gateway-route';
export { GatewayService, type GatewayServiceProps } from './gateway-service';
export { GatewayStack } from './gateway-stack';
export { MutualTls, type MutualTlsProps } from './mutual-tls';
export { PartnerApplications, type PartnerApplicationsProps } from './partner-applications';
export { PartnerTier, type PartnerTierProps } from './partner-tier';
export { RateLimit, type RateLimitProps } from './rate-limit';
export { RefusingRoutes, type RefusingRoutesProps } from './refusing-routes';
export { ResponseMasking, type ResponseMaskingProps } from './response-masking';
export { TierLimits, type TierLimitsProps } from './tier-limits';
export { TokenProtection, type TokenProtectionProps } from './token-protection';
export { TrafficMetrics, type TrafficMetricsProps } from './traffic-metrics';
