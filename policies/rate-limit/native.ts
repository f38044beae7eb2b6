import {
  type Environment,
  type RateLimitPolicy,
  WINDOWS,
  type Window,
  windowsOf,
  withDefaults,
} from '../../core/model';
import { redisAttributes, redisServer } from '../counters/counters';
import type { PluginSettings } from '../plugin/plugin';
import { nativePlugin, RATE_LIMITING } from '../plugin-attributes';
import type { Target } from '../target/target';

/** What an API's own limit depends on. */
export interface RateLimitInput {
  readonly policy: RateLimitPolicy;
  readonly environment: Pick<Environment, 'name' | 'gateway' | 'counters'>;
}

/** No gateway serves as many calls in a month; the largest number that documents may name. */
const UNLIMITED = 1_000_000_000_000;

/**
 * Kong's rate-limiting on the service, for all callers together.
 * @throws Error when the environment's counters cannot be used
 */
export function serviceRateLimit({ policy, environment }: RateLimitInput, target: Target): PluginSettings {
  const redis = redisServer(environment);
  return nativePlugin(
    RATE_LIMITING,
    target,
    {
      ...everyWindow(policy),
      limit_by: 'service',
      policy: redis ? 'redis' : 'local',
      sync_rate: -1,
      fault_tolerant: withDefaults('RateLimitPolicy', policy).failure === 'open',
      // The headers are the tier's: callers are told what they may do, not how busy others are.
      hide_client_headers: true,
      error_code: 429,
      error_message: 'API rate limit exceeded',
      ...(redis && {
        ...redisAttributes(redis),
        'redis.timeout': redis.timeoutMs,
      }),
    },
    redis !== undefined,
  );
}

/**
 * A limit for every window, because a window that is taken out of the configuration would hold for ever. One that the policy
 * does not name takes the limit of the next longer one, which it cannot exceed anyway; beyond the longest, one that nothing reaches.
 */
function everyWindow(policy: RateLimitPolicy): Readonly<Record<Window, number>> {
  const named = new Map(windowsOf(policy).map(({ window, limit }) => [window, limit]));
  const limits = { second: 0, minute: 0, hour: 0, day: 0, month: 0 };
  let next = UNLIMITED;
  for (const window of [...WINDOWS].reverse()) {
    next = named.get(window) ?? next;
    limits[window] = next;
  }
  return limits;
}
