import { createHmac } from 'node:crypto';
import { encodeTagText } from '../../core/desired/consumer-tags/percent-encoding';
import type { JsonObject } from '../../core/model';
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
    { operation: 'open', route: 'sim-swap_open', no_scopes: true },
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

const INFO: JsonObject = {
  ...LIVE,
  source: 'consent-info',
  scope: 'consent-info:retrieve',
  otherwise: { source: 'none' },
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

  test('an operation without scopes is open to an application whose grant has none, and to no other', async () => {
    const bare = { purpose: { rule: 'none' } };
    const withTags = (...tags: readonly string[]) => ({ consumers: [{ ...consumer(), tags }] });
    const open = call({}, { route: 'sim-swap_open' });
    expect((await answerTo(open, consent(bare), withTags('grant:sim-swap:without-scopes'))).status).toBe(200);
    expectForbidden(await answerTo(open, consent(bare), withTags('grant:other:without-scopes')), /no subscription/);
    expectForbidden(await answerTo(open, consent(bare), withTags('grant:sim-swap:all')), /no subscription/);
    expectForbidden(
      await answerTo(call(), consent(bare), withTags('grant:sim-swap:without-scopes')),
      /not granted a scope that this operation needs/,
    );
  });

  test('an operation without scopes leaves an empty list', async () => {
    expect((await answerTo(call({}, { route: 'sim-swap_open' }))).log).toEqual({ scopes: [], purpose: FRAUD });
  });

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

  test('a token in the header that no credential belongs to is 401', async () => {
    const header = consent({ token: { source: 'authorization-header', refused_headers: ['access-token'] } });
    const one = { ...call(), headers: { 'x-test-consumer': 'a', authorization: `Bearer ${token({})}` } };
    const plugins = (anonymous: boolean) => [{ ...KNOWN, config: { anonymous } }, header];
    expect((await answerTo(one, header, { plugins: plugins(false) })).status).toBe(200);
    expect((await answerTo(one, header, { plugins: plugins(true) })).status).toBe(401);
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

    test.each(['https://graph.microsoft.com/.default', 'read,write', 'a%2Fb', `!#$%&'()*+,-./:;<=>?@[]^_{|}~`])(
      'may be any of RFC 6749: %s',
      async (scope) => {
        const plugin = consent({
          operations: [{ operation: 'check', route: 'sim-swap_check-sim-swap', scopes: [[scope]] }],
        });
        const ask = (asked: string) => call({ scope: `${FRAUD} ${asked}` });
        expect((await answerTo(ask(scope), plugin, granted(encodeTagText(scope)))).status).toBe(200);
        // Neither its encoded form nor one that the grant's tag could be taken for.
        expectForbidden(await answerTo(ask(scope), plugin, granted(encodeTagText(encodeTagText(scope)))), 'scope');
        expectForbidden(await answerTo(ask(encodeTagText(scope)), plugin, granted(encodeTagText(scope))), 'scope');
      },
    );

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

    test.each([
      ['never', { rule: 'never' }],
      ['a subject that differs', { rule: 'subject-differs', client_claims: ['client_id'] }],
      ['a claim', { rule: 'claim', claim: 'acr' }],
    ])('is never bound to a user, whatever the rule: %s', async (_, three_legged) => {
      const one = call({ ...own, acr: '2' });
      expectForbidden(await answerTo(one, plugin({ user_context: 'three-legged', three_legged })), 'bound to a user');
      expect((await answerTo(one, plugin({ user_context: 'two-legged', three_legged }))).status).toBe(200);
    });
  });

  describe('the user', () => {
    const differs = { rule: 'subject-differs', client_claims: ['client_id', 'azp'] };
    const claim = { rule: 'claim', claim: 'acr' };
    test("is not the consumer's own id, in whichever claim the client is named", async () => {
      const one = call({ client_id: undefined, cid: 'acme', sub: 'acme' });
      const own = { client_claim: 'cid', three_legged: differs };
      expectForbidden(await answerTo(one, consent({ ...own, user_context: 'three-legged' })), 'bound to a user');
      expect((await answerTo(one, consent({ ...own, user_context: 'two-legged' }))).status).toBe(200);
    });

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

    test.each([
      ['the client', { sub: 'acme' }],
      ['azp', { sub: 'x', azp: 'x' }],
      ['client_id beside another claim for the client', { sub: 'x', client_id: 'x', cid: 'acme' }, 'cid'],
    ])(
      'is not written where a claim says that there is a user, and the subject is %s',
      async (_, claims, client_claim = 'client_id') => {
        const plugin = { ...keyed.config, client_claim, three_legged: { rule: 'claim', claim: 'acr' } };
        const got = await answerTo(call({ acr: '2', ...claims }), consent(plugin), { vault });
        expect([got.status, 'subject_hash' in got.log]).toEqual([200, false]);
        const user = await answerTo(call({ acr: '2', ...claims, sub: 'a user' }), consent(plugin), { vault });
        expect([user.status, 'subject_hash' in user.log]).toEqual([200, true]);
      },
    );

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
    let served: HttpAnswer | ((request: HttpRequest) => HttpAnswer | Promise<HttpAnswer>);
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
    const askable = (claims: object = {}) => call({ scope: `${CLAIMS.scope} consent-info:retrieve`, ...claims });

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
      const one = askable();
      await begin(INFO, info(entry()));
      expect(await status(one)).toBe(200);
      const [asked] = questions();
      expect(asked?.headers.Authorization).toBe(`Bearer ${one.headers?.['x-test-token']}`);
      expect(JSON.parse(asked?.body ?? '')).toEqual({
        scopes: ['sim-swap:check'],
        purpose: FRAUD,
        requestCaptureUrl: false,
      });
    });

    test.each(['closed', 'open'])(
      'cannot be asked for with a token that lacks the scope for it: %s',
      async (failure) => {
        await begin({ ...INFO, failure }, info(entry()));
        expectForbidden(await gateway.call(call()), 'cannot be used to ask');
        expect(questions()).toEqual([]);
        expect(await gateway.logs()).toEqual([expect.stringMatching(/^err: .*refused: .*consent-info:retrieve$/)]);
      },
    );

    describe("where the token lacks the scope for it, at the operator's endpoint", () => {
      const otherwise = { source: 'operator', url: 'https://own.example/ask', authorization: '{vault://env/consent}' };
      const live = { ...INFO, otherwise };

      test('with its credentials', async () => {
        await begin(live, info(entry()));
        expect(await status()).toBe(200);
        expect(questions()).toEqual([
          expect.objectContaining({
            host: 'own.example',
            path: '/ask',
            verify: true,
            headers: expect.objectContaining({ Authorization: 'Basic c2VjcmV0' }),
          }),
        ]);
        expect(JSON.parse(questions()[0]?.body ?? '')).toMatchObject({ client: 'acme', subject: CLAIMS.sub });
      });

      test('without any, where none are named', async () => {
        await begin({ ...live, otherwise: { source: 'operator', url: otherwise.url } }, info(entry()));
        expect(await status()).toBe(200);
        expect(questions()[0]?.headers).not.toHaveProperty('Authorization');
      });

      test('and with the scope at the Consent Info API all the same; neither answers for the other', async () => {
        await begin(live, ({ host }) => (host === 'own.example' ? info() : info(entry())));
        expect([await status(askable()), await status(), await status(askable())]).toEqual([200, 403, 200]);
        expect(questions().map(({ host }) => host)).toEqual(['consent.example', 'own.example']);
      });

      test('whose credentials are empty: nothing is sent', async () => {
        served = info(entry());
        await setup(consent({ live }), { http });
        expect([await status(), questions()]).toEqual([503, []]);
      });

      test('whose 401 is about those credentials, so no answer', async () => {
        await begin(live, { status: 401, body: '' });
        expect(await status()).toBe(503);
      });

      test.each([
        ['closed', 503],
        ['open', 200],
      ])('which is away: %s', async (failure, expected) => {
        await begin({ ...live, failure }, { error: 'connection refused' });
        expect(await status()).toBe(expected);
      });

      test('which needs a subject, too', async () => {
        await begin({ ...live, failure: 'open' }, info(entry()), { three_legged: { rule: 'claim', claim: 'acr' } });
        expectForbidden(await gateway.call(call({ acr: '2', sub: undefined })), 'cannot be used to ask');
      });
    });

    test("is refused by a Consent Info API that takes the caller's token for none", async () => {
      await begin({ ...INFO, failure: 'open' }, { status: 401, body: '' });
      expectForbidden(await gateway.call(askable()), 'consent does not cover');
    });

    test.each([
      ['without a subject', { sub: undefined }],
      ['with the client as subject', { sub: 'acme' }],
      ['with azp as subject', { sub: 'x', azp: 'x' }],
    ])('cannot be asked for %s, whomever it would be asked of and whatever the failure mode', async (_, claims) => {
      for (const live of [LIVE, INFO]) {
        for (const failure of ['closed', 'open']) {
          await begin({ ...live, failure }, info(entry()), { three_legged: { rule: 'claim', claim: 'acr' } });
          const one = askable({ acr: '2', ...claims });
          expectForbidden(await gateway.call(one), 'cannot be used to ask');
          expect(questions()).toEqual([]);
        }
      }
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
      ['an end with a zone to the west', info(entry({ expirationDate: '2026-10-15T11:30:00-01:00' }))],
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
      ['an end that is past in its zone to the east', info(entry({ expirationDate: '2026-10-15T13:59:59+02:00' }))],
      ['an end that is past in its zone to the west', info(entry({ expirationDate: '2026-10-15T10:59:59-01:00' }))],
      ['an end that cannot be read', info(entry({ expirationDate: 'tomorrow' }))],
      ['an end without a zone', info(entry({ expirationDate: '2027-01-01T00:00:00' }))],
      ['403', { status: 403, body: '{"code":"CONSENT_INFO.NOT_ALLOWED_SCOPES_PURPOSE"}' }],
      ['422', { status: 422, body: '' }],
    ];
    test.each(NO)('%s: no, whatever the failure mode', async (_, answer) => {
      await begin({ ...LIVE, failure: 'open' }, answer);
      expectForbidden(await gateway.call(call()), 'consent does not cover');
    });

    test.each([
      ['both', ['sim-swap:check', 'sim-swap:retrieve-date'], 200],
      ['the first alone', ['sim-swap:check'], 403],
      ['the last alone', ['sim-swap:retrieve-date'], 403],
    ])('has to cover every scope of the call: %s', async (_, scopes, expected) => {
      served = info(entry({ scopes }));
      const tags = [...TAGS, 'scope:sim-swap:sim-swap:retrieve-date'];
      await setup(consent({ live: LIVE }), { http, consumers: [consumer(tags)] });
      const scope = `${CLAIMS.scope} sim-swap:retrieve-date`;
      expect(await status(call({ scope }, { route: 'sim-swap_both' }))).toBe(expected);
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

    test('is remembered for one purpose', async () => {
      await begin(LIVE, info(entry()));
      expect(await status()).toBe(200);
      const tags = ['scope:sim-swap:sim-swap:check', 'purpose:sim-swap:dpv:Security'];
      await gateway.run('set_consumers', { consumers: [consumer(tags)] } as unknown as JsonObject);
      const security = call({ scope: 'sim-swap:check dpv:Security' });
      expect([await status(security), questions().length]).toEqual([403, 2]);
    });

    test('is remembered for one service: another address, or another kind of service, is asked again', async () => {
      await begin(LIVE, info(entry()));
      const asked = {
        client: 'acme',
        subject: CLAIMS.sub,
        scopes: ['sim-swap:check'],
        purpose: FRAUD,
        token: 'a.b.c',
        carried: { 'consent-info:retrieve': true },
      };
      const holds = (live: JsonObject) =>
        gateway.run('call_module', { module: 'kong.plugins.partner-consent.live', name: 'holds', args: [live, asked] });
      const others = [LIVE, { ...LIVE, url: 'https://consent.example:8443/consents?x=2' }, INFO];
      for (const live of [...others, ...others]) expect(await holds(live)).toBe(true);
      expect(questions().map(({ path, headers }) => [path, headers.Authorization])).toEqual([
        ['/consents?x=1', undefined],
        ['/consents?x=2', undefined],
        ['/consents?x=1', 'Bearer a.b.c'],
      ]);
    });

    test('that has ended is not used while another call asks for long', async () => {
      await begin({ ...LIVE, timeout_ms: 60_000 }, info(entry()));
      expect(await status()).toBe(200);
      await gateway.clock(NOW + 30);
      let answer: (value: HttpAnswer) => void = () => undefined;
      const slow = new Promise<HttpAnswer>((resolve) => {
        answer = resolve;
      });
      const answers = [slow, info(entry({ statusValidForProcessing: false }))];
      const begun = new Promise<void>((resolve) => {
        served = () => {
          resolve();
          return answers.shift() as HttpAnswer;
        };
      });
      const first = gateway.call(call());
      await begun;
      await gateway.clock(NOW + 36);
      expect([await status(), questions().length]).toEqual([403, 3]);
      answer(info(entry()));
      expect((await first).status).toBe(200);
    });

    test('is waited for as long as the policy says, and no longer, however the answer comes', async () => {
      const late = (body: string, part_s: number) => ({ status: 200, body, part_s });
      const whole = info(entry()) as { readonly body: string };
      await begin(LIVE, late(whole.body, 0.4));
      expect(await status()).toBe(200);
      expect(questions()).toEqual([expect.objectContaining({ timeouts: { connect: 500, send: 500, read: 500 } })]);
      await begin(LIVE, late(`${whole.body}${' '.repeat(30_000)}`, 0.2));
      expect([await status(), await gateway.logs()]).toEqual([
        503,
        [expect.stringMatching(/: consent\.example: timeout$/)],
      ]);
      await begin(LIVE, async () => {
        await gateway.clock(NOW + 0.5);
        return info(entry());
      });
      expect(await status()).toBe(503);
    });

    test('is asked for at the host whose certificate it has to be, and no error names more than that host', async () => {
      await begin({ ...LIVE, url: 'https://consent.example:8443/secret?key=hidden' }, { error: 'timeout' });
      expect(await status()).toBe(503);
      expect(gateway.asked.filter(({ name }) => name === 'http_connect').map(({ args }) => args)).toEqual([
        { host: 'consent.example', port: 8443, server_name: 'consent.example' },
      ]);
      const [line] = await gateway.logs();
      expect(line).toMatch(/: consent\.example: timeout$/);
      expect(line).not.toMatch(/secret|hidden|8443/);
    });

    test('is asked for once by many calls at a time', async () => {
      await begin(LIVE, info(entry()));
      const answers = await Promise.all(Array.from({ length: 10 }, () => gateway.call(call())));
      expect([answers.every((answer) => answer.status === 200), questions().length]).toEqual([true, 1]);
    });
  });

  describe('a config', () => {
    const key = '{vault://env/key}';
    const otherwise = { source: 'operator', url: 'https://own.example/ask' };
    const checked = (more: JsonObject) =>
      gateway.run('check_config', { plugin: 'partner-consent', config: { ...API, ...more } });

    test.each([
      ['of a token in the header', { token: { source: 'authorization-header', refused_headers: ['access-token'] } }],
      ['with a claim of any name', { three_legged: { rule: 'claim', claim: 'https://idp.example/user' } }],
      ['with a Consent Info API', { live: INFO }],
      ["with an operator's endpoint", { live: LIVE }],
      ['with both', { live: { ...INFO, otherwise } }],
      ['without operations', { operations: [] }],
      ['with both, and credentials', { live: { ...INFO, otherwise: { ...otherwise, authorization: key } } }],
      ['with an address that has a query', { live: { ...LIVE, url: 'https://consent.example?a=b@c' } }],
      ['with vault references', { live: { ...LIVE, authorization: key }, subject_hash: { mode: 'keyed', key } }],
    ])('%s is accepted', async (_, more) => {
      expect(await checked(more)).toEqual({ config: expect.any(Object) });
    });

    test.each([
      ['with an operation that says nothing of scopes', { operations: [{ operation: 'a', route: 'a' }] }],
      ['with an operation that needs none of no scopes', { operations: [{ operation: 'a', route: 'a', scopes: [] }] }],
      ['with scopes and none', { operations: [{ operation: 'a', route: 'a', scopes: [['s']], no_scopes: true }] }],
      ['with no scopes that are some', { operations: [{ operation: 'a', route: 'a', no_scopes: false }] }],
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
      ['without a word on what happens otherwise', { live: { ...INFO, otherwise: null } }],
      ['with an endpoint without address', { live: { ...INFO, otherwise: { source: 'operator' } } }],
      ['with credentials for nobody', { live: { ...INFO, otherwise: { source: 'none', authorization: key } } }],
      ['with two endpoints', { live: { ...LIVE, otherwise } }],
      [
        'with credentials in clear for the endpoint that is asked otherwise',
        { live: { ...INFO, otherwise: { ...otherwise, authorization: 'Basic c2VjcmV0' } } },
      ],
      ['without an address', { live: { ...LIVE, url: null } }],
      ['with an address of another kind', { live: { ...LIVE, url: 'ftp://consent.example/' } }],
      ['with an address that is cut', { live: { ...LIVE, url: 'https://consent.example/a b' } }],
      ['with credentials in its address', { live: { ...LIVE, url: 'https://a:b@consent.example/' } }],
    ])('%s is refused', async (_, more) => {
      expect(await checked(more)).toEqual({ errors: expect.anything() });
    });
  });
});
