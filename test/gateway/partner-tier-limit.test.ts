import type { JsonObject } from '../../core/model';
import { Gateway } from './support/gateway';
import type { Call, CallResult, Consumer, PluginSetup, Setup } from './support/messages';
import { seededRandom } from './support/random';
import { installedRedis, type RedisServer } from './support/redis';
import { onEveryLua } from './support/runtimes';

const at = (time: string) => Date.parse(time) / 1000;
const NOON = at('2026-10-15T12:00:00Z');

const windows = (limits: Record<string, number>) =>
  Object.entries(limits).map(([window, limit]) => ({ window, limit }));
const CHECK = { operation: 'checkSimSwap', route: 'sim-swap_check-sim-swap' };

/** The plugin with the limits of a tier, and of its operation `checkSimSwap`. */
const tierLimit = (limits: Record<string, number>, check: Record<string, number> = {}, more: JsonObject = {}) => ({
  name: 'partner-tier-limit',
  config: {
    api: 'sim-swap',
    tiers: [
      {
        name: 'paid',
        group: 'sim-swap:paid',
        windows: windows(limits),
        operations: Object.keys(check).length === 0 ? [] : [{ ...CHECK, windows: windows(check) }],
      },
      { name: 'free', group: 'sim-swap:free', windows: windows({ minute: 1 }), operations: [] },
    ],
    api_windows: [],
    counters: { store: 'local' },
    failure: 'closed',
    hide_client_headers: false,
    ...more,
  },
});

const REDIS = {
  store: 'redis',
  redis: { host: 'redis', port: 6379, database: 0, ssl: false, ssl_verify: false, timeout: 200 },
};
const ERRORS: PluginSetup = {
  name: 'partner-errors',
  config: {
    scope: 'api',
    correlator_header: 'x-correlator',
    upstream_errors: 'pass',
    response_headers: [],
    idempotent_operations: [],
    window_codes: ['second', 'minute', 'hour', 'day', 'month'].map((window) => ({
      window,
      code: window === 'month' ? 'QUOTA_EXCEEDED' : 'TOO_MANY_REQUESTS',
    })),
  },
};
const KNOWN_CALLER: PluginSetup = { name: 'known-caller', config: {}, bundled: true };
const rateLimiting = (exceeded: boolean): PluginSetup => ({
  name: 'rate-limiting',
  config: { exceeded },
  bundled: true,
});

const consumer = (id: string, tags: readonly string[] = ['scope:sim-swap:sim-swap:check']): Consumer => ({
  id,
  username: id,
  custom_id: id,
  tags,
});
const call = (id = 'a', more: Partial<Call> = {}): Call => ({
  method: 'GET',
  path: '/sim-swap/v2/other',
  route: 'sim-swap_other',
  headers: { 'x-test-consumer': id },
  ...more,
});
const check = (id = 'a') => call(id, { route: CHECK.route });

const statuses = (results: readonly CallResult[]) => results.map(({ status }) => status);
const countPassed = (results: readonly CallResult[]) => results.filter(({ status }) => status === 200).length;

