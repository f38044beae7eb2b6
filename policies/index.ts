/** Pure decisions: what a policy comes to on a gateway. */
export { type AccessInput, accessPlugins } from './access';
export { type AuditInput, auditPlugins } from './audit';
export { checkPolicies } from './check';
export { type ConsentInput, consentPlugins } from './consent';
export type { CertificateFact, ConsumerFacts, GrantFact } from './consumer-facts';
export { consumerTags, writeConsumerTags } from './consumer-tags';
export {
  type ErrorInput,
  type ErrorListenerInput,
  errorListenerPlugins,
  errorPlugins,
} from './errors';
export {
  GATEWAYS,
  type Gateway,
  type GatewayOf,
  isEnterprise,
  supportedTarget,
  type Target,
  targetOf,
} from './gateway';
export { type GlobalInput, globalPlugins } from './global-plugins';
export { type MaskingInput, maskingPlugins } from './masking';
export { type MetricsInput, metricsPlugins } from './metrics';
export { type MtlsInput, type MtlsListenerInput, mtlsListenerPlugins, mtlsPlugins } from './mtls';
export { servedOperations } from './operations';
export { parseConsumerTags } from './parse-consumer-tags';
export { groupName, type IdOf, type PlacedPlugin, type PluginSettings, type PluginTarget } from './plugin';
export { type RateLimitInput, rateLimitPlugins } from './rate-limit';
export { refusalPlugins } from './refusal';
export { type ServedApi, servicePlugins } from './service-plugins';
export { type TierGroupInput, tierGroupPlugins } from './tier-group';
export { type TierLimitInput, tierLimitPlugins } from './tier-limit';
export { type TokenInput, tokenPlugins } from './token';
export { type WrittenAttributes, writtenPaths } from './written';
