/** Pure functions that compile policies to plugins for a gateway. */
export { type AccessInput, accessPlugins } from './access-control/access-control';
export { type AuditInput, auditPlugins } from './audit/audit';
export { type ConsentInput, consentPlugins } from './consent/consent';
export { type ErrorInput, type ErrorListenerInput, errorListenerPlugins, errorPlugins } from './errors/errors';
export { refusalPlugins } from './errors/refusal';
export { type MaskingInput, maskingPlugins } from './masking/masking';
export { type MetricsInput, metricsPlugins } from './metrics/metrics';
export { type MtlsInput, type MtlsListenerInput, mtlsListenerPlugins, mtlsPlugins } from './mtls/mtls';
export {
  groupName,
  type IdOf,
  type PlacedPlugin,
  type PluginPlacement,
  type PluginSettings,
  servedOperations,
  type WideningList,
} from './plugin';
export { attributePaths, type PluginAttributes } from './plugin-attributes';
export type { RateLimitInput } from './rate-limit/native';
export { rateLimitPlugins } from './rate-limit/rate-limit';
export {
  GATEWAYS,
  type Gateway,
  type GatewayOf,
  supportedTarget,
  type Target,
  targetOf,
} from './target';
export type { TierGroupInput } from './tier-limits/native';
export type { TierLimitInput } from './tier-limits/portable';
export { tierGroupPlugins, tierLimitPlugins } from './tier-limits/tier-limits';
export { type TokenInput, tokenPlugins } from './token/token';
export { WIDENING_LISTS } from './widening';
