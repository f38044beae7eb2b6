export { type TierGroupInput, tierGroupPlugins } from './tier-group';
export { type TierLimitInput, tierLimitPlugins } from './tier-limit';