onEveryLua('partner-tier-limit', (runtime) => {
  let gateway: Gateway;
  let now: number;
  beforeAll(async () => {
    gateway = await Gateway.start(runtime);
  });
  afterAll(() => gateway.close());

  const setup = async (plugin: PluginSetup, more: Partial<Setup> = {}) => {
    now = more.now ?? NOON;
    await gateway.setup({
      plugins: [KNOWN_CALLER, plugin, ERRORS],
      consumers: [consumer('a'), consumer('b')],
      acls: { a: ['sim-swap:paid'], b: ['sim-swap:paid'] },
      now: NOON,
      ...more,
    });
  };
  const advance = (seconds: number) => {
    now += seconds;
    return gateway.clock(now);
  };
  const send = async (count: number, sent: Call = call()) => {
    const results: CallResult[] = [];
    for (let i = 0; i < count; i++) {
      results.push(await gateway.call(sent));
      await gateway.idle();
    }
    return results;
  };
  const error = ({ body }: CallResult) => JSON.parse(body);
  const redisState = () => gateway.run('redis_state', { key: 'gatewright:limit:a:sim-swap' });

  describe.each([
    ['in shared memory', { store: 'local' }],
    ['in Redis', REDIS],
  ])('with counters %s', (_, counters) => {
    const limited = (limits: Record<string, number>, of?: Record<string, number>, more: JsonObject = {}) =>
      tierLimit(limits, of, { counters, ...more });

    test('lets exactly the limit pass in each window', async () => {
      await setup(limited({ minute: 3 }));
      expect(statuses(await send(5))).toEqual([200, 200, 200, 429, 429]);
      await advance(59.9);
      expect(statuses(await send(1))).toEqual([429]);
      await advance(0.1);
      expect(statuses(await send(4))).toEqual([200, 200, 200, 429]);
    });

    test('counts each application separately', async () => {
      await setup(limited({ minute: 1 }));
      expect(statuses([...(await send(2)), ...(await send(2, call('b')))])).toEqual([200, 429, 200, 429]);
    });

    test('sends the limits in headers', async () => {
      await setup(limited({ second: 5, minute: 3 }), { now: NOON + 10.25 });
      const [first] = await send(1);
      expect(first?.headers).toMatchObject({
        'x-ratelimit-limit-second': '5',
        'x-ratelimit-remaining-second': '4',
        'x-ratelimit-limit-minute': '3',
        'x-ratelimit-remaining-minute': '2',
        'ratelimit-limit': '3',
        'ratelimit-remaining': '2',
        'ratelimit-reset': '50',
      });
      expect(first?.headers).not.toHaveProperty('retry-after');
    });

    test('informs a refused caller when to retry and which limit it exceeded', async () => {
      await setup(limited({ second: 2, minute: 100 }), { now: NOON + 10.25 });
      const refused = (await send(3))[2];
      expect(refused?.headers).toMatchObject({
        'ratelimit-limit': '2',
        'ratelimit-remaining': '0',
        'ratelimit-reset': '1',
        'retry-after': '1',
        'x-ratelimit-remaining-second': '0',
        'x-ratelimit-remaining-minute': '98',
      });
      expect(refused && error(refused)).toMatchObject({ status: 429, code: 'TOO_MANY_REQUESTS' });
    });

    test('omits the limits if configured, but never Retry-After', async () => {
      await setup(limited({ minute: 1 }, {}, { hide_client_headers: true }));
      const [first, second] = await send(2);
      for (const result of [first, second])
        expect(Object.keys(result?.headers ?? {}).filter((name) => name.includes('ratelimit'))).toEqual([]);
      expect(second?.headers['retry-after']).toBe('60');
    });

    test('does not count a refused call in the other windows', async () => {
      await setup(limited({ second: 1, minute: 3 }));
      for (let second = 0; second < 3; second++) {
        expect(statuses(await send(5))).toEqual([200, 429, 429, 429, 429]);
        await advance(1);
      }
      expect(statuses(await send(1))).toEqual([429]);
    });

    test('uses the code that the error policy sets for a quota', async () => {
      await setup(limited({ day: 1, month: 2 }));
      expect((await send(2)).map((result) => error(result).code)).toEqual([undefined, 'TOO_MANY_REQUESTS']);
      await advance(86_400);
      await send(1);
      await advance(86_400);
      const [refused] = await send(1);
      expect(refused && error(refused).code).toBe('QUOTA_EXCEEDED');
    });

    test.each<[window: string, message: string]>([
      ['second', 'The limit of requests per second is exceeded; try again later.'],
      ['hour', 'The limit of requests per hour is exceeded; try again later.'],
      ['day', 'The quota of requests per day is exhausted.'],
      ['month', 'The quota of requests per month is exhausted.'],
    ])('names the exceeded %s in the message', async (window, message) => {
      await setup(limited({ [window]: 1 }));
      const [, refused] = await send(2);
      expect(refused && error(refused).message).toBe(message);
    });

    test.each([
      ['2026-01-31T23:59:59.500Z', '2026-02-01T00:00:00Z'],
      ['2026-02-28T23:59:59Z', '2026-03-01T00:00:00Z'],
      ['2028-02-28T12:00:00Z', '2028-03-01T00:00:00Z'],
      ['2028-02-29T12:00:00Z', '2028-03-01T00:00:00Z'],
      ['2026-12-01T00:00:00Z', '2027-01-01T00:00:00Z'],
      ['2026-04-30T23:59:59Z', '2026-05-01T00:00:00Z'],
    ])('resets a monthly limit that is exceeded at %s at %s', async (start, end) => {
      await setup(limited({ month: 1 }), { now: at(start) });
      const [, refused] = await send(2);
      expect(refused?.headers['retry-after']).toBe(String(Math.max(1, Math.ceil(at(end) - at(start)))));
      await gateway.clock(at(end) - 0.001);
      expect(statuses(await send(1))).toEqual([429]);
      await gateway.clock(at(end));
      expect(statuses(await send(1))).toEqual([200]);
    });

    test('follows the calendar in every month of forty years', async () => {
      for (let month = 0; month < 480; month += 7) {
        const [start, end] = [month, month + 1].map((of) => Date.UTC(2026, of, 1) / 1000) as [number, number];
        await setup(limited({ month: 1 }), { now: end - 1 });
        const [, refused] = await send(2);
        expect([month, refused?.headers['retry-after']]).toEqual([month, '1']);
        await gateway.clock(start);
        const [, early] = await send(2);
        expect([month, early?.headers['retry-after']]).toEqual([month, String(end - start)]);
        await gateway.clock(end);
        expect(statuses(await send(1))).toEqual([200]);
      }
    });

    describe('an operation with its own limits', () => {
      test('has separate counts in its own windows, and is counted with the rest in the others', async () => {
        await setup(limited({ minute: 5, hour: 4 }, { minute: 2 }));
        expect(statuses(await send(3, check()))).toEqual([200, 200, 429]);
        expect(statuses(await send(3))).toEqual([200, 200, 429]);
      });

      test('does not count against the window of the same length for the rest', async () => {
        await setup(limited({ minute: 1 }, { minute: 2 }));
        expect(statuses([...(await send(2, check())), ...(await send(2)), ...(await send(1, check()))])).toEqual([
          200, 200, 200, 429, 429,
        ]);
      });

      test.each(['*', '**', '*:minute', 'a:b'])('has separate counters whatever its name: %s', async (operation) => {
        const named = { ...CHECK, operation, windows: windows({ minute: 2 }) };
        const paid = { name: 'paid', group: 'sim-swap:paid', windows: windows({ minute: 3 }), operations: [named] };
        await setup(limited({}, {}, { tiers: [paid] }));
        expect(statuses([...(await send(3, check())), ...(await send(4))])).toEqual([
          200, 200, 429, 200, 200, 200, 429,
        ]);
      });

      test('can have a window that the tier does not have', async () => {
        await setup(limited({}, { second: 1 }));
        expect(statuses([...(await send(2, check())), ...(await send(3))])).toEqual([200, 429, 200, 200, 200]);
      });
    });

    describe("an API's own limit", () => {
      const withApiLimit = (
        api_windows: Record<string, number>,
        tier: Record<string, number> = { hour: 9 },
        more = {},
      ) => limited(tier, {}, { api_windows: windows(api_windows), ...more });

      test('applies to all callers together', async () => {
        await setup(withApiLimit({ minute: 3 }));
        const results = [...(await send(2, call('a'))), ...(await send(2, call('b'))), ...(await send(1, call('a')))];
        expect(statuses(results)).toEqual([200, 200, 200, 429, 429]);
        await advance(60);
        expect(statuses(await send(1, call('b')))).toEqual([200]);
      });

      test('sends a refused caller the time to retry, but not how many calls others make', async () => {
        await setup(withApiLimit({ month: 1 }), { now: at('2026-10-31T23:59:00Z') });
        const [, refused] = await send(2);
        expect(refused && error(refused)).toEqual({
          status: 429,
          code: 'TOO_MANY_REQUESTS',
          message: 'The API is receiving too many requests; try again later.',
        });
        expect(refused?.headers).toMatchObject({ 'retry-after': '60', 'x-ratelimit-limit-hour': '9' });
        expect(refused?.headers).not.toHaveProperty('x-ratelimit-limit-month');
        await advance(60);
        expect(statuses(await send(1))).toEqual([200]);
      });

      test('does not count calls that the tier refuses, nor does the tier count calls that it refuses', async () => {
        await setup(withApiLimit({ minute: 3 }, { hour: 2 }));
        expect(statuses([...(await send(4, call('a'))), ...(await send(2, call('b')))])).toEqual([
          200, 200, 429, 429, 200, 429,
        ]);
        await advance(60);
        const [last] = await send(1, call('b'));
        expect([last?.status, last?.headers['x-ratelimit-remaining-hour']]).toEqual([200, '0']);
      });

      test('does not count calls that a later plugin refuses', async () => {
        const plugin = withApiLimit({ minute: 1 });
        await setup(plugin, { plugins: [KNOWN_CALLER, plugin, ERRORS, rateLimiting(true)] });
        expect((await send(3)).map((result) => error(result).message)).toEqual(
          Array(3).fill('Too many requests; try again later.'),
        );
      });

      test('applies if the tier has no limit', async () => {
        await setup(withApiLimit({ minute: 1 }, {}));
        expect(statuses(await send(2))).toEqual([200, 429]);
      });

      test('is exact for concurrent calls in any order', async () => {
        const random = seededRandom(7);
        for (let round = 0; round < 20; round++) {
          await setup(withApiLimit({ minute: 4 }, { minute: 3 }), { preempt: true });
          const results = await gateway.interleaved(random, () =>
            ['a', 'a', 'a', 'b', 'b', 'b'].map((id) => gateway.call(call(id))),
          );
          expect(countPassed(results)).toBeLessThanOrEqual(4);
          // A call that one limit refuses may briefly take the place of another call, but no more than one each.
          expect(countPassed(results)).toBeGreaterThanOrEqual(3);
        }
      });
    });

    describe('the count of a call that a later plugin refuses', () => {
      test('is given back', async () => {
        await setup(limited({ minute: 2, hour: 5 }), {
          plugins: [KNOWN_CALLER, limited({ minute: 2, hour: 5 }), ERRORS, rateLimiting(true)],
        });
        const results = await send(5);
        expect(statuses(results)).toEqual([429, 429, 429, 429, 429]);
        expect(results.map(({ headers }) => headers['x-ratelimit-remaining-minute'])).toEqual([
          '2',
          '2',
          '2',
          '2',
          '2',
        ]);
        expect(results.map((result) => error(result).code)).toEqual(Array(5).fill('TOO_MANY_REQUESTS'));
      });

      test.each([
        ['the upstream itself answers 429', { status: 429, headers: {}, body: '' } as const],
        ['the upstream is unreachable', { unreachable: true } as const],
      ])('is not given back if %s', async (_, response) => {
        await setup(limited({ minute: 2 }), { upstream: () => response });
        const results = await send(2);
        expect(results.map(({ headers }) => headers['x-ratelimit-remaining-minute'])).toEqual(['1', '0']);
      });
    });

    test('counts a call whose buffered response is cut off', async () => {
      const masking: PluginSetup = {
        name: 'partner-masking',
        config: {
          rules: [{ path: '$.a', action: 'remove', operations: [], groups: [], purposes: [] }],
          group_source: 'acl',
          groups: ['sim-swap:paid'],
          max_body_bytes: 1000,
          unreadable: 'block',
        },
      };
      await setup(limited({ minute: 1 }), {
        plugins: [KNOWN_CALLER, limited({ minute: 1 }), ERRORS, masking],
        upstream: () => ({ status: 200, headers: {}, body: '{"a":', truncated: true }),
      });
      expect(statuses(await send(2))).toEqual([502, 429]);
    });

    describe('a count that is given back', () => {
      interface Usage extends JsonObject {
        readonly exceeded?: number;
      }
      const callCounters = (name: string, ...more: JsonObject[]) =>
        gateway.run('call_module', {
          module: `kong.plugins.partner-tier-limit.${counters.store}_counters`,
          name,
          args: [{ counters }, 'a:sim-swap', ...more],
        });
      const take = () =>
        callCounters('take', [{ window: 'minute', limit: 2, counter: '*' }] as never) as Promise<Usage>;

      test('is available again', async () => {
        await setup(limited({ minute: 2 }));
        const [first] = [await take(), await take()];
        expect((await take()).exceeded).toBe(1);
        await callCounters('give_back', first);
        expect([(await take()).exceeded, (await take()).exceeded]).toEqual([undefined, 1]);
      });

      test('after the end of its window does not affect the next one', async () => {
        await setup(limited({ minute: 2 }));
        await advance(59);
        const first = await take();
        await advance(1);
        await take();
        await callCounters('give_back', first);
        expect([(await take()).exceeded, (await take()).exceeded]).toEqual([undefined, 1]);
      });
    });

    test('never exceeds the limit for concurrent calls in any order', async () => {
      for (let seed = 1; seed <= 30; seed++) {
        const plugin = limited({ second: 7, minute: 5, hour: 6 });
        await setup(plugin, { preempt: true });
        const random = seededRandom(seed);
        const first = await gateway.interleaved(random, () => Array.from({ length: 12 }, () => gateway.call(call())));
        expect(countPassed(first)).toBeLessThanOrEqual(5);
        await advance(60);
        // Refused calls were not counted: after the minute, exactly the rest of the hour passes.
        expect(countPassed(await send(10))).toBe(Math.min(5, 6 - countPassed(first)));
      }
    });

    test('lets the whole limit pass for consecutive calls, however many are refused in between', async () => {
      await setup(limited({ second: 2, hour: 9 }));
      let total = 0;
      for (let second = 0; second < 10; second++) {
        total += countPassed(await send(6));
        await advance(1);
      }
      expect(total).toBe(9);
    });
  });

  test('never counts below zero in Redis, however often a count is given back', async () => {
    await setup(tierLimit({ minute: 2 }, {}, { counters: REDIS }));
    const start = String(NOON);
    await send(1);
    for (let i = 0; i < 3; i++) {
      await gateway.run('call_module', {
        module: 'kong.plugins.partner-tier-limit.redis_counters',
        name: 'give_back',
        args: [{ counters: REDIS }, 'a:sim-swap', { taken: ['*:minute', start] }],
      });
      expect(await redisState()).toMatchObject({ fields: { '*:minute': `${start}:0` } });
    }
  });

  test('expires counters in shared memory with their window', async () => {
    await setup(tierLimit({ minute: 2, hour: 5 }));
    await send(1);
    const countOf = (window: string) => gateway.run('get_count', { owner: 'a:sim-swap', window, start: NOON });
    await advance(59);
    expect([await countOf('minute'), await countOf('hour')]).toEqual([1, 1]);
    await advance(2);
    expect([await countOf('minute'), await countOf('hour')]).toEqual([0, 1]);
    await advance(3540);
    expect(await countOf('hour')).toBe(0);
  });

  test('lets exactly the limit of concurrent calls pass with counters in Redis', async () => {
    for (let seed = 1; seed <= 20; seed++) {
      await setup(tierLimit({ second: 9, minute: 7 }, {}, { counters: REDIS }));
      const random = seededRandom(seed);
      const calls = ['a', 'b'].flatMap((id) => Array.from({ length: 12 }, () => call(id)));
      const results = await gateway.interleaved(random, () => calls.map((sent) => gateway.call(sent)));
      expect([countPassed(results.slice(0, 12)), countPassed(results.slice(12))]).toEqual([7, 7]);
    }
  });

  describe('a caller', () => {
    const sendAs = async (id: string, more: Partial<Setup> = {}) => {
      await setup(tierLimit({ minute: 1 }), more);
      return (await send(1, call(id)))[0] as CallResult;
    };

    test('that is not authenticated gets 401', async () => {
      expect((await sendAs('nobody')).status).toBe(401);
    });

    test.each([[[]], [['sim-swap:gold']], [['other:paid']]])('in the groups %j gets 403', async (groups) => {
      const result = await sendAs('a', { acls: { a: groups } });
      expect([result.status, error(result).code, result.reached]).toEqual([403, 'PERMISSION_DENIED', false]);
    });

    test.each([
      ['that starts tomorrow gets 403', ['start:sim-swap:2026-10-16'], 403],
      ['that starts today passes', ['start:sim-swap:2026-10-15'], 200],
      ['that ends tomorrow passes', ['end:sim-swap:2026-10-16'], 200],
      ['that ends today gets 403', ['end:sim-swap:2026-10-15'], 403],
      ['and an end date for another API passes', ['end:other:2026-10-15'], 200],
      ['with an invalid end date gets 403', ['end:sim-swap:soon'], 403],
    ])('with a subscription %s', async (_, tags, status) => {
      const consumers = [consumer('a', ['scope:sim-swap:sim-swap:check', ...tags])];
      expect((await sendAs('a', { consumers })).status).toBe(status);
    });

    test('without a grant for this API gets 403', async () => {
      expect((await sendAs('a', { consumers: [consumer('a', ['scope:other:x'])] })).status).toBe(403);
    });

    test('loses access at midnight UTC on the end date, without an apply', async () => {
      const consumers = [consumer('a', ['scope:sim-swap:x', 'end:sim-swap:2026-10-16'])];
      await setup(tierLimit({}), { consumers, now: at('2026-10-15T23:59:59.9Z') });
      expect(statuses(await send(1))).toEqual([200]);
      await advance(0.1);
      expect(statuses(await send(1))).toEqual([403]);
    });

    test('in two groups has the tier that is listed first, in any order of the groups', async () => {
      for (const groups of [
        ['sim-swap:free', 'sim-swap:paid'],
        ['sim-swap:paid', 'sim-swap:free'],
      ]) {
        await setup(tierLimit({ minute: 2 }), { acls: { a: groups } });
        expect(statuses(await send(3))).toEqual([200, 200, 429]);
      }
    });

    test('whose groups cannot be read gets 503', async () => {
      const result = await sendAs('a', { acls_error: 'no database' });
      expect([result.status, error(result).code, result.reached]).toEqual([503, 'UNAVAILABLE', false]);
      expect(await gateway.logs()).toEqual([expect.stringMatching(/^err: .*no database$/)]);
    });

    test('keeps its counts when its tier changes', async () => {
      await setup(tierLimit({ minute: 3 }), { acls: { a: ['sim-swap:free'] } });
      expect(statuses(await send(2))).toEqual([200, 429]);
      await gateway.run('set_groups', { id: 'a', groups: ['sim-swap:paid', 'sim-swap:free'] });
      expect(statuses(await send(3))).toEqual([200, 200, 429]);
    });
  });

  test('counts nothing for a tier without limits', async () => {
    await setup(tierLimit({}, {}, { counters: REDIS }));
    expect(statuses(await send(3))).toEqual([200, 200, 200]);
    expect(gateway.externalCalls.filter(({ name }) => name === 'redis')).toEqual([]);
  });

  describe('unavailable counters', () => {
    const unavailable = () => ({ error: 'connection refused' });
    test('cause a 503 if the failure mode is closed', async () => {
      await setup(tierLimit({ minute: 1 }, {}, { counters: REDIS }), { redis: unavailable });
      const [result] = await send(1);
      expect([result?.status, result && error(result).code, result?.headers['retry-after']]).toEqual([
        503,
        'UNAVAILABLE',
        '1',
      ]);
      expect(await gateway.logs()).toEqual([expect.stringMatching(/^err: .*refused: connection refused$/)]);
    });

    test('let calls pass if it is open', async () => {
      await setup(tierLimit({ minute: 1 }, {}, { counters: REDIS, failure: 'open' }), { redis: unavailable });
      expect(statuses(await send(3))).toEqual([200, 200, 200]);
      expect(await gateway.logs()).toHaveLength(3);
    });

    test('enforce the limit again when they recover', async () => {
      let isUnavailable = true;
      const redis = () => (isUnavailable ? unavailable() : { memory: true });
      await setup(tierLimit({ minute: 1 }, {}, { counters: REDIS }), { redis });
      expect(statuses(await send(1))).toEqual([503]);
      isUnavailable = false;
      expect(statuses(await send(2))).toEqual([200, 429]);
    });

    test.each(['closed', 'open'])('include full shared memory (failure: %s)', async (failure) => {
      await setup(tierLimit({ minute: 1 }, {}, { failure }), { shm_full: true });
      expect(statuses(await send(1))).toEqual([failure === 'open' ? 200 : 503]);
    });
  });

  describe("an API's own limit with Redis unavailable", () => {
    const unavailable = ({ args }: JsonObject) =>
      (args as readonly string[])[2]?.startsWith('gatewright:limit:api:') ? { error: 'timeout' } : { memory: true };
    const config = { api_windows: windows({ minute: 9 }), counters: REDIS };

    test.each([
      ['with a tier that has limits', { hour: 2 }],
      ['with a tier that has none', {}],
    ])('%s causes a 503 and counts nothing if the failure mode is closed', async (_, tier) => {
      await setup(tierLimit(tier, {}, config), { redis: unavailable });
      const results = await send(3);
      expect(
        results.map((result) => [result.status, error(result).code, result.headers['retry-after'], result.reached]),
      ).toEqual(Array(3).fill([503, 'UNAVAILABLE', '1', false]));
    });

    test('lets calls pass if it is open, and contacts Redis only once per call', async () => {
      await setup(tierLimit({ hour: 2 }, {}, { ...config, failure: 'open' }), { redis: () => ({ error: 'timeout' }) });
      expect(statuses(await send(3))).toEqual([200, 200, 200]);
      expect(gateway.externalCalls.filter(({ name }) => name === 'redis')).toHaveLength(3);
    });
  });

  describe('a connection to Redis', () => {
    const commands = () =>
      gateway.externalCalls
        .filter(({ name }) => name === 'redis')
        .map(({ args }) => [args.command, ...(args.args as string[])].slice(0, 3));
    const redis = (more: JsonObject) =>
      tierLimit({ minute: 9 }, {}, { counters: { store: 'redis', redis: { ...REDIS.redis, ...more } } });
    const vault = { '{vault://env/user}': 'u', '{vault://env/password}': 'p' };

    test('authenticates when it is opened, but not when it is reused', async () => {
      await setup(redis({ username: '{vault://env/user}', password: '{vault://env/password}', database: 2 }), {
        vault,
      });
      await send(2);
      expect(commands().map(([name]) => name)).toEqual([
        'connect',
        'auth',
        'select',
        'evalsha',
        'eval',
        'connect',
        'evalsha',
      ]);
      expect(commands().slice(1, 3)).toEqual([
        ['auth', 'u', 'p'],
        ['select', '2'],
      ]);
    });

    test('is opened once for each server when a worker starts, loads the scripts, and is used by the first call', async () => {
      const plugins = [KNOWN_CALLER, redis({}), redis({}), redis({ host: 'other' })];
      await setup(redis({}), { plugins, configure: true });
      await gateway.idle();
      expect(
        commands()
          .map(([name, what]) => (what ? `${name} ${what}` : name))
          .sort(),
      ).toEqual(['connect', 'connect', 'script load', 'script load', 'script load', 'script load']);
      await send(1);
      expect(commands().map(([name]) => name)).not.toContain('eval');
      expect(await redisState()).toMatchObject({ open: 0 });
    });

    const names = () => commands().map(([name]) => name);
    const sendConcurrently = (count: number) =>
      gateway.interleaved(
        () => 0,
        () => Array.from({ length: count }, () => gateway.call(call())),
      );
    const withRedis = (limits = { hour: 1000 }) => tierLimit(limits, {}, { counters: REDIS });

    test('is shared by calls in the same turn of the event loop', async () => {
      await setup(withRedis());
      expect(countPassed(await sendConcurrently(20))).toBe(20);
      expect(names()).toEqual(['connect', ...Array(20).fill('evalsha'), ...Array(20).fill('eval')]);
      gateway.externalCalls.length = 0;
      const results = await sendConcurrently(20);
      expect(names()).toEqual(['connect', ...Array(20).fill('evalsha')]);
      const left = results.map(({ headers }) => Number(headers['x-ratelimit-remaining-hour']));
      expect(left).toEqual(Array.from({ length: 20 }, (_, i) => 979 - i));
    });

    test('is opened by another call if the one that should send the batch is gone for a second', async () => {
      await setup(withRedis());
      let second: Promise<CallResult> | undefined;
      const waiting = () => {
        // The first call has not sent its batch yet.
        if (!second) [, second] = [advance(2), gateway.call(call('b'))];
        return 0;
      };
      const [first] = await gateway.interleaved(waiting, () => [gateway.call(call('a'))]);
      expect(statuses([first, await second].filter((result) => result !== undefined))).toEqual([200, 200]);
      expect(names().filter((name) => name === 'connect')).toHaveLength(2);
    });

    test('carries at most 200 calls', async () => {
      await setup(withRedis());
      expect(countPassed(await sendConcurrently(401))).toBe(401);
      expect(names().filter((name) => name === 'connect')).toHaveLength(3);
    });

    test('that fails affects all calls of its batch, but no later ones', async () => {
      let isUnavailable = true;
      await setup(withRedis(), { redis: () => (isUnavailable ? { error: 'timeout' } : { memory: true }) });
      expect(statuses(await sendConcurrently(20))).toEqual(Array(20).fill(503));
      isUnavailable = false;
      expect(countPassed(await sendConcurrently(20))).toBe(20);
    });

    test('returns each call its own result or error', async () => {
      let count = 0;
      const redis = ({ command }: JsonObject) =>
        command === 'eval' && ++count === 2 ? { reply_error: 'OOM' } : { memory: true };
      await setup(withRedis({ hour: 2 }), { redis });
      expect(statuses(await sendConcurrently(4))).toEqual([200, 503, 200, 429]);
      expect(await redisState()).toMatchObject({ open: 0 });
    });

    test.each([
      ['data that is available', [{ data: '*8' }], '*8', undefined, [200]],
      [
        'data that arrived while the worker was busy',
        [{ error: 'timeout' }, { data: '*8' }],
        '*8',
        undefined,
        [200, 1],
      ],
      [
        'data that arrives after a time-out that fired late',
        [{ error: 'timeout', took_s: 0.4 }, { data: '*8' }],
        '*8',
        undefined,
        [200, 200],
      ],
      ['nothing if Redis is unavailable', [{ error: 'timeout' }, { error: 'timeout' }], undefined, 'timeout', [200, 1]],
      ['nothing if the reply is incomplete', [{ error: 'timeout', partial: '*' }], undefined, 'timeout', [200]],
      ['nothing if it is closed', [{ error: 'closed' }], undefined, 'closed', [200]],
    ])('reads %s', async (_, reads, data, error, timeouts) => {
      const result = await gateway.run('patient_socket_reads', { reads, timeout_ms: 200 });
      expect(result).toEqual({
        ...(data && { data }),
        ...(error && { error }),
        timeouts,
        timeout_after: 200,
        reused: 7,
      });
    });

    test('is retried once after a time-out that fired late', async () => {
      for (const [took_s, connects] of [
        [0.21, 1],
        [0.5, 2],
      ] as const) {
        let attempts = 0;
        await setup(withRedis(), {
          redis: async ({ command }) => {
            if (command !== 'connect') return { memory: true };
            attempts += 1;
            if (attempts > 1) return { memory: true };
            return { timed_out: true, took_s };
          },
        });
        expect(statuses(await send(1))).toEqual([connects === 1 ? 503 : 200]);
        expect(attempts).toBe(connects);
      }
    });

    test('that cannot be opened when a worker starts is opened by the first call', async () => {
      let isUnavailable = true;
      const redisReply = () => (isUnavailable ? { error: 'connection refused' } : { memory: true });
      await setup(redis({}), { configure: true, redis: redisReply });
      await gateway.idle();
      isUnavailable = false;
      expect(statuses(await send(1))).toEqual([200]);
      expect(await gateway.logs()).toEqual([]);
    });

    test('sends no username if there is none', async () => {
      await setup(redis({ password: '{vault://env/password}' }), { vault });
      await send(1);
      expect(commands()[1]).toEqual(['auth', 'p']);
    });

    test('that Redis refuses counts as unavailable', async () => {
      const refusing = ({ command }: JsonObject) =>
        command === 'auth' ? { reply_error: 'WRONGPASS' } : { memory: true };
      await setup(redis({ password: '{vault://env/password}' }), { vault, redis: refusing });
      expect(statuses(await send(1))).toEqual([503]);
    });

    test.each<readonly [string, JsonObject]>([
      ['host', { host: 'other' }],
      ['port', { port: 6380 }],
      ['user', { username: 'other' }],
      ['user, namely none', { username: null }],
      ['database', { database: 3 }],
      ['encryption', { ssl: true }],
      ['certificate verification', { ssl_verify: true }],
      ['server name', { server_name: 'other.internal' }],
    ])('is not shared between settings with a different %s', async (_, change) => {
      const base = { ...REDIS.redis, username: 'u', password: 'p' };
      const changed = Object.entries({ ...base, ...change }).filter(([, value]) => value !== null);
      await setup(redis({}));
      for (const config of [base, base, Object.fromEntries(changed), Object.fromEntries(changed)]) {
        await gateway.run('call_module', {
          module: 'kong.plugins.partner-tier-limit.redis_counters',
          name: 'take',
          args: [{ counters: { redis: config } }, 'a', [{ window: 'minute', limit: 9, counter: '*' }]],
        });
      }
      // Each of the two opens one connection and authenticates it once.
      expect(commands().filter(([name]) => name === 'auth')).toHaveLength(2);
    });

    test.each([1, 200, 1234])('uses the configured time-out of %i ms', async (timeout) => {
      await setup(redis({ timeout }));
      await send(1);
      expect(gateway.externalCalls[0]?.args.target).toMatchObject({
        timeouts: { connect: timeout, send: timeout, read: timeout },
      });
    });

    test.each<readonly [string, string, number]>([
      ['success', 'none', 200],
      ['a failed command', 'evalsha', 503],
      ['a rejected password', 'auth', 503],
      ['an unknown database', 'select', 503],
    ])('is returned to the pool or closed after %s', async (_, failing, status) => {
      const reply = ({ command }: JsonObject) => (command === failing ? { reply_error: 'ERR' } : { memory: true });
      await setup(redis({ password: '{vault://env/password}', database: 2 }), { vault, redis: reply });
      expect(statuses(await send(2))).toEqual([status, status]);
      expect(await redisState()).toMatchObject({ open: 0 });
      // A failed connection is not reused.
      const authentications = commands().filter(([name]) => name === 'auth').length;
      expect(authentications).toBe(status === 200 ? 1 : 2);
    });

    test('uses the configured TLS settings', async () => {
      await setup(redis({ ssl: true, ssl_verify: true, server_name: 'redis.internal' }));
      await send(1);
      expect(gateway.externalCalls[0]?.args.target).toMatchObject({
        ssl: true,
        ssl_verify: true,
        server_name: 'redis.internal',
      });
    });
  });

  describe('on a real Redis', () => {
    const redis = installedRedis();
    if (redis.missing !== undefined) {
      test.skip(`not run: ${redis.missing}`, () => undefined);
      return;
    }
    let server: RedisServer;
    beforeAll(async () => {
      server = await redis.start();
    });
    afterAll(() => server.stop());

    test('lets exactly the limit of hundreds of concurrent calls pass', async () => {
      await setup(tierLimit({ hour: 70, month: 100 }, {}, { counters: REDIS }), { redis: server.execute });
      const calls = ['a', 'b'].flatMap((id) => Array.from({ length: 150 }, () => call(id)));
      const results = await Promise.all(calls.map((sent) => gateway.call(sent)));
      expect([countPassed(results.slice(0, 150)), countPassed(results.slice(150))]).toEqual([70, 70]);
    });

    test('does not count refused calls, and reuses counts that are given back', async () => {
      await server.flush();
      await setup(tierLimit({ hour: 2 }, {}, { counters: REDIS }), {
        redis: server.execute,
        plugins: [KNOWN_CALLER, tierLimit({ hour: 2 }, {}, { counters: REDIS }), rateLimiting(true)],
      });
      expect((await send(4)).map(({ headers }) => headers['ratelimit-remaining'])).toEqual(['2', '2', '2', '2']);
    });

    test('expires counters with their window', async () => {
      await server.flush();
      await setup(tierLimit({ second: 5, hour: 5 }, {}, { counters: REDIS }), { redis: server.execute });
      await send(1);
      const [key] = await server.keys();
      const left = await server.ttl(key ?? '');
      expect(left).toBeGreaterThan(0);
      expect(left).toBeLessThanOrEqual(3601);
    });
  });
});
