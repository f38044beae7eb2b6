import { createHmac } from 'node:crypto';
import type { JsonObject } from '../../model/json';
import { Gateway } from './support/gateway';
import type { Answer, Call, Consumer, HttpAnswer, HttpRequest, PluginSetup, Setup } from './support/messages';
import { onEveryLua } from './support/runtimes';
import { rawToken } from './support/tokens';

const NOW = Date.parse('2026-10-15T12:00:00Z') / 1000;
const FRAUD = 'dpv:FraudPreventionAndDetection';

const API: JsonObject = {
  api: 'sim-swap',
  token: { source: 'context' },
  client_claim: 'client_id',
  rights: 'token-and-grants',
  user_context: 'any',
  three_legged: { rule: 'subject-differs', client_claims: ['client_id', 'azp'] },
  operations: [
    {
      operation: 'checkSimSwap',
      route: 'sim-swap_check-sim-swap',
      scopes: [['sim-swap:check'], ['sim-swap']],
    },
    {
      operation: 'both',
      route: 'sim-swap_both',
      scopes: [['sim-swap:check', 'sim-swap:retrieve-date']],
    },
    { operation: 'open', route: 'sim-swap_open', scopes: [] },
  ],
  purpose: { rule: 'required', allowed: [FRAUD, 'dpv:Security'] },
  live: { source: 'none' },
  subject_hash: { mode: 'none' },
};
const LIVE: JsonObject = {
  source: 'operator',
  url: 'https://consent.example:8443/consents?x=1',
  timeout_ms: 500,
  cache_s: 30,
  failure: 'closed',
  verify_tls: true,
};

const consent = (more: JsonObject = {}): PluginSetup => ({ name: 'partner-consent', config: { ...API, ...more } });
const KNOWN: PluginSetup = { name: 'known-caller', config: {}, bundled: true };

const TAGS = ['gatewright:1', 'scope:sim-swap:sim-swap:check', `purpose:sim-swap:${FRAUD}`];
const consumer = (tags: readonly string[] = TAGS): Consumer => ({
  id: 'a',
  username: 'acme_a',
  custom_id: 'acme',
  tags,
});
const CLAIMS = { client_id: 'acme', sub: '+34600000001', scope: `openid ${FRAUD} sim-swap:check` };

const token = (claims: object) => rawToken({ alg: 'ES256', typ: 'JWT', kid: 'k' }, { ...CLAIMS, ...claims }, 'AA');
const call = (claims: object = {}, more: Partial<Call> = {}): Call => ({
  method: 'POST',
  path: '/sim-swap/v2/check',
  route: 'sim-swap_check-sim-swap',
  headers: { 'x-test-consumer': 'a', 'x-test-token': token(claims) },
  ...more,
});

