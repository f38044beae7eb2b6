import type { PlacedPlugin, PluginSettings } from '../plugin/plugin';
import { rejectLimitations } from '../target/limitation';
import { supportedTarget } from '../target/target';
import { counterLimitations } from './limitations';
import { type TierGroupInput, tierGroupLimiters } from './native';
import { partnerTierLimit, type TierLimitInput } from './portable';

/**
 * The limits of an API's tiers and its own limit with portable plugins: partner-tier-limit on its service. With native plugins, see
 * `tierGroupPlugins` for the tiers' limits and `rateLimitPlugins` for the API's own.
 *
 * @returns an empty list with native plugins
 * @throws Error if the environment's counters are not usable
 */
export function tierLimitPlugins(input: TierLimitInput): readonly PluginSettings[] {
  return supportedTarget(input.environment).plugins === 'portable' ? [partnerTierLimit(input)] : [];
}

/**
 * The limits of an API's tiers with native plugins: rate-limiting-advanced on the Consumer Groups of the tiers.
 *
 * @returns an empty list with portable plugins
 * @throws Error if the environment's counters are not usable
 */
export function tierGroupPlugins(input: TierGroupInput): readonly PlacedPlugin[] {
  if (supportedTarget(input.environment).plugins === 'portable') return [];
  rejectLimitations(counterLimitations(input.environment));
  return tierGroupLimiters(input);
}
