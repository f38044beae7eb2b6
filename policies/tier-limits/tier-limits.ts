import type { PlacedPlugin, PluginSettings } from '../plugin/plugin';
import { rejectLimitations } from '../target/limitation';
import { supportedTarget } from '../target/target';
import { counterLimitations } from './limitations';
import { type TierGroupInput, tierGroupLimiters } from './native';
import { partnerTierLimit, type TierLimitInput } from './portable';

/**
 * What each tier allows on an API, and the API's own limit: partner-tier-limit on its service. Where Enterprise's plugins are used the
 * limits of tiers are on their groups (`tierGroupPlugins`), and the API's own is `rateLimitPlugins`.
 *
 * @returns nothing where Enterprise's plugins are used
 * @throws Error when the environment's counters cannot be used
 */
export function tierLimitPlugins(input: TierLimitInput): readonly PluginSettings[] {
  return supportedTarget(input.environment).plugins === 'portable' ? [partnerTierLimit(input)] : [];
}

/**
 * What each tier allows on an API with native plugins: rate-limiting-advanced on the Consumer Groups of the tiers.
 *
 * @returns nothing where Gatewright's own plugins are used
 * @throws Error when the environment's counters cannot be used
 */
export function tierGroupPlugins(input: TierGroupInput): readonly PlacedPlugin[] {
  if (supportedTarget(input.environment).plugins === 'portable') return [];
  rejectLimitations(counterLimitations(input.environment));
  return tierGroupLimiters(input);
}
