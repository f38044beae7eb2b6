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

/** The input of tier limits with portable plugins. */
export interface TierLimitInput {
  readonly api: Pick<Api, 'name'>;
  /** The API's tiers, best first. */
  readonly tiers: readonly Tier[];
  /** The exposed operations. */
  readonly operations: readonly ApiOperation[];
  readonly environment: Pick<Environment, 'name' | 'gateway' | 'counters'>;
  /** The API's own limit, which all callers share; by default none. Its failure mode also applies to the tiers' limits. */
  readonly rateLimit?: Pick<RateLimitPolicy, 'failure' | 'limits' | 'quota'> | undefined;
}

/**
 * partner-tier-limit, which determines the caller's tier and enforces the tiers' limits and the API's own limit.
 * @throws Error if the environment's counters are not usable
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

/** The windows that a tier overrides for one operation. */
function overriddenWindows(tier: Tier, api: string, operation: string): readonly Json[] {
  const overrideAt = (path: readonly (string | number)[]) =>
    typeof path[1] === 'number' ? tier.overrides?.[path[1]] : undefined;
  return tierWindows(tier, api, operation)
    .filter(({ place }) => overrideAt(place)?.operation !== undefined)
    .map(({ window, limit }) => ({ window, limit }));
}

/** The Redis settings of partner-tier-limit, with user and password only if they are given. */
function redisSettings(redis: RedisServer): JsonObject {
  return {
    ...redisFields(redis),
    timeout: redis.timeoutMs,
    ...(redis.username === undefined ? {} : { username: redis.username }),
    ...(redis.password === undefined ? {} : { password: redis.password }),
  };
}
