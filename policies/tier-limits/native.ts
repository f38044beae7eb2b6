import { type Api, type ApiOperation, type Environment, type Tier, tierWindows, UNIT_MS } from '../../core/model';
import { redisAttributes, redisServer } from '../counters/counters';
import { groupName, type PlacedPlugin } from '../plugin/plugin';
import { nativePlugin, RATE_LIMITING_ADVANCED } from '../plugin-attributes';
import { supportedTarget } from '../target/target';

/** The input of tier limits with native plugins. */
export interface TierGroupInput {
  readonly api: Pick<Api, 'name'>;
  readonly tiers: readonly Tier[];
  readonly operations: readonly ApiOperation[];
  readonly environment: Pick<Environment, 'name' | 'gateway' | 'counters'>;
}

/**
 * rate-limiting-advanced on the Consumer Groups of the tiers: one per group on the service, and one on the route of every operation
 * that a tier overrides. Kong only runs the most specific instance, so the one on a route has all windows of its operation and its own
 * counters.
 * @throws Error if the environment's counters are not usable
 */
export function tierGroupLimiters({ api, tiers, operations, environment }: TierGroupInput): readonly PlacedPlugin[] {
  return tiers.flatMap((tier) => {
    const scope = { scope: 'consumer-group', api: api.name, tier: tier.name } as const;
    const overridden = operations.filter(({ id }) =>
      tier.overrides?.some((override) => override.api === api.name && override.operation === id && override.limits),
    );
    return [
      ...limiter(api.name, tier, environment).map((plugin) => ({ ...plugin, placement: scope })),
      ...overridden.flatMap(({ id, slug }) =>
        limiter(api.name, tier, environment, { id, slug }).map((plugin) => ({
          ...plugin,
          placement: { ...scope, operation: { id, slug } },
        })),
      ),
    ];
  });
}

type OperationName = Pick<ApiOperation, 'id' | 'slug'>;

/** The name of an operation in counters, which may not contain spaces or slashes. */
function counterName({ id, slug }: OperationName): string {
  return /^[A-Za-z][A-Za-z0-9_.-]*$/.test(id) ? id : slug;
}

function limiter(api: string, tier: Tier, environment: TierGroupInput['environment'], operation?: OperationName) {
  const windows = tierWindows(tier, api, operation?.id);
  if (windows.length === 0) return [];
  const redis = redisServer(environment);
  return [
    nativePlugin(
      RATE_LIMITING_ADVANCED,
      supportedTarget(environment),
      {
        identifier: 'consumer',
        limit: windows.map(({ limit }) => limit),
        // The plugin does not use calendar months: a month is 30 days (docs/editions.md).
        window_size: windows.map(({ window }) => UNIT_MS[window] / UNIT_MS.second),
        // Fixed days start at midnight UTC; with sliding windows, quotas would not reset at midnight.
        window_type: 'fixed',
        namespace: [groupName(api, tier.name), ...(operation === undefined ? [] : [counterName(operation)])].join(':'),
        strategy: redis ? 'redis' : 'local',
        // 0: synchronous counting in Redis. -1: counters remain on the node.
        sync_rate: redis ? 0 : -1,
        disable_penalty: false,
        enforce_consumer_groups: false,
        hide_client_headers: false,
        error_code: 429,
        error_message: 'API rate limit exceeded',
        retry_after_jitter_max: 0,
        dictionary_name: 'kong_rate_limiting_counters',
        lock_dictionary_name: 'kong_locks',
        'throttling.enabled': false,
        ...(redis && {
          ...redisAttributes(redis),
          'redis.connect_timeout': redis.timeoutMs,
          'redis.send_timeout': redis.timeoutMs,
          'redis.read_timeout': redis.timeoutMs,
          'redis.keepalive_pool_size': 256,
          'redis.connection_is_proxied': false,
        }),
      },
      redis !== undefined,
    ),
  ];
}
