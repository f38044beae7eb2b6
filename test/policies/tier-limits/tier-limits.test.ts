import type { Environment, RateLimitPolicy, Tier } from '../../../core/model';
import { tierGroupPlugins, tierLimitPlugins } from '../../../policies';
import {
  API,
  FREE,
  NATIVE,
  NATIVE_39,
  OPERATIONS,
  OSS,
  PAID,
  PORTABLE,
  PORTABLE_39,
  RATE_LIMIT,
  withRedis,
} from '../support/documents';
import { problemsOfPortable } from '../support/portable-schemas';

const REDIS = {
  host: 'redis.internal',
  port: 6379,
  database: 0,
  ssl: true,
  ssl_verify: true,
  server_name: 'redis.internal',
};

describe('the limits of tiers', () => {
  const input = { api: API, tiers: [PAID, FREE], operations: OPERATIONS };

  const expected = {
    plugin: 'partner-tier-limit',
    resource: 'custom',
    config: {
      api: 'sim-swap',
      tiers: [
        {
          name: 'paid',
          group: 'sim-swap:paid',
          windows: [
            { window: 'second', limit: 10 },
            { window: 'minute', limit: 600 },
            { window: 'month', limit: 1_000_000 },
          ],
          operations: [
            {
              operation: 'check',
              route: 'sim-swap_check',
              windows: [{ window: 'second', limit: 5 }],
            },
          ],
        },
        { name: 'free', group: 'sim-swap:free', windows: [{ window: 'minute', limit: 60 }], operations: [] },
      ],
      api_windows: [],
      counters: { store: 'local' },
      failure: 'closed',
      hide_client_headers: false,
    },
  };

  test.each<[windows: Partial<RateLimitPolicy>, limits: Readonly<Record<string, number>>]>([
    [{ limits: { minute: 600 } }, { minute: 600 }],
    [{ limits: { second: 20, hour: 9000 } }, { second: 20, hour: 9000 }],
    [
      { limits: { hour: 100 }, quota: { month: 5000 } },
      { hour: 100, month: 5000 },
    ],
  ])("include %j as the API's own limit, which all callers share", (change, limits) => {
    const rateLimit = { ...RATE_LIMIT, ...change };
    const plugins = tierLimitPlugins({ ...input, environment: OSS, rateLimit });
    const api_windows = Object.entries(limits).map(([window, limit]) => ({ window, limit }));
    expect(plugins).toEqual([{ ...expected, config: { ...expected.config, api_windows } }]);
    expect(plugins.flatMap(problemsOfPortable)).toEqual([]);
  });

  test.each<[string, Environment]>([
    ['open-source Kong', OSS],
    ['Enterprise with portable plugins', PORTABLE],
    ['Enterprise 3.9 with portable plugins', PORTABLE_39],
  ])('are on the service with %s', (_, environment) => {
    const plugins = tierLimitPlugins({ ...input, environment });
    expect(plugins).toEqual([expected]);
    expect(plugins.flatMap(problemsOfPortable)).toEqual([]);
    expect(tierGroupPlugins({ ...input, environment })).toEqual([]);
  });

  test('are counted in Redis if the environment has Redis counters', () => {
    const plugins = tierLimitPlugins({ ...input, environment: withRedis(OSS) });
    const redis = { ...REDIS, timeout: 200, password: '{vault://env/redis-password}' };
    expect(plugins[0]?.config.counters).toEqual({ store: 'redis', redis });
    expect(plugins.flatMap(problemsOfPortable)).toEqual([]);
  });

  test("have the failure mode of the API's own limit", () => {
    const rateLimit = { ...RATE_LIMIT, failure: 'open' } as const;
    expect(tierLimitPlugins({ ...input, environment: OSS, rateLimit })[0]?.config.failure).toBe('open');
  });

  test('keep the order of tiers in the API', () => {
    const [plugin] = tierLimitPlugins({ ...input, tiers: [FREE, PAID], environment: OSS });
    expect(plugin?.config.tiers).toMatchObject([{ name: 'free' }, { name: 'paid' }]);
  });
});