onEveryLua('partner-consent', (runtime) => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await Gateway.start(runtime);
  });
  afterAll(() => gateway.close());

  const setup = (plugin: PluginSetup, more: Partial<Setup> = {}) =>
    gateway.setup({ plugins: [KNOWN, plugin], consumers: [consumer()], now: NOW, ...more });
  const answerTo = async (one: Call, plugin = consent(), more: Partial<Setup> = {}) => {
    await setup(plugin, more);
    return gateway.call(one);
  };
  const messageOf = ({ body }: Answer): string => JSON.parse(body).message;
  const expectForbidden = (answer: Answer, message: string | RegExp) => {
    expect([answer.status, JSON.parse(answer.body).code, answer.reached]).toEqual([403, 'PERMISSION_DENIED', false]);
    expect(messageOf(answer)).toMatch(message);
  };

  test('a call with its scope and its purpose passes, and the record says which', async () => {
    const got = await answerTo(call());
    expect([got.status, got.log]).toEqual([200, { scopes: ['sim-swap:check'], purpose: FRAUD }]);
  });

  describe('nobody verified the caller: 401', () => {
    test.each([
      ['no consumer', { ...call(), headers: { 'x-test-token': token({}) } }],
      ['no token', { ...call(), headers: { 'x-test-consumer': 'a' } }],
      ['a text that is none', { ...call(), headers: { 'x-test-consumer': 'a', 'x-test-token': '5.5.5' } }],
      ['a token of another client', call({ client_id: 'other' })],
      ['a token of no client', call({ client_id: undefined })],
      ['a subject that is a number', call({ sub: 1 })],
      ['a subject that is null', call({ sub: null })],
      ['a subject that is empty', call({ sub: '' })],
    ])('%s', async (_, one) => {
      expect((await answerTo(one)).status).toBe(401);
    });

    const header = consent({
      token: { source: 'authorization-header', refused_headers: ['access-token', 'x-access-token'] },
    });
    const known = { 'x-test-consumer': 'a', authorization: `Bearer ${token({})}` };
    test.each([
      [200, known],
      [401, { authorization: known.authorization }],
      [401, { ...known, authorization: [known.authorization, known.authorization] }],
      [401, { ...known, 'x-access-token': 'x' }],
      [401, { ...known, 'Access-Token': '' }],
      [401, { 'x-test-consumer': 'a', 'x-test-token': token({}) }],
    ])('read from the Authorization header: %i', async (status, headers) => {
      expect((await answerTo({ ...call(), headers }, header)).status).toBe(status);
    });
  });

  describe('scopes', () => {
    const granted = (...scopes: readonly string[]) => ({
      consumers: [consumer([...scopes.map((scope) => `scope:sim-swap:${scope}`), `purpose:sim-swap:${FRAUD}`])],
    });
    test.each([
      ['in neither', 'openid', ['x'], 403],
      ['in the token alone', 'sim-swap:check', ['x'], 403],
      ['in the grants alone', 'openid', ['sim-swap:check'], 403],
      ['in both', 'sim-swap:check', ['sim-swap:check'], 200],
      ['the other alternative', 'sim-swap', ['sim-swap'], 200],
      ['one alternative each', 'sim-swap', ['sim-swap:check'], 403],
      ['a longer one', 'sim-swap:check2', ['sim-swap:check2'], 403],
      ['in upper case', 'SIM-SWAP:CHECK', ['sim-swap:check'], 403],
    ])('%s', async (_, scope, scopes, status) => {
      const got = await answerTo(call({ scope: `${FRAUD} ${scope}` }), consent(), granted(...scopes));
      expect(got.status).toBe(status);
      if (status === 403) expectForbidden(got, 'scope');
    });

    test.each([
      ['as a list', [FRAUD, 'sim-swap:check'], 200],
      ['as a list with other things', [FRAUD, 1, null, {}, 'sim-swap:check'], 200],
      ['as a number', 1, 403],
      ['as a map', { 'sim-swap:check': true }, 403],
      ['with tabs', `${FRAUD}\tsim-swap:check`, 403],
      ['absent', undefined, 403],
    ])('%s in the token', async (_, scope, status) => {
      expect((await answerTo(call({ scope }))).status).toBe(status);
    });

    test('that an operation needs together', async () => {
      const both = (scope: string) => call({ scope: `${FRAUD} ${scope}` }, { route: 'sim-swap_both' });
      const grants = granted('sim-swap:check', 'sim-swap:retrieve-date');
      expectForbidden(await answerTo(both('sim-swap:check'), consent(), grants), 'scope');
      expect((await answerTo(both('sim-swap:check sim-swap:retrieve-date'), consent(), grants)).status).toBe(200);
    });

    test('that an operation does not need', async () => {
      const one = call({ scope: FRAUD }, { route: 'sim-swap_open' });
      expect((await answerTo(one)).status).toBe(200);
    });

    test.each([
      ['another route', 'sim-swap_other'],
      ['a route whose name begins in the same way', 'sim-swap_check-sim-swap-2'],
      ['a route without a name', true],
    ])('%s is no operation of the API, whatever the path', async (_, route) => {
      expectForbidden(await answerTo(call({}, { route })), 'no such operation');
    });

    test('the operation is that of the route, whatever the path', async () => {
      const one = call({ scope: FRAUD }, { path: '/sim-swap/v2/check', route: 'sim-swap_open' });
      expect((await answerTo(one)).status).toBe(200);
    });
  });

  describe('a subscription', () => {
    test.each([
      ['of another API', ['scope:other:sim-swap:check', `purpose:other:${FRAUD}`], 403],
      ['that has not begun', [...TAGS, 'start:sim-swap:2026-10-16'], 403],
      ['that ends today', [...TAGS, 'end:sim-swap:2026-10-15'], 403],
      ['that ends tomorrow', [...TAGS, 'end:sim-swap:2026-10-16'], 200],
      ['whose end cannot be read', [...TAGS, 'end:sim-swap:x'], 403],
      ['without tags', [], 403],
    ])('%s', async (_, tags, status) => {
      expect((await answerTo(call(), consent(), { consumers: [consumer(tags)] })).status).toBe(status);
    });
  });

  describe('a purpose', () => {
    const scope = (...purposes: readonly string[]) => ({ scope: ['sim-swap:check', ...purposes].join(' ') });
    test.each([
      ['none', [], 'exactly one purpose'],
      ['two', [FRAUD, 'dpv:Security'], 'exactly one purpose'],
      ['one that was not granted', ['dpv:Security'], 'not granted'],
      ['one that nobody knows', ['dpv:Other'], 'not granted'],
      ['an empty one', ['dpv:'], 'not granted'],
      ['one in upper case', [FRAUD.toUpperCase()], 'exactly one purpose'],
    ])('%s is 403', async (_, purposes, message) => {
      const got = await answerTo(call(scope(...purposes)));
      expectForbidden(got, message);
      expect(got.log).not.toHaveProperty('purpose');
    });

    test('that is named twice is one', async () => {
      expect((await answerTo(call(scope(FRAUD, FRAUD)))).status).toBe(200);
    });

    test('that was granted but is not allowed is 403', async () => {
      const plugin = consent({ purpose: { rule: 'required', allowed: ['dpv:Security'] } });
      expectForbidden(await answerTo(call(), plugin), 'may not be used');
    });

    test('is not asked for where none is needed', async () => {
      const got = await answerTo(call(scope()), consent({ purpose: { rule: 'none' } }));
      expect([got.status, got.log]).toEqual([200, { scopes: ['sim-swap:check'] }]);
    });
  });

  describe('a token that the partner signed', () => {
    const plugin = (more: JsonObject = {}) => consent({ rights: 'grants', three_legged: { rule: 'never' }, ...more });
    const own = { client_id: undefined, iss: 'acme', scope: undefined };

    test("has the application's grants", async () => {
      const got = await answerTo(call(own), plugin());
      expect([got.status, got.log]).toEqual([200, { scopes: ['sim-swap:check'], purpose: FRAUD }]);
    });

    test('gives itself no rights', async () => {
      const both = call(
        { ...own, scope: `${FRAUD} sim-swap:check sim-swap:retrieve-date` },
        { route: 'sim-swap_both' },
      );
      expectForbidden(await answerTo(both, plugin()), 'scope');
      const granted = { consumers: [consumer(['scope:sim-swap:sim-swap:check'])] };
      expectForbidden(await answerTo(call({ ...own, scope: FRAUD }), plugin(), granted), 'not granted');
    });

    test('is never bound to a user', async () => {
      expectForbidden(await answerTo(call(own), plugin({ user_context: 'three-legged' })), 'bound to a user');
    });
  });

  describe('the user', () => {
    const differs = { rule: 'subject-differs', client_claims: ['client_id', 'azp'] };
    const claim = { rule: 'claim', claim: 'acr' };
    test.each([
      ['another subject', differs, {}, true],
      ['the client as subject', differs, { sub: 'acme' }, false],
      ['azp as subject', differs, { sub: 'x', azp: 'x' }, false],
      ['no subject', differs, { sub: undefined }, false],
      ['the claim', claim, { acr: '2' }, true],
      ['the claim and the client as subject', claim, { acr: '2', sub: 'acme' }, true],
      ['no claim', claim, {}, false],
      ['a claim that is null', claim, { acr: null }, false],
      ['a claim that is empty', claim, { acr: '' }, false],
      ['a claim that is false', claim, { acr: false }, false],
      ['never', { rule: 'never' }, { acr: '2' }, false],
    ])('%s', async (_, three_legged, claims, bound) => {
      const status = async (user_context: string) =>
        (await answerTo(call(claims), consent({ three_legged, user_context }))).status;
      expect([await status('three-legged'), await status('two-legged'), await status('any')]).toEqual(
        bound ? [200, 403, 200] : [403, 200, 200],
      );
    });
  });

  describe('the hash of the subject', () => {
    const keyed = consent({ subject_hash: { mode: 'keyed', key: '{vault://env/subject-hash-key}' } });
    const vault = { '{vault://env/subject-hash-key}': 'a key' };

    test('is keyed, and the subject itself stands nowhere', async () => {
      const got = await answerTo(call(), keyed, { vault });
      expect(got.log.subject_hash).toBe(createHmac('sha256', 'a key').update(CLAIMS.sub).digest('hex'));
      expect(JSON.stringify([got.log, await gateway.logs()])).not.toContain(CLAIMS.sub);
    });

    test('is not written for a token without a user', async () => {
      expect((await answerTo(call({ sub: 'acme' }), keyed, { vault })).log).not.toHaveProperty('subject_hash');
    });

    test('is not written where the key is empty, and the log says so', async () => {
      const got = await answerTo(call(), keyed);
      expect([got.status, got.log.subject_hash]).toEqual([200, undefined]);
      expect(await gateway.logs()).toEqual([expect.stringMatching(/^err: the key .* is empty/)]);
    });

    test('is written of refused calls, too', async () => {
      const plugin = consent({ subject_hash: keyed.config.subject_hash ?? {}, live: LIVE });
      const got = await answerTo(call(), plugin, { vault, http: () => ({ status: 403, body: '{}' }) });
      expect([got.status, typeof got.log.subject_hash]).toEqual([403, 'string']);
    });
  });

  describe('consent at the time of the call', () => {
    let served: HttpAnswer | ((request: HttpRequest) => HttpAnswer);
    const http = (request: HttpRequest) => (typeof served === 'function' ? served(request) : served);
    const info = (...statusInfo: readonly object[]): HttpAnswer => ({
      status: 200,
      body: JSON.stringify({ statusInfo }),
    });
    const entry = (more: object = {}) => ({
      scopes: ['sim-swap:check'],
      purpose: FRAUD,
      statusValidForProcessing: true,
      ...more,
    });
    const questions = () =>
      gateway.asked.filter(({ name }) => name === 'http').map(({ args }) => args as unknown as HttpRequest);
    const begin = async (live: JsonObject, answer: typeof served, more: JsonObject = {}) => {
      served = answer;
      await setup(consent({ live, ...more }), { http, vault: { '{vault://env/consent}': 'Basic c2VjcmV0' } });
    };
    const status = async (one = call()) => (await gateway.call(one)).status;

    test("is asked for at the operator's endpoint, with its credentials", async () => {
      await begin({ ...LIVE, authorization: '{vault://env/consent}' }, info(entry()));
      expect(await status()).toBe(200);
      const [asked] = questions();
      expect(asked).toMatchObject({
        scheme: 'https',
        host: 'consent.example',
        port: 8443,
        method: 'POST',
        path: '/consents?x=1',
        verify: true,
        headers: { Authorization: 'Basic c2VjcmV0', 'Content-Type': 'application/json' },
      });
      expect(JSON.parse(asked?.body ?? '')).toEqual({
        client: 'acme',
        subject: CLAIMS.sub,
        scopes: ['sim-swap:check'],
        purpose: FRAUD,
      });
    });

    test("is asked for at a Consent Info API with the caller's own token", async () => {
      const live = { ...LIVE, source: 'consent-info', scope: 'consent-info:retrieve' };
      const one = call({ scope: `${CLAIMS.scope} consent-info:retrieve` });
      await begin(live, info(entry()));
      expect(await status(one)).toBe(200);
      const [asked] = questions();
      expect(asked?.headers.Authorization).toBe(`Bearer ${one.headers?.['x-test-token']}`);
      expect(JSON.parse(asked?.body ?? '')).toEqual({
        scopes: ['sim-swap:check'],
        purpose: FRAUD,
        requestCaptureUrl: false,
      });
    });

    test('cannot be asked for with a token that lacks the scope for it', async () => {
      const live = { ...LIVE, source: 'consent-info', scope: 'consent-info:retrieve' };
      await begin(live, info(entry()));
      expectForbidden(await gateway.call(call()), 'cannot be used to ask');
      await begin({ ...live, failure: 'open' }, info(entry()));
      expect([await status(), questions()]).toEqual([200, []]);
    });

    test("is refused by a Consent Info API that takes the caller's token for none", async () => {
      const live = { ...LIVE, source: 'consent-info', scope: 'consent-info:retrieve', failure: 'open' };
      await begin(live, { status: 401, body: '' });
      expectForbidden(
        await gateway.call(call({ scope: `${CLAIMS.scope} consent-info:retrieve` })),
        'consent does not cover',
      );
    });

    test('cannot be asked for without a subject', async () => {
      const three_legged = { rule: 'claim', claim: 'acr' };
      await begin(LIVE, info(entry()), { three_legged });
      expectForbidden(await gateway.call(call({ acr: '2', sub: undefined })), 'cannot be used to ask');
      expect(questions()).toEqual([]);
    });

    test('cannot be asked for without a scope', async () => {
      await begin(LIVE, info(entry()));
      expect([await status(call({}, { route: 'sim-swap_open' })), questions()]).toEqual([503, []]);
    });

    test('is not asked for where the token has no user', async () => {
      await begin(LIVE, { error: 'connection refused' });
      expect([await status(call({ sub: 'acme' })), questions()]).toEqual([200, []]);
    });

    test('is asked for last: a call that is refused anyway causes no question', async () => {
      for (const claims of [{ scope: FRAUD }, { scope: 'sim-swap:check' }, { client_id: 'other' }]) {
        await begin(LIVE, info(entry()));
        expect(await status(call(claims))).toBeGreaterThan(400);
        expect(questions()).toEqual([]);
      }
    });

    const past = '2026-10-15T12:00:00Z';
    const YES: readonly (readonly [string, HttpAnswer])[] = [
      ['one entry', info(entry())],
      ['more scopes than asked', info(entry({ scopes: ['x', 'sim-swap:check'] }))],
      ['entries for other things', info(entry({ purpose: 'dpv:Other', statusValidForProcessing: false }), entry())],
      ['an end in the future', info(entry({ expirationDate: '2026-10-15T12:00:01Z' }))],
      ['an end with a zone', info(entry({ expirationDate: '2026-10-15T14:00:01.5+02:00' }))],
      ['an end in a leap year', info(entry({ expirationDate: '2028-02-29T00:00:00-08:00' }))],
      ['an end that is null', info(entry({ expirationDate: null }))],
    ];
    test.each(YES)('%s: yes', async (_, answer) => {
      await begin(LIVE, answer);
      expect(await status()).toBe(200);
    });

    const NO: readonly (readonly [string, HttpAnswer])[] = [
      ['denied', info(entry({ statusValidForProcessing: false, statusReason: 'DENIED' }))],
      ['a text in place of true', info(entry({ statusValidForProcessing: 'true' }))],
      ['no word on it', info(entry({ statusValidForProcessing: undefined }))],
      ['nothing about the scope', info(entry({ scopes: ['x'] }))],
      ['nothing about the purpose', info(entry({ purpose: 'dpv:Other' }))],
      ['no purpose', info(entry({ purpose: undefined }))],
      ['nothing', info()],
      ['scopes that are a text', info(entry({ scopes: 'sim-swap:check' }))],
      ['entries that are none', { status: 200, body: '{"statusInfo":[1,null,"x",[]]}' }],
      ['yes and no', info(entry(), entry({ statusValidForProcessing: false }))],
      ['an end that is now', info(entry({ expirationDate: past }))],
      ['an end that cannot be read', info(entry({ expirationDate: 'tomorrow' }))],
      ['an end without a zone', info(entry({ expirationDate: '2027-01-01T00:00:00' }))],
      ['403', { status: 403, body: '{"code":"CONSENT_INFO.NOT_ALLOWED_SCOPES_PURPOSE"}' }],
      ['422', { status: 422, body: '' }],
    ];
    test.each(NO)('%s: no, whatever the failure mode', async (_, answer) => {
      await begin({ ...LIVE, failure: 'open' }, answer);
      expectForbidden(await gateway.call(call()), 'consent does not cover');
    });

    const NONE: readonly (readonly [string, HttpAnswer])[] = [
      ['a service that is away', { error: 'connection refused' }],
      ['a time-out', { error: 'timeout' }],
      ['500', { status: 500, body: JSON.stringify({ statusInfo: [entry()] }) }],
      ['401', { status: 401, body: '' }],
      ['404', { status: 404, body: '' }],
      ['429', { status: 429, body: '' }],
      ['no JSON', { status: 200, body: '<html>' }],
      ['another form', { status: 200, body: '{"granted":true}' }],
      ['a list that is a text', { status: 200, body: '{"statusInfo":"x"}' }],
      ['an answer without end', { status: 200, body: `{"statusInfo":[],"x":"${'x'.repeat(70_000)}"}` }],
    ];
    test.each(NONE)('%s is no answer: closed or open, logged, and kept for a second', async (_, answer) => {
      await begin(LIVE, answer);
      const got = await gateway.call(call());
      expect([got.status, JSON.parse(got.body).code]).toEqual([503, 'UNAVAILABLE']);
      const lines = await gateway.logs();
      expect(lines).toEqual([expect.stringMatching(/^err: there is no answer about consent/)]);
      expect(lines.join()).not.toContain(CLAIMS.sub);
      served = info(entry());
      expect([await status(), questions().length]).toEqual([503, 1]);
      await gateway.clock(NOW + 1);
      expect(await status()).toBe(200);
      await begin({ ...LIVE, failure: 'open' }, answer);
      expect(await status()).toBe(200);
    });

    test('credentials that are empty at run time are no answer, and nothing is sent', async () => {
      served = info(entry());
      await setup(consent({ live: { ...LIVE, authorization: '{vault://env/consent}' } }), { http });
      expect([await status(), questions()]).toEqual([503, []]);
      expect(await gateway.logs()).toEqual([expect.stringContaining('credentials')]);
    });

    test('is remembered for a while, yes and no', async () => {
      for (const [answer, expected] of [
        [info(entry()), 200],
        [info(), 403],
      ] as const) {
        await begin(LIVE, answer);
        expect([await status(), await status(), questions().length]).toEqual([expected, expected, 1]);
        await gateway.clock(NOW + 30);
        expect([await status(), questions().length]).toEqual([expected, 2]);
      }
    });

    test('is remembered no longer than it holds, nor when the service is away', async () => {
      await begin(LIVE, info(entry({ expirationDate: '2026-10-15T12:00:05Z' })));
      expect(await status()).toBe(200);
      served = { error: 'connection refused' };
      await gateway.clock(NOW + 5);
      expect(await status()).toBe(503);
    });

    test('is asked for every time where it is not to be remembered', async () => {
      await begin({ ...LIVE, cache_s: 0 }, info(entry()));
      expect([await status(), await status(), questions().length]).toEqual([200, 200, 2]);
    });

    test('is remembered for one user, client, purpose and set of scopes', async () => {
      served = info(entry(), entry({ scopes: ['sim-swap'] }), entry({ purpose: 'dpv:Security' }));
      const tags = ['scope:sim-swap:sim-swap:check', 'scope:sim-swap:sim-swap', `purpose:sim-swap:${FRAUD}`];
      await setup(consent({ live: LIVE }), {
        http,
        consumers: [consumer(tags), { ...consumer(tags), id: 'b', custom_id: 'b' }],
      });
      const others = [
        call(),
        call({ sub: '+34600000002' }),
        call({ scope: `${FRAUD} sim-swap` }),
        { ...call(), headers: { 'x-test-consumer': 'b', 'x-test-token': token({ client_id: 'b' }) } },
      ];
      for (const one of others) expect(await status(one)).toBe(200);
      expect(questions()).toHaveLength(4);
      for (const one of others) expect(await status(one)).toBe(200);
      expect(questions()).toHaveLength(4);
    });

    test('is asked for once by many calls at a time', async () => {
      await begin(LIVE, info(entry()));
      const answers = await Promise.all(Array.from({ length: 10 }, () => gateway.call(call())));
      expect([answers.every((answer) => answer.status === 200), questions().length]).toEqual([true, 1]);
    });
  });

  describe('a config', () => {
    const key = '{vault://env/key}';
    const INFO = { ...LIVE, source: 'consent-info', scope: 'consent-info:retrieve' };
    const checked = (more: JsonObject) =>
      gateway.run('check_config', { plugin: 'partner-consent', config: { ...API, ...more } });

    test.each([
      ['of a token in the header', { token: { source: 'authorization-header', refused_headers: ['access-token'] } }],
      ['with a claim of any name', { three_legged: { rule: 'claim', claim: 'https://idp.example/user' } }],
      ['with a Consent Info API', { live: INFO }],
      ["with an operator's endpoint", { live: LIVE }],
      ['with an address that has a query', { live: { ...LIVE, url: 'https://consent.example?a=b@c' } }],
      ['with vault references', { live: { ...LIVE, authorization: key }, subject_hash: { mode: 'keyed', key } }],
    ])('%s is accepted', async (_, more) => {
      expect(await checked(more)).toEqual({ config: expect.any(Object) });
    });

    test.each([
      ['without operations', { operations: [] }],
      ['with a scope that is none', { operations: [{ operation: 'a', route: 'a', scopes: [['a b']] }] }],
      ['with an empty alternative', { operations: [{ operation: 'a', route: 'a', scopes: [[]] }] }],
      ['without refused headers', { token: { source: 'authorization-header' } }],
      ['with a rule that lacks its claim', { three_legged: { rule: 'claim' } }],
      ['with a setting of another rule', { three_legged: { rule: 'never', claim: 'acr' } }],
      ['without purposes', { purpose: { rule: 'required' } }],
      ['with a purpose that is none', { purpose: { rule: 'required', allowed: ['Security'] } }],
      ['with a key in clear', { subject_hash: { mode: 'keyed', key: 'a key' } }],
      ['without a key', { subject_hash: { mode: 'keyed' } }],
      ['with credentials in clear', { live: { ...LIVE, authorization: 'Basic c2VjcmV0' } }],
      ['with credentials for a Consent Info API', { live: { ...INFO, authorization: key } }],
      ['without an address', { live: { ...LIVE, url: null } }],
      ['with an address of another kind', { live: { ...LIVE, url: 'ftp://consent.example/' } }],
      ['with an address that is cut', { live: { ...LIVE, url: 'https://consent.example/a b' } }],
      ['with credentials in its address', { live: { ...LIVE, url: 'https://a:b@consent.example/' } }],
    ])('%s is refused', async (_, more) => {
      expect(await checked(more)).toEqual({ errors: expect.anything() });
    });
  });
});
