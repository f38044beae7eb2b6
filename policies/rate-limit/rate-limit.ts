import type { PluginSettings } from '../plugin/plugin';
import { supportedTarget } from '../target/target';
import { type RateLimitInput, serviceRateLimit } from './native';

/**
 * An API's own limit with native plugins: Kong's rate-limiting. All callers share it, in addition to the tiers' limits. With portable
 * plugins partner-tier-limit enforces it (`tierLimitPlugins`), and the result is empty.
 * @throws Error if the environment's counters are not usable
 */
export function rateLimitPlugins(input: RateLimitInput): readonly PluginSettings[] {
  const target = supportedTarget(input.environment);
  return target.plugins === 'portable' ? [] : [serviceRateLimit(input, target)];
}
