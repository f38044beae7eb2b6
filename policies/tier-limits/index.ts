export type { TierGroupInput } from './native';
export type { TierLimitInput } from './portable';
export { tierGroupPlugins, tierLimitPlugins } from './tier-limits';
