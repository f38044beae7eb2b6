/** Pure decisions: what a policy comes to on a gateway. */
export { type AccessInput, accessPlugins } from './access-control';
export { type AuditInput, auditPlugins } from './audit';
export { type ConsentInput, consentPlugins } from './consent';
export { type ErrorInput, type ErrorListenerInput, errorListenerPlugins, errorPlugins, refusalPlugins } from './errors';
export { type MaskingInput, maskingPlugins } from './masking';
export { type MetricsInput, metricsPlugins } from './metrics';
export { type MtlsInput, type MtlsListenerInput, mtlsListenerPlugins, mtlsPlugins } from './mtls';
export {
  groupName,
  type IdOf,
  type PlacedPlugin,
  type PluginSettings,
  type PluginTarget,
  servedOperations,
  type WideningList,
} from './plugin';
export { type WrittenAttributes, writtenPaths } from './plugin-attributes';
export { type RateLimitInput, rateLimitPlugins } from './rate-limit';
export {
  GATEWAYS,
  type Gateway,
  type GatewayOf,
  supportedTarget,
  type Target,
  targetOf,
} from './target';
export { type TierGroupInput, type TierLimitInput, tierGroupPlugins, tierLimitPlugins } from './tier-limits';
export { type TokenInput, tokenPlugins } from './token';
export { WIDENING_LISTS } from './widening';
