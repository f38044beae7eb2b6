import {
  type Api,
  type ApiOperation,
  defaultsOf,
  type Environment,
  type Json,
  type JsonObject,
  type RateLimitPolicy,
  type Tier,
  tierWindows,
  windowsOf,
  withDefaults,
} from '../../core/model';
import { type RedisServer, redisFields, redisServer } from '../counters/counters';
import { matchOf } from '../plugin/operations';
import { groupName, type PluginSettings, portablePlugin } from '../plugin/plugin';

/** What the limits of an API's tiers depend on. */
export interface TierLimitInput {
  readonly api: Pick<Api, 'name'>;
  /** The tiers that the API is offered at, best first. */
  readonly tiers: readonly Tier[];
  /** The operations that are served. */
  readonly operations: readonly ApiOperation[];
  readonly environment: Pick<Environment, 'name' | 'gateway' | 'counters'>;
  /** The API's own limit, for all callers together; default: none. Its failure mode holds for the tiers, too. */
  readonly rateLimit?: Pick<RateLimitPolicy, 'failure' | 'limits' | 'quota'> | undefined;
}

/**
 * partner-tier-limit: it finds the caller's tier, and counts for the tiers and for the API's own limit.
 * @throws Error when the environment's counters cannot be used
 */
export function partnerTierLimit(input: TierLimitInput): PluginSettings {
  const { api, tiers, operations, environment, rateLimit } = input;
  const redis = redisServer(environment);
  return portablePlugin('partner-tier-limit', {
    api: api.name,
    tiers: tiers.map((tier) => tierSettings(api, tier, operations)),
    api_windows: rateLimit ? apiWindows(rateLimit) : [],
    counters: redis ? { store: 'redis', redis: redisSettings(redis) } : { store: 'local' },
    failure: (rateLimit ? withDefaults('RateLimitPolicy', rateLimit) : defaultsOf('RateLimitPolicy')).failure,
    hide_client_headers: false,
  });
}

/** The windows of an API's own limit, shortest first. */
function apiWindows({ limits, quota }: Pick<RateLimitPolicy, 'limits' | 'quota'>): readonly Json[] {
  return windowsOf({ limits, quota }).map(({ window, limit }) => ({ window, limit }));
}

function tierSettings(api: TierLimitInput['api'], tier: Tier, operations: readonly ApiOperation[]): JsonObject {
  return {
    name: tier.name,
    group: groupName(api.name, tier.name),
    windows: tierWindows(tier, api.name).map(({ window, limit }) => ({ window, limit })),
    operations: operations.flatMap((operation) => {
      const windows = overriddenWindows(tier, api.name, operation.id);
      return windows.length === 0 ? [] : [{ ...matchOf(api.name, operation), windows }];
    }),
  };
}

/** The windows that a tier overrides for one operation: those that are not the API's. */
function overriddenWindows(tier: Tier, api: string, operation: string): readonly Json[] {
  const override = (place: readonly (string | number)[]) =>
    typeof place[1] === 'number' ? tier.overrides?.[place[1]] : undefined;
  return tierWindows(tier, api, operation)
    .filter(({ place }) => override(place)?.operation !== undefined)
    .map(({ window, limit }) => ({ window, limit }));
}

/** The Redis settings of partner-tier-limit: no user and no password where none is given. */
function redisSettings(redis: RedisServer): JsonObject {
  return {
    ...redisFields(redis),
    timeout: redis.timeoutMs,
    ...(redis.username === undefined ? {} : { username: redis.username }),
    ...(redis.password === undefined ? {} : { password: redis.password }),
  };
}