describe('the limits of tiers on Enterprise with native plugins', () => {
  const input = { api: API, tiers: [PAID, FREE], operations: OPERATIONS };

  const limiter = (namespace: string, limits: readonly number[], sizes: readonly number[]) => ({
    plugin: 'rate-limiting-advanced',
    resource: 'typed',
    config: {
      dictionary_name: 'kong_rate_limiting_counters',
      disable_penalty: false,
      enforce_consumer_groups: false,
      error_code: 429,
      error_message: 'API rate limit exceeded',
      hide_client_headers: false,
      identifier: 'consumer',
      limit: limits,
      lock_dictionary_name: 'kong_locks',
      namespace,
      retry_after_jitter_max: 0,
      strategy: 'local',
      sync_rate: -1,
      window_size: sizes,
      window_type: 'fixed',
    },
  });

  test('are on Consumer Groups: one per tier, and one per operation that a tier overrides', () => {
    const group = (tier: string) => ({ scope: 'consumer-group', api: 'sim-swap', tier });
    const month = 2_592_000;
    expect(tierGroupPlugins({ ...input, environment: NATIVE_39 })).toEqual([
      { ...limiter('sim-swap:paid', [10, 600, 1_000_000], [1, 60, month]), placement: group('paid') },
      {
        // The instance on a route replaces that on the service, so it has all windows of its operation.
        ...limiter('sim-swap:paid:check', [5, 600, 1_000_000], [1, 60, month]),
        placement: { ...group('paid'), operation: { id: 'check', slug: 'check' } },
      },
      { ...limiter('sim-swap:free', [60], [60]), placement: group('free') },
    ]);
    expect(tierLimitPlugins({ ...input, environment: NATIVE_39 })).toEqual([]);
  });

  test('have additional settings on 3.15', () => {
    const [plugin] = tierGroupPlugins({ ...input, environment: NATIVE });
    expect(plugin?.config).toMatchObject({ throttling: { enabled: false } });
  });

  test('do not exist for a tier without limits', () => {
    const { limits, quota, overrides, ...unlimited } = PAID;
    expect(limits && quota && overrides).toBeTruthy();
    expect(tierGroupPlugins({ ...input, tiers: [unlimited satisfies Tier], environment: NATIVE })).toEqual([]);
  });

  test('are counted in Redis synchronously', () => {
    const [plugin] = tierGroupPlugins({ ...input, environment: withRedis(NATIVE) });
    expect(plugin?.config).toMatchObject({
      strategy: 'redis',
      sync_rate: 0,
      redis: { ...REDIS, password: '{vault://env/redis-password}', username: 'default', connect_timeout: 200 },
    });
  });

  test('are rejected if Redis has no password, which the plugin requires', () => {
    const environment: Environment = { ...NATIVE, counters: { store: 'redis', host: 'redis.internal' } };
    expect(() => tierGroupPlugins({ ...input, environment })).toThrow(/counters: .*native-redis-needs-password/);
  });
});

describe('a tier that bills calls beyond the quota', () => {
  const BILLING: Tier = { ...PAID, price: { overage: 'bill', items: { calls: { type: 'calls', flat: '0.01 EUR' } } } };
  const { quota, ...WITHOUT_QUOTA } = BILLING;
  const of = (tier: Tier, environment: Environment) => {
    const input = { api: API, tiers: [tier, FREE], operations: OPERATIONS, environment };
    return [...tierLimitPlugins(input), ...tierGroupPlugins(input)];
  };

  test.each<[string, Environment]>([
    ['portable plugins', OSS],
    ['native plugins', NATIVE],
    ['native plugins of 3.9', NATIVE_39],
  ])('gets the settings of a tier without a quota, with %s', (_, environment) => {
    expect(quota).toBeDefined();
    expect(of(BILLING, environment)).toEqual(of(WITHOUT_QUOTA, environment));
    expect(of(BILLING, environment)).not.toEqual(of(PAID, environment));
  });

  test('has no windows if the quota is its only limit', () => {
    const { limits, overrides, ...quotaOnly } = BILLING;
    expect(limits && overrides).toBeTruthy();
    expect(of(quotaOnly, NATIVE).map(({ config }) => config.namespace)).toEqual(['sim-swap:free']);
    const [portable] = tierLimitPlugins({ api: API, tiers: [quotaOnly], operations: OPERATIONS, environment: OSS });
    expect(portable?.config).toMatchObject({ tiers: [{ name: 'paid', windows: [], operations: [] }] });
    expect([portable].flatMap((one) => (one ? problemsOfPortable(one) : []))).toEqual([]);
  });
});
