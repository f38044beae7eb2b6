/**
 * The nouns of the gateway, and what a catalog is made of, as constructs. Only this folder knows the provider's resources.
 * Each takes plain documents and holds them to the schemas of their kinds; put them into an EnvironmentStack of
 * gatewright/stacks.
 */
export { AccessControl } from './access-control';
export { AuditTrail, type AuditTrailProps } from './audit-trail';
export { CatalogApi, type CatalogApiProps } from './catalog-api';
export { ClientCa, type ClientCaProps, clientCaId } from './client-ca';
export { ConsentCheck, type ConsentCheckProps } from './consent-check';
export { ConsumerGroup, type ConsumerGroupProps, consumerGroupId } from './consumer-group';
export { NO_SECRET } from './credentials';
export { trust, validate } from './documents';
export { EnvironmentBasics, type EnvironmentBasicsProps } from './environment-basics';
export { ErrorShape, type ErrorShapeProps } from './error-shape';
export type { TerraformJson } from './fragment';
export { GatewayPlugin, type GatewayPluginProps } from './gateway-plugin';
export { GatewayRoute, type GatewayRouteProps } from './gateway-route';
export { GatewayService, type GatewayServiceProps } from './gateway-service';
export { GatewayStack } from './gateway-stack';
export { type EntityKind, kongId } from './identity';
export { MANAGED_BY } from './managed-by';
export { MutualTls, type MutualTlsProps } from './mutual-tls';
export { PartnerApplications, type PartnerApplicationsProps } from './partner-applications';
export { PartnerTier, type PartnerTierProps } from './partner-tier';
export { RateLimit, type RateLimitProps } from './rate-limit';
export { Reference } from './reference';
export { ResponseMasking, type ResponseMaskingProps } from './response-masking';
export type { ServicePolicyProps } from './service-policy';
export { TierLimits, type TierLimitsProps } from './tier-limits';
export { TokenProtection, type TokenProtectionProps } from './token-protection';
export { TrafficMetrics, type TrafficMetricsProps } from './traffic-metrics';
