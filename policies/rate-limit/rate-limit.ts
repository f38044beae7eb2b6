import type { PluginSettings } from '../plugin/plugin';
import { supportedTarget } from '../target/target';
import { type RateLimitInput, serviceRateLimit } from './native';

/**
 * An API's own limit, for all callers together and in addition to every tier's, where Enterprise's plugins are used: Kong's
 * rate-limiting. Gatewright's partner-tier-limit counts it together with the tiers (`tierLimitPlugins`), so there this adds nothing.
 * @throws Error when the environment's counters cannot be used
 */
export function rateLimitPlugins(input: RateLimitInput): readonly PluginSettings[] {
  const target = supportedTarget(input.environment);
  return target.plugins === 'portable' ? [] : [serviceRateLimit(input, target)];
}
