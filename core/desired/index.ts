/** The desired state of gateways, as data: pure functions, named like the constructs, return the entities that make it up. */
export { address } from './address';
export {
  type AuditTrailProps,
  accessControl,
  auditTrail,
  type CatalogApiProps,
  type ConsentCheckProps,
  catalogApi,
  consentCheck,
  type ErrorShapeProps,
  errorShape,
  type MutualTlsProps,
  mutualTls,
  type PartnerTierProps,
  partnerTier,
  type RateLimitProps,
  type ResponseMaskingProps,
  rateLimit,
  responseMasking,
  type ServicePolicyProps,
  type TierLimitsProps,
  type TokenProtectionProps,
  type TrafficMetricsProps,
  tierLimits,
  tokenProtection,
  trafficMetrics,
} from './api';
export {
  type Cell,
  type CellContents,
  type CellKind,
  type CellOutline,
  cellOutlines,
  cellsOf,
  documentFiles,
  fillCell,
  shardOf,
} from './cells';
export {
  type CertificateFact,
  type ConsumerFacts,
  consumerTags,
  type GrantFact,
  parseConsumerTags,
  writeConsumerTags,
} from './consumer-tags';
export { type Attributes, addressOf, type Entity, type EntityParts, entity, type Origin, type Subject } from './entity';
export {
  type ClientCaProps,
  type ConsumerGroupProps,
  clientCa,
  clientCaId,
  consumerGroup,
  consumerGroupId,
  type EnvironmentBasicsProps,
  environmentBasics,
  type GatewayPluginProps,
  type GatewayRouteProps,
  type GatewayServiceProps,
  gatewayPlugin,
  gatewayRoute,
  gatewayService,
  MANAGED_BY,
  type RefusingRoutesProps,
  refusingRoutes,
} from './gateway';
export { type EntityKind, kongId } from './identity';
export { inOrder, rankOf } from './order';
export { NO_SECRET, type PartnerApplicationsProps, partnerApplications } from './partners';
export { Reference } from './reference';
export {
  ADMIN_TOKEN,
  ADMIN_URL,
  backendAttributes,
  backendOf,
  danglingReferences,
  type FileOf,
  PROVIDER,
  REQUIRED_VERSION,
  type RenderOptions,
  renderCell,
  resourceProblems,
  resourcesOf,
  stackComment,
  type TerraformJson,
  terraformValue,
  VARIABLES,
} from './terraform';
