import type { Environment, RateLimitPolicy } from '../../../core/model';
import { rateLimitPlugins, tierLimitPlugins } from '../../../policies';
import type { Counters } from '../../../policies/counters/counters';
import { API, NATIVE, OSS, PAID, PORTABLE, PORTABLE_39, RATE_LIMIT, withRedis } from '../support/documents';

type RedisCounters = Extract<Counters, { readonly store: 'redis' }>;

const UNLIMITED = 1_000_000_000_000;

const REDIS = {
  host: 'redis.internal',
  port: 6379,
  database: 0,
  ssl: true,
  ssl_verify: true,
  server_name: 'redis.internal',
};

describe("an API's own limit with native plugins", () => {
  const config = (policy: RateLimitPolicy = RATE_LIMIT, environment: Environment = NATIVE) => {
    const plugins = rateLimitPlugins({ policy, environment });
    expect(plugins).toEqual([{ plugin: 'rate-limiting', resource: 'typed', config: expect.anything() }]);
    return plugins[0]?.config;
  };

  const local = {
    second: 200,
    minute: UNLIMITED,
    hour: UNLIMITED,
    day: UNLIMITED,
    month: UNLIMITED,
    limit_by: 'service',
    policy: 'local',
    sync_rate: -1,
    fault_tolerant: false,
    hide_client_headers: true,
    error_code: 429,
    error_message: 'API rate limit exceeded',
  };

  test("is enforced by Kong's rate-limiting", () => {
    expect(config()).toEqual(local);
  });

  test.each<[string, Environment]>([
    ['open-source Kong', OSS],
    ['Enterprise with portable plugins', PORTABLE],
    ['Enterprise 3.9 with portable plugins', PORTABLE_39],
  ])('has no plugin of its own on %s, where partner-tier-limit enforces it', (_, environment) => {
    expect(rateLimitPlugins({ policy: RATE_LIMIT, environment })).toEqual([]);
  });

  test('is counted in Redis if the environment has Redis counters', () => {
    const redis = { ...REDIS, username: 'default', password: '{vault://env/redis-password}', timeout: 200 };
    expect(config(RATE_LIMIT, withRedis(NATIVE))).toEqual({ ...local, policy: 'redis', redis });
  });

  test.each<[what: string, change: Partial<RedisCounters>, name: string]>([
    ['its host', {}, 'redis.internal'],
    ['the given name', { serverName: 'counters.internal' }, 'counters.internal'],
    ['the given name of a host with an IP address', { host: '10.0.0.5', serverName: 'redis' }, 'redis'],
    ['a placeholder for an IP address without TLS', { host: '10.0.0.5', tls: false }, 'unused.invalid'],
  ])('expects in the certificate of Redis %s', (_, change, name) => {
    const environment: Environment = { ...NATIVE, counters: { store: 'redis', host: 'redis.internal', ...change } };
    expect(config(RATE_LIMIT, environment)?.redis).toMatchObject({ server_name: name });
  });

  test.each<[change: Partial<RedisCounters>, message: string]>([
    [
      { host: '10.0.0.5' },
      "/counters/host: the gateway of environment 'staging' does not support this (redis-certificate-name)",
    ],
    [{ host: '10.0.5', tls: false }, '(invalid-redis-host)'],
    [
      { serverName: '10.0.0.5' },
      "/counters/serverName: the gateway of environment 'staging' does not support this (redis-certificate-name)",
    ],
  ])('rejects %j, which Kong does not accept', (change, message) => {
    const environment: Environment = { ...NATIVE, counters: { store: 'redis', host: 'redis.internal', ...change } };
    expect(() => config(RATE_LIMIT, environment)).toThrow(message);
    const oss: Environment = { ...environment, gateway: OSS.gateway };
    expect(() => tierLimitPlugins({ api: API, tiers: [PAID], operations: [], environment: oss })).toThrow(message);
  });

  test('writes an empty password if there is none, which resets a previous one', () => {
    const environment: Environment = {
      ...NATIVE,
      counters: { store: 'redis', host: 'redis.internal', tls: false, timeout: '1 ms', port: 6380, database: 2 },
    };
    expect(config(RATE_LIMIT, environment)?.redis).toEqual({
      ...REDIS,
      port: 6380,
      database: 2,
      ssl: false,
      ssl_verify: false,
      timeout: 1,
      username: 'default',
      password: '',
    });
  });

  test.each<[windows: Partial<RateLimitPolicy>, limits: readonly number[]]>([
    [{ limits: { minute: 600 } }, [600, 600, UNLIMITED, UNLIMITED, UNLIMITED]],
    [{ limits: { second: 20, hour: 9000 } }, [20, 9000, 9000, UNLIMITED, UNLIMITED]],
    [{ limits: { hour: 100 }, quota: { month: 5000 } }, [100, 100, 100, 5000, 5000]],
    [{ limits: { second: 1 }, quota: { day: 10 } }, [1, 10, 10, 10, UNLIMITED]],
  ])('%j results in a limit for every window, none lower than that of a shorter one', (change, limits) => {
    const { second, minute, hour, day, month } = config({ ...RATE_LIMIT, ...change }) ?? {};
    expect([second, minute, hour, day, month]).toEqual(limits);
  });

  test.each([
    ['open', true],
    ['closed', false],
  ] as const)("fails '%s' if the counters are unavailable", (failure, tolerant) => {
    expect(config({ ...RATE_LIMIT, failure })).toMatchObject({ fault_tolerant: tolerant });
  });
});
