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

/** The input of an API's own limit. */
export interface RateLimitInput {
  readonly policy: RateLimitPolicy;
  readonly environment: Pick<Environment, 'name' | 'gateway' | 'counters'>;
}

/** The largest limit that documents may have, which no gateway reaches in a month. */
const UNLIMITED = 1_000_000_000_000;

/**
 * Kong's rate-limiting on the service, with counters that all callers share.
 * @throws Error if the environment's counters are not usable
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
      // Response headers show the tier's limits, and do not reveal how many calls others make.
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
 * A limit for every window, because a window removed from the configuration would remain on the gateway. A window that the policy does
 * not have gets the limit of the next longer one, which it cannot exceed anyway, or a limit that is never reached.
 */
function everyWindow(policy: RateLimitPolicy): Readonly<Record<Window, number>> {
  const configured = new Map(windowsOf(policy).map(({ window, limit }) => [window, limit]));
  const limits = { second: 0, minute: 0, hour: 0, day: 0, month: 0 };
  let next = UNLIMITED;
  for (const window of [...WINDOWS].reverse()) {
    next = configured.get(window) ?? next;
    limits[window] = next;
  }
  return limits;
}
