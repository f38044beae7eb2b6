import {
  defaultOf,
  type Environment,
  mergeWindows,
  type RateLimitPolicy,
  WINDOWS,
  type Window,
} from '../../core/model';
import { redisAttributes, redisServer } from '../counters/counters';
import { supportedTarget } from '../gateway/gateway';
import type { PluginSettings } from '../gateway/plugin';
import { nativePlugin, RATE_LIMITING } from '../plugin-attributes';

/** What an API's own limit depends on. */
export interface RateLimitInput {
  readonly policy: RateLimitPolicy;
  readonly environment: Pick<Environment, 'name' | 'gateway' | 'counters'>;
}

/** No gateway serves as many calls in a month; the largest number that documents may name. */
const UNLIMITED = 1_000_000_000_000;

/**
 * An API's own limit, for all callers together and in addition to every tier's, where Enterprise's plugins are used: Kong's
 * rate-limiting. Gatewright's partner-tier-limit counts it together with the tiers (`tierLimitPlugins`), so there this adds nothing.
 * @throws Error when Kong cannot be told the counters
 */
export function rateLimitPlugins({ policy, environment }: RateLimitInput): readonly PluginSettings[] {
  const target = supportedTarget(environment);
  if (target.plugins === 'own') return [];
  const redis = redisServer(environment);
  return [
    nativePlugin(
      RATE_LIMITING,
      target,
      {
        ...everyWindow(policy),
        limit_by: 'service',
        policy: redis ? 'redis' : 'local',
        sync_rate: -1,
        fault_tolerant: (policy.failure ?? defaultOf('RateLimitPolicy', 'failure')) === 'open',
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
    ),
  ];
}

/**
 * A limit for every window, because a window that is taken out of the configuration would hold for ever. One that the policy
 * does not name takes the limit of the next longer one, which it cannot exceed anyway; beyond the longest, one that nothing reaches.
 */
function everyWindow(policy: RateLimitPolicy): Readonly<Record<Window, number>> {
  const named = new Map(mergeWindows([{ ...policy, origin: undefined }]).map(({ window, limit }) => [window, limit]));
  const limits = { second: 0, minute: 0, hour: 0, day: 0, month: 0 };
  let next = UNLIMITED;
  for (const window of [...WINDOWS].reverse()) {
    next = named.get(window) ?? next;
    limits[window] = next;
  }
  return limits;
}
