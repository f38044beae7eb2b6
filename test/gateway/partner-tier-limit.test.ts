import type { JsonObject } from '../../core/model';
import { Gateway } from './support/gateway';
import type { Answer, Call, Consumer, PluginSetup, Setup } from './support/messages';
import { randomOf } from './support/random';
import { type RedisServer, redisHere } from './support/redis';
import { onEveryLua } from './support/runtimes';

const at = (time: string) => Date.parse(time) / 1000;
const NOON = at('2026-10-15T12:00:00Z');

const windows = (limits: Record<string, number>) =>
  Object.entries(limits).map(([window, limit]) => ({ window, limit }));
const CHECK = { operation: 'checkSimSwap', route: 'sim-swap_check-sim-swap' };

/** The plugin with the limits of a tier, and those of its operation `checkSimSwap`. */
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
const KNOWN: PluginSetup = { name: 'known-caller', config: {}, bundled: true };
const ownLimit = (used_up: boolean): PluginSetup => ({ name: 'rate-limiting', config: { used_up }, bundled: true });

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

const statuses = (answers: readonly Answer[]) => answers.map(({ status }) => status);
const passed = (answers: readonly Answer[]) => answers.filter(({ status }) => status === 200).length;

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
      plugins: [KNOWN, plugin, ERRORS],
      consumers: [consumer('a'), consumer('b')],
      acls: { a: ['sim-swap:paid'], b: ['sim-swap:paid'] },
      now: NOON,
      ...more,
    });
  };
  const later = (seconds: number) => {
    now += seconds;
    return gateway.clock(now);
  };
  const send = async (count: number, one: Call = call()) => {
    const answers: Answer[] = [];
    for (let i = 0; i < count; i++) {
      answers.push(await gateway.call(one));
      await gateway.idle();
    }
    return answers;
  };
  const error = ({ body }: Answer) => JSON.parse(body);
  const redisNow = () => gateway.run('redis_now', { key: 'gatewright:limit:a:sim-swap' });

  describe.each([
    ['in shared memory', { store: 'local' }],
    ['in Redis', REDIS],
  ])('counting %s', (_, counters) => {
    const limited = (limits: Record<string, number>, of?: Record<string, number>, more: JsonObject = {}) =>
      tierLimit(limits, of, { counters, ...more });

    test('lets exactly the limit pass, until the next window', async () => {
      await setup(limited({ minute: 3 }));
      expect(statuses(await send(5))).toEqual([200, 200, 200, 429, 429]);
      await later(59.9);
      expect(statuses(await send(1))).toEqual([429]);
      await later(0.1);
      expect(statuses(await send(4))).toEqual([200, 200, 200, 429]);
    });

    test('counts applications apart', async () => {
      await setup(limited({ minute: 1 }));
      expect(statuses([...(await send(2)), ...(await send(2, call('b')))])).toEqual([200, 429, 200, 429]);
    });

    test('tells the caller its limits', async () => {
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

    test('tells a refused caller when to come again, and which window is used up', async () => {
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

    test('keeps the limits to itself where it is told to, but not when to come again', async () => {
      await setup(limited({ minute: 1 }, {}, { hide_client_headers: true }));
      const [first, second] = await send(2);
      for (const answer of [first, second])
        expect(Object.keys(answer?.headers ?? {}).filter((name) => name.includes('ratelimit'))).toEqual([]);
      expect(second?.headers['retry-after']).toBe('60');
    });

    test('a refused call takes nothing from the other windows', async () => {
      await setup(limited({ second: 1, minute: 3 }));
      for (let second = 0; second < 3; second++) {
        expect(statuses(await send(5))).toEqual([200, 429, 429, 429, 429]);
        await later(1);
      }
      expect(statuses(await send(1))).toEqual([429]);
    });

    test('a quota has its own code, from the policy of errors', async () => {
      await setup(limited({ day: 1, month: 2 }));
      expect((await send(2)).map((answer) => error(answer).code)).toEqual([undefined, 'TOO_MANY_REQUESTS']);
      await later(86_400);
      await send(1);
      await later(86_400);
      const [refused] = await send(1);
      expect(refused && error(refused).code).toBe('QUOTA_EXCEEDED');
    });

    test.each([
      ['2026-01-31T23:59:59.500Z', '2026-02-01T00:00:00Z'],
      ['2026-02-28T23:59:59Z', '2026-03-01T00:00:00Z'],
      ['2028-02-28T12:00:00Z', '2028-03-01T00:00:00Z'],
      ['2028-02-29T12:00:00Z', '2028-03-01T00:00:00Z'],
      ['2026-12-01T00:00:00Z', '2027-01-01T00:00:00Z'],
      ['2026-04-30T23:59:59Z', '2026-05-01T00:00:00Z'],
    ])('a month that is used up at %s begins anew at %s', async (start, end) => {
      await setup(limited({ month: 1 }), { now: at(start) });
      const [, refused] = await send(2);
      expect(refused?.headers['retry-after']).toBe(String(Math.max(1, Math.ceil(at(end) - at(start)))));
      await gateway.clock(at(end) - 0.001);
      expect(statuses(await send(1))).toEqual([429]);
      await gateway.clock(at(end));
      expect(statuses(await send(1))).toEqual([200]);
    });

    test('every month of forty years begins and ends where the calendar says', async () => {
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

    describe('an operation with limits of its own', () => {
      test('is counted alone in the windows that it names, with the rest in the others', async () => {
        await setup(limited({ minute: 5, hour: 4 }, { minute: 2 }));
        expect(statuses(await send(3, check()))).toEqual([200, 200, 429]);
        expect(statuses(await send(3))).toEqual([200, 200, 429]);
      });

      test("does not use up the rest's window of the same length", async () => {
        await setup(limited({ minute: 1 }, { minute: 2 }));
        expect(statuses([...(await send(2, check())), ...(await send(2)), ...(await send(1, check()))])).toEqual([
          200, 200, 200, 429, 429,
        ]);
      });

      test.each(['*', '**', '*:minute', 'a:b'])(
        'has counters of its own whatever it is called: %s',
        async (operation) => {
          const named = { ...CHECK, operation, windows: windows({ minute: 2 }) };
          const paid = { name: 'paid', group: 'sim-swap:paid', windows: windows({ minute: 3 }), operations: [named] };
          await setup(limited({}, {}, { tiers: [paid] }));
          expect(statuses([...(await send(3, check())), ...(await send(4))])).toEqual([
            200, 200, 429, 200, 200, 200, 429,
          ]);
        },
      );

      test('may have a window that the tier does not have', async () => {
        await setup(limited({}, { second: 1 }));
        expect(statuses([...(await send(2, check())), ...(await send(3))])).toEqual([200, 429, 200, 200, 200]);
      });
    });

    describe("an API's own limit", () => {
      const window = (api_windows: Record<string, number>, tier: Record<string, number> = { hour: 9 }, more = {}) =>
        limited(tier, {}, { api_windows: windows(api_windows), ...more });

      test('holds for all callers together', async () => {
        await setup(window({ minute: 3 }));
        const answers = [...(await send(2, call('a'))), ...(await send(2, call('b'))), ...(await send(1, call('a')))];
        expect(statuses(answers)).toEqual([200, 200, 200, 429, 429]);
        await later(60);
        expect(statuses(await send(1, call('b')))).toEqual([200]);
      });

      test('tells the refused caller when to come again, and nothing of how busy others are', async () => {
        await setup(window({ month: 1 }), { now: at('2026-10-31T23:59:00Z') });
        const [, refused] = await send(2);
        expect(refused && error(refused)).toEqual({
          status: 429,
          code: 'TOO_MANY_REQUESTS',
          message: 'The API gets more calls than it can take; try again later.',
        });
        expect(refused?.headers).toMatchObject({ 'retry-after': '60', 'x-ratelimit-limit-hour': '9' });
        expect(refused?.headers).not.toHaveProperty('x-ratelimit-limit-month');
        await later(60);
        expect(statuses(await send(1))).toEqual([200]);
      });

      test('takes nothing of the tier from a call that it refuses, and nothing of its own from one that the tier refuses', async () => {
        await setup(window({ minute: 3 }, { hour: 2 }));
        expect(statuses([...(await send(4, call('a'))), ...(await send(2, call('b')))])).toEqual([
          200, 200, 429, 429, 200, 429,
        ]);
        await later(60);
        const [last] = await send(1, call('b'));
        expect([last?.status, last?.headers['x-ratelimit-remaining-hour']]).toEqual([200, '0']);
      });

      test('gives back what a later plugin refuses', async () => {
        const plugin = window({ minute: 1 });
        await setup(plugin, { plugins: [KNOWN, plugin, ERRORS, ownLimit(true)] });
        expect((await send(3)).map((one) => error(one).message)).toEqual(
          Array(3).fill('Too many calls; try again later.'),
        );
      });

      test('holds where the tier has no limit', async () => {
        await setup(window({ minute: 1 }, {}));
        expect(statuses(await send(2))).toEqual([200, 429]);
      });

      test('holds exactly for calls in flight together, whatever the order', async () => {
        const random = randomOf(7);
        for (let round = 0; round < 20; round++) {
          await setup(window({ minute: 4 }, { minute: 3 }), { preempt: true });
          const answers = await gateway.interleaved(random, () =>
            ['a', 'a', 'a', 'b', 'b', 'b'].map((id) => gateway.call(call(id))),
          );
          expect(passed(answers)).toBeLessThanOrEqual(4);
          // A call that one window refuses may have taken another one's place for an instant; never more than one each.
          expect(passed(answers)).toBeGreaterThanOrEqual(3);
        }
      });
    });

    describe('a call that a later plugin refuses', () => {
      test('gives its count back', async () => {
        await setup(limited({ minute: 2, hour: 5 }), {
          plugins: [KNOWN, limited({ minute: 2, hour: 5 }), ERRORS, ownLimit(true)],
        });
        const answers = await send(5);
        expect(statuses(answers)).toEqual([429, 429, 429, 429, 429]);
        expect(answers.map(({ headers }) => headers['x-ratelimit-remaining-minute'])).toEqual([
          '2',
          '2',
          '2',
          '2',
          '2',
        ]);
        expect(answers.map((answer) => error(answer).code)).toEqual(Array(5).fill('TOO_MANY_REQUESTS'));
      });

      test.each([
        ['the upstream answers 429 itself', { status: 429, headers: {}, body: '' } as const],
        ['the upstream is away', { away: true } as const],
      ])('but not when %s', async (_, answer) => {
        await setup(limited({ minute: 2 }), { upstream: () => answer });
        const answers = await send(2);
        expect(answers.map(({ headers }) => headers['x-ratelimit-remaining-minute'])).toEqual(['1', '0']);
      });
    });

    test('an answer that breaks off while it is held back has used the tier up', async () => {
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
        plugins: [KNOWN, limited({ minute: 1 }), ERRORS, masking],
        upstream: () => ({ status: 200, headers: {}, body: '{"a":', broken: true }),
      });
      expect(statuses(await send(2))).toEqual([502, 429]);
    });

    describe('what is given back', () => {
      interface Usage extends JsonObject {
        readonly refused?: number;
      }
      const of = (name: string, ...more: JsonObject[]) =>
        gateway.run('call_module', {
          module: `kong.plugins.partner-tier-limit.${counters.store}_counters`,
          name,
          args: [{ counters }, 'a:sim-swap', ...more],
        });
      const take = () => of('take', [{ window: 'minute', limit: 2, counted: '*' }] as never) as Promise<Usage>;

      test('can be taken again', async () => {
        await setup(limited({ minute: 2 }));
        const [first] = [await take(), await take()];
        expect((await take()).refused).toBe(1);
        await of('give', first);
        expect([(await take()).refused, (await take()).refused]).toEqual([undefined, 1]);
      });

      test('late, goes to the window that it was taken from, not to the next', async () => {
        await setup(limited({ minute: 2 }));
        await later(59);
        const first = await take();
        await later(1);
        await take();
        await of('give', first);
        expect([(await take()).refused, (await take()).refused]).toEqual([undefined, 1]);
      });
    });

    test('calls in flight together never get more than the limit, whatever the order', async () => {
      for (let seed = 1; seed <= 30; seed++) {
        const plugin = limited({ second: 7, minute: 5, hour: 6 });
        await setup(plugin, { preempt: true });
        const random = randomOf(seed);
        const first = await gateway.interleaved(random, () => Array.from({ length: 12 }, () => gateway.call(call())));
        expect(passed(first)).toBeLessThanOrEqual(5);
        await later(60);
        // What was refused took nothing: after the minute exactly what the hour has left passes.
        expect(passed(await send(10))).toBe(Math.min(5, 6 - passed(first)));
      }
    });

    test('one call after another gets all of it, however many were refused in between', async () => {
      await setup(limited({ second: 2, hour: 9 }));
      let all = 0;
      for (let second = 0; second < 10; second++) {
        all += passed(await send(6));
        await later(1);
      }
      expect(all).toBe(9);
    });
  });

  test('a counter in Redis never goes below zero, however often a call is given back', async () => {
    await setup(tierLimit({ minute: 2 }, {}, { counters: REDIS }));
    const start = String(NOON);
    await send(1);
    for (let i = 0; i < 3; i++) {
      await gateway.run('call_module', {
        module: 'kong.plugins.partner-tier-limit.redis_counters',
        name: 'give',
        args: [{ counters: REDIS }, 'a:sim-swap', { taken: ['*:minute', start] }],
      });
      expect(await redisNow()).toMatchObject({ fields: { '*:minute': `${start}:0` } });
    }
  });

  test('a counter in shared memory ends with its window', async () => {
    await setup(tierLimit({ minute: 2, hour: 5 }));
    await send(1);
    const used = (window: string) => gateway.run('used', { owner: 'a:sim-swap', window, start: NOON });
    await later(59);
    expect([await used('minute'), await used('hour')]).toEqual([1, 1]);
    await later(2);
    expect([await used('minute'), await used('hour')]).toEqual([0, 1]);
    await later(3540);
    expect(await used('hour')).toBe(0);
  });

  test('calls in flight together in Redis get exactly the limit', async () => {
    for (let seed = 1; seed <= 20; seed++) {
      await setup(tierLimit({ second: 9, minute: 7 }, {}, { counters: REDIS }));
      const random = randomOf(seed);
      const calls = ['a', 'b'].flatMap((id) => Array.from({ length: 12 }, () => call(id)));
      const answers = await gateway.interleaved(random, () => calls.map((one) => gateway.call(one)));
      expect([passed(answers.slice(0, 12)), passed(answers.slice(12))]).toEqual([7, 7]);
    }
  });

  describe('a caller', () => {
    const answerTo = async (id: string, more: Partial<Setup> = {}) => {
      await setup(tierLimit({ minute: 1 }), more);
      return (await send(1, call(id)))[0] as Answer;
    };

    test('whom nobody knows is 401', async () => {
      expect((await answerTo('nobody')).status).toBe(401);
    });

    test.each([[[]], [['sim-swap:gold']], [['other:paid']]])('in the groups %j is 403', async (groups) => {
      const got = await answerTo('a', { acls: { a: groups } });
      expect([got.status, error(got).code, got.reached]).toEqual([403, 'PERMISSION_DENIED', false]);
    });

    test.each([
      ['before its start', ['start:sim-swap:2026-10-16'], 403],
      ['on its first day', ['start:sim-swap:2026-10-15'], 200],
      ['on its last day', ['end:sim-swap:2026-10-16'], 200],
      ['after its end', ['end:sim-swap:2026-10-15'], 403],
      ['with dates of another API', ['end:other:2026-10-15'], 200],
      ['with an end that cannot be read', ['end:sim-swap:soon'], 403],
    ])('%s', async (_, tags, status) => {
      const consumers = [consumer('a', ['scope:sim-swap:sim-swap:check', ...tags])];
      expect((await answerTo('a', { consumers })).status).toBe(status);
    });

    test('without a grant of this API is 403', async () => {
      expect((await answerTo('a', { consumers: [consumer('a', ['scope:other:x'])] })).status).toBe(403);
    });

    test('loses it at midnight UTC, without an apply', async () => {
      const consumers = [consumer('a', ['scope:sim-swap:x', 'end:sim-swap:2026-10-16'])];
      await setup(tierLimit({}), { consumers, now: at('2026-10-15T23:59:59.9Z') });
      expect(statuses(await send(1))).toEqual([200]);
      await later(0.1);
      expect(statuses(await send(1))).toEqual([403]);
    });

    test('in two groups has the tier that is listed first, whichever came first', async () => {
      for (const groups of [
        ['sim-swap:free', 'sim-swap:paid'],
        ['sim-swap:paid', 'sim-swap:free'],
      ]) {
        await setup(tierLimit({ minute: 2 }), { acls: { a: groups } });
        expect(statuses(await send(3))).toEqual([200, 200, 429]);
      }
    });

    test('whose groups cannot be read is 503, not 403, and is not let through', async () => {
      const got = await answerTo('a', { acls_error: 'no database' });
      expect([got.status, error(got).code, got.reached]).toEqual([503, 'UNAVAILABLE', false]);
      expect(await gateway.logs()).toEqual([expect.stringMatching(/^err: .*no database$/)]);
    });

    test('keeps its count when its tier changes', async () => {
      await setup(tierLimit({ minute: 3 }), { acls: { a: ['sim-swap:free'] } });
      expect(statuses(await send(2))).toEqual([200, 429]);
      await gateway.run('set_groups', { id: 'a', groups: ['sim-swap:paid', 'sim-swap:free'] });
      expect(statuses(await send(3))).toEqual([200, 200, 429]);
    });
  });

  test('a tier without limits counts nothing', async () => {
    await setup(tierLimit({}, {}, { counters: REDIS }));
    expect(statuses(await send(3))).toEqual([200, 200, 200]);
    expect(gateway.asked.filter(({ name }) => name === 'redis')).toEqual([]);
  });

  describe('counters that are away', () => {
    const away = () => ({ error: 'connection refused' });
    test('refuse calls where the policy says closed', async () => {
      await setup(tierLimit({ minute: 1 }, {}, { counters: REDIS }), { redis: away });
      const [answer] = await send(1);
      expect([answer?.status, answer && error(answer).code, answer?.headers['retry-after']]).toEqual([
        503,
        'UNAVAILABLE',
        '1',
      ]);
      expect(await gateway.logs()).toEqual([expect.stringMatching(/^err: .*refused: connection refused$/)]);
    });

    test('let calls pass where it says open', async () => {
      await setup(tierLimit({ minute: 1 }, {}, { counters: REDIS, failure: 'open' }), { redis: away });
      expect(statuses(await send(3))).toEqual([200, 200, 200]);
      expect(await gateway.logs()).toHaveLength(3);
    });

    test('hold the limit again when they are back', async () => {
      let isAway = true;
      const redis = () => (isAway ? away() : { memory: true });
      await setup(tierLimit({ minute: 1 }, {}, { counters: REDIS }), { redis });
      expect(statuses(await send(1))).toEqual([503]);
      isAway = false;
      expect(statuses(await send(2))).toEqual([200, 429]);
    });

    test.each(['closed', 'open'])('are shared memory that is full, too (%s)', async (failure) => {
      await setup(tierLimit({ minute: 1 }, {}, { failure }), { shm_full: true });
      expect(statuses(await send(1))).toEqual([failure === 'open' ? 200 : 503]);
    });
  });

  describe("an API's own limit in a Redis that is away", () => {
    const away = ({ args }: JsonObject) =>
      (args as readonly string[])[2]?.startsWith('gatewright:limit:api:') ? { error: 'timeout' } : { memory: true };
    const config = { api_windows: windows({ minute: 9 }), counters: REDIS };

    test.each([
      ['with a tier that has limits', { hour: 2 }],
      ['with one that has none', {}],
    ])('%s is 503 in the error model where the policy says closed, and takes nothing', async (_, tier) => {
      await setup(tierLimit(tier, {}, config), { redis: away });
      const answers = await send(3);
      expect(answers.map((one) => [one.status, error(one).code, one.headers['retry-after'], one.reached])).toEqual(
        Array(3).fill([503, 'UNAVAILABLE', '1', false]),
      );
    });

    test('lets calls pass where it says open, and asks a Redis that is away only once a call', async () => {
      await setup(tierLimit({ hour: 2 }, {}, { ...config, failure: 'open' }), { redis: () => ({ error: 'timeout' }) });
      expect(statuses(await send(3))).toEqual([200, 200, 200]);
      expect(gateway.asked.filter(({ name }) => name === 'redis')).toHaveLength(3);
    });
  });

  describe('a connection to Redis', () => {
    const commands = () =>
      gateway.asked
        .filter(({ name }) => name === 'redis')
        .map(({ args }) => [args.command, ...(args.args as string[])].slice(0, 3));
    const redis = (more: JsonObject) =>
      tierLimit({ minute: 9 }, {}, { counters: { store: 'redis', redis: { ...REDIS.redis, ...more } } });
    const vault = { '{vault://env/user}': 'u', '{vault://env/password}': 'p' };

    test('says who it is when it is new, and not when it is used again', async () => {
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

    test('is made once for each server when a worker begins, with the scripts, and used by the first call', async () => {
      const plugins = [KNOWN, redis({}), redis({}), redis({ host: 'other' })];
      await setup(redis({}), { plugins, configure: true });
      await gateway.idle();
      expect(
        commands()
          .map(([name, what]) => (what ? `${name} ${what}` : name))
          .sort(),
      ).toEqual(['connect', 'connect', 'script load', 'script load', 'script load', 'script load']);
      await send(1);
      expect(commands().map(([name]) => name)).not.toContain('eval');
      expect(await redisNow()).toMatchObject({ open: 0 });
    });

    const names = () => commands().map(([name]) => name);
    const together = (count: number) =>
      gateway.interleaved(
        () => 0,
        () => Array.from({ length: count }, () => gateway.call(call())),
      );
    const manifold = (limits = { hour: 1000 }) => tierLimit(limits, {}, { counters: REDIS });

    test('is shared by the calls that come in the same turn of a worker', async () => {
      await setup(manifold());
      expect(passed(await together(20))).toBe(20);
      expect(names()).toEqual(['connect', ...Array(20).fill('evalsha'), ...Array(20).fill('eval')]);
      gateway.asked.length = 0;
      const answers = await together(20);
      expect(names()).toEqual(['connect', ...Array(20).fill('evalsha')]);
      const left = answers.map(({ headers }) => Number(headers['x-ratelimit-remaining-hour']));
      expect(left).toEqual(Array.from({ length: 20 }, (_, i) => 979 - i));
    });

    test('is made by another call where the one that was to ask for all is gone for a second', async () => {
      await setup(manifold());
      let second: Promise<Answer> | undefined;
      const waiting = () => {
        // The first call has not had its turn yet.
        if (!second) [, second] = [later(2), gateway.call(call('b'))];
        return 0;
      };
      const [first] = await gateway.interleaved(waiting, () => [gateway.call(call('a'))]);
      expect(statuses([first, await second].filter((answer) => answer !== undefined))).toEqual([200, 200]);
      expect(names().filter((name) => name === 'connect')).toHaveLength(2);
    });

    test('carries 200 of them at most', async () => {
      await setup(manifold());
      expect(passed(await together(401))).toBe(401);
      expect(names().filter((name) => name === 'connect')).toHaveLength(3);
    });

    test('that is refused is refused for all of them, and for nobody after them', async () => {
      let isAway = true;
      await setup(manifold(), { redis: () => (isAway ? { error: 'timeout' } : { memory: true }) });
      expect(statuses(await together(20))).toEqual(Array(20).fill(503));
      isAway = false;
      expect(passed(await together(20))).toBe(20);
    });

    test('gives each of them its own answer, an error included', async () => {
      let count = 0;
      const redis = ({ command }: JsonObject) =>
        command === 'eval' && ++count === 2 ? { reply_error: 'OOM' } : { memory: true };
      await setup(manifold({ hour: 2 }), { redis });
      expect(statuses(await together(4))).toEqual([200, 503, 200, 429]);
      expect(await redisNow()).toMatchObject({ open: 0 });
    });

    test.each([
      ['what is there at once', [{ data: '*8' }], '*8', undefined, [200]],
      ['what came while the worker was busy', [{ error: 'timeout' }, { data: '*8' }], '*8', undefined, [200, 1]],
      [
        'what comes after a time-out that was over long after its time',
        [{ error: 'timeout', took_s: 0.4 }, { data: '*8' }],
        '*8',
        undefined,
        [200, 200],
      ],
      ['nothing, where Redis is away', [{ error: 'timeout' }, { error: 'timeout' }], undefined, 'timeout', [200, 1]],
      ['nothing of an answer that breaks off', [{ error: 'timeout', part: '*' }], undefined, 'timeout', [200]],
      ['nothing of a connection that is closed', [{ error: 'closed' }], undefined, 'closed', [200]],
    ])('reads %s', async (_, reads, data, error, waits) => {
      const got = await gateway.run('patient_steps', { reads, wait_ms: 200 });
      expect(got).toEqual({ ...(data && { data }), ...(error && { error }), waits, after: 200, reused: 7 });
    });

    test('that timed out long after its time is made once more, since it was the worker that was late', async () => {
      for (const [late_s, connects] of [
        [0.21, 1],
        [0.5, 2],
      ] as const) {
        let tried = 0;
        await setup(manifold(), {
          redis: async ({ command }) => {
            if (command !== 'connect') return { memory: true };
            tried += 1;
            if (tried > 1) return { memory: true };
            return { late: 'timeout', took_s: late_s };
          },
        });
        expect(statuses(await send(1))).toEqual([connects === 1 ? 503 : 200]);
        expect(tried).toBe(connects);
      }
    });

    test('that cannot be made when a worker begins is made by the first call', async () => {
      let isAway = true;
      const answer = () => (isAway ? { error: 'connection refused' } : { memory: true });
      await setup(redis({}), { configure: true, redis: answer });
      await gateway.idle();
      isAway = false;
      expect(statuses(await send(1))).toEqual([200]);
      expect(await gateway.logs()).toEqual([]);
    });

    test('sends no name where there is none', async () => {
      await setup(redis({ password: '{vault://env/password}' }), { vault });
      await send(1);
      expect(commands()[1]).toEqual(['auth', 'p']);
    });

    test('that is refused counts as away', async () => {
      const refusing = ({ command }: JsonObject) =>
        command === 'auth' ? { reply_error: 'WRONGPASS' } : { memory: true };
      await setup(redis({ password: '{vault://env/password}' }), { vault, redis: refusing });
      expect(statuses(await send(1))).toEqual([503]);
    });

    test.each<readonly [string, JsonObject]>([
      ['host', { host: 'other' }],
      ['port', { port: 6380 }],
      ['user', { username: 'other' }],
      ['user, as there is none', { username: null }],
      ['database', { database: 3 }],
      ['encryption', { ssl: true }],
      ['check of the certificate', { ssl_verify: true }],
      ['name of the server', { server_name: 'other.internal' }],
    ])('is not shared with settings that have another %s', async (_, change) => {
      const one = { ...REDIS.redis, username: 'u', password: 'p' };
      const other = Object.entries({ ...one, ...change }).filter(([, value]) => value !== null);
      await setup(redis({}));
      for (const config of [one, one, Object.fromEntries(other), Object.fromEntries(other)]) {
        await gateway.run('call_module', {
          module: 'kong.plugins.partner-tier-limit.redis_counters',
          name: 'take',
          args: [{ counters: { redis: config } }, 'a', [{ window: 'minute', limit: 9, counted: '*' }]],
        });
      }
      // Each says once who it is, on its own connection.
      expect(commands().filter(([name]) => name === 'auth')).toHaveLength(2);
    });

    test.each([1, 200, 1234])('waits as long as the config says: %i ms', async (timeout) => {
      await setup(redis({ timeout }));
      await send(1);
      expect(gateway.asked[0]?.args.target).toMatchObject({
        timeouts: { connect: timeout, send: timeout, read: timeout },
      });
    });

    test.each<readonly [string, string, number]>([
      ['nothing', 'none', 200],
      ['a command that fails', 'evalsha', 503],
      ['a password that is refused', 'auth', 503],
      ['a database that is not there', 'select', 503],
    ])('is given back or closed after %s', async (_, failing, status) => {
      const answer = ({ command }: JsonObject) => (command === failing ? { reply_error: 'ERR' } : { memory: true });
      await setup(redis({ password: '{vault://env/password}', database: 2 }), { vault, redis: answer });
      expect(statuses(await send(2))).toEqual([status, status]);
      expect(await redisNow()).toMatchObject({ open: 0 });
      // One that failed is not used again.
      const greeted = commands().filter(([name]) => name === 'auth').length;
      expect(greeted).toBe(status === 200 ? 1 : 2);
    });

    test('is encrypted and checked as the config says', async () => {
      await setup(redis({ ssl: true, ssl_verify: true, server_name: 'redis.internal' }));
      await send(1);
      expect(gateway.asked[0]?.args.target).toMatchObject({
        ssl: true,
        ssl_verify: true,
        server_name: 'redis.internal',
      });
    });
  });

  describe('on a real Redis', () => {
    const here = redisHere();
    if (here.missing !== undefined) {
      test.skip(`not run: ${here.missing}`, () => undefined);
      return;
    }
    let server: RedisServer;
    beforeAll(async () => {
      server = await here.start();
    });
    afterAll(() => server.stop());

    test('hundreds of calls in flight together get exactly the limit', async () => {
      await setup(tierLimit({ hour: 70, month: 100 }, {}, { counters: REDIS }), { redis: server.answer });
      const calls = ['a', 'b'].flatMap((id) => Array.from({ length: 150 }, () => call(id)));
      const answers = await Promise.all(calls.map((one) => gateway.call(one)));
      expect([passed(answers.slice(0, 150)), passed(answers.slice(150))]).toEqual([70, 70]);
    });

    test('a refused call takes nothing, and what is given back can be taken again', async () => {
      await server.flush();
      await setup(tierLimit({ hour: 2 }, {}, { counters: REDIS }), {
        redis: server.answer,
        plugins: [KNOWN, tierLimit({ hour: 2 }, {}, { counters: REDIS }), ownLimit(true)],
      });
      expect((await send(4)).map(({ headers }) => headers['ratelimit-remaining'])).toEqual(['2', '2', '2', '2']);
    });

    test('its counters end with their window', async () => {
      await server.flush();
      await setup(tierLimit({ second: 5, hour: 5 }, {}, { counters: REDIS }), { redis: server.answer });
      await send(1);
      const [key] = await server.keys();
      const left = await server.ttl(key ?? '');
      expect(left).toBeGreaterThan(0);
      expect(left).toBeLessThanOrEqual(3601);
    });
  });
});
