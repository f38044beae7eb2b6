import { createHmac } from 'node:crypto';
import { encodeTagText } from '../../core/desired/consumer-tags/percent-encoding';
import type { JsonObject } from '../../core/model';
import { Gateway } from './support/gateway';
import type { Call, CallResult, Consumer, HttpRequest, HttpResponse, PluginSetup, Setup } from './support/messages';
import { onEveryLua } from './support/runtimes';
import { unsignedToken } from './support/tokens';

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
const OPERATOR: JsonObject = {
  source: 'operator',
  url: 'https://consent.example:8443/consents?x=1',
  timeout_ms: 500,
  cache_s: 30,
  failure: 'closed',
  verify_tls: true,
};

const CONSENT_INFO: JsonObject = {
  ...OPERATOR,
  source: 'consent-info',
  scope: 'consent-info:retrieve',
  otherwise: { source: 'none' },
};

const consent = (more: JsonObject = {}): PluginSetup => ({ name: 'partner-consent', config: { ...API, ...more } });
const KNOWN_CALLER: PluginSetup = { name: 'known-caller', config: {}, bundled: true };

const TAGS = ['gatewright:1', 'scope:sim-swap:sim-swap:check', `purpose:sim-swap:${FRAUD}`];
const consumer = (tags: readonly string[] = TAGS): Consumer => ({
  id: 'a',
  username: 'acme_a',
  custom_id: 'acme',
  tags,
});
const CLAIMS = { client_id: 'acme', sub: '+34600000001', scope: `openid ${FRAUD} sim-swap:check` };

const token = (claims: object) => unsignedToken({ alg: 'ES256', typ: 'JWT', kid: 'k' }, { ...CLAIMS, ...claims }, 'AA');
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
    gateway.setup({ plugins: [KNOWN_CALLER, plugin], consumers: [consumer()], now: NOW, ...more });
  const send = async (sent: Call, plugin = consent(), more: Partial<Setup> = {}) => {
    await setup(plugin, more);
    return gateway.call(sent);
  };
  const expectForbidden = (result: CallResult, message: string | RegExp) => {
    expect([result.status, JSON.parse(result.body).code, result.reached]).toEqual([403, 'PERMISSION_DENIED', false]);
    expect(JSON.parse(result.body).message).toMatch(message);
  };

  test('an operation without scopes requires only a grant, which need not have scopes', async () => {
    const noPurpose = { purpose: { rule: 'none' } };
    const withTags = (...tags: readonly string[]) => ({ consumers: [{ ...consumer(), tags }] });
    const open = call({}, { route: 'sim-swap_open' });
    expect((await send(open, consent(noPurpose), withTags('grant:sim-swap:without-scopes'))).status).toBe(200);
    expectForbidden(
      await send(open, consent(noPurpose), withTags('grant:other:without-scopes')),
      /no active subscription/,
    );
    expectForbidden(await send(open, consent(noPurpose), withTags('grant:sim-swap:all')), /no active subscription/);
    expectForbidden(
      await send(call(), consent(noPurpose), withTags('grant:sim-swap:without-scopes')),
      /not been granted a scope that this operation requires/,
    );
  });

  test('an operation without scopes records an empty list', async () => {
    expect((await send(call({}, { route: 'sim-swap_open' }))).log).toEqual({ scopes: [], purpose: FRAUD });
  });

  test('a call with the required scope and purpose passes, and both are recorded', async () => {
    const result = await send(call());
    expect([result.status, result.log]).toEqual([200, { scopes: ['sim-swap:check'], purpose: FRAUD }]);
  });

  describe('a call', () => {
    test.each([
      ['without a consumer', { ...call(), headers: { 'x-test-token': token({}) } }],
      ['without a token', { ...call(), headers: { 'x-test-consumer': 'a' } }],
      ['with a malformed token', { ...call(), headers: { 'x-test-consumer': 'a', 'x-test-token': '5.5.5' } }],
      ['with a token of another client', call({ client_id: 'other' })],
      ['with a token without a client', call({ client_id: undefined })],
      ['with a numeric subject', call({ sub: 1 })],
      ['with a null subject', call({ sub: null })],
      ['with an empty subject', call({ sub: '' })],
    ])('%s gets 401', async (_, sent) => {
      expect((await send(sent)).status).toBe(401);
    });

    const headerSource = consent({
      token: { source: 'authorization-header', refused_headers: ['access-token', 'x-access-token'] },
    });
    const known = { 'x-test-consumer': 'a', authorization: `Bearer ${token({})}` };
    test.each([
      [200, 'a single verified token', known],
      [401, 'no consumer', { authorization: known.authorization }],
      [401, 'two tokens', { ...known, authorization: [known.authorization, known.authorization] }],
      [401, 'another token header', { ...known, 'x-access-token': 'x' }],
      [401, 'an empty token header', { ...known, 'Access-Token': '' }],
      [401, 'only a token in the context', { 'x-test-consumer': 'a', 'x-test-token': token({}) }],
    ])('gets %i with %s if the token is read from the Authorization header', async (status, _, headers) => {
      expect((await send({ ...call(), headers }, headerSource)).status).toBe(status);
    });
  });

  test('a token in the header without a credential gets 401', async () => {
    const headerSource = consent({ token: { source: 'authorization-header', refused_headers: ['access-token'] } });
    const one = { ...call(), headers: { 'x-test-consumer': 'a', authorization: `Bearer ${token({})}` } };
    const plugins = (anonymous: boolean) => [{ ...KNOWN_CALLER, config: { anonymous } }, headerSource];
    expect((await send(one, headerSource, { plugins: plugins(false) })).status).toBe(200);
    expect((await send(one, headerSource, { plugins: plugins(true) })).status).toBe(401);
  });

  describe('scopes', () => {
    const granted = (...scopes: readonly string[]) => ({
      consumers: [consumer([...scopes.map((scope) => `scope:sim-swap:${scope}`), `purpose:sim-swap:${FRAUD}`])],
    });
    test.each([
      ['in neither token nor grants', 'openid', ['x'], 403],
      ['only in the token', 'sim-swap:check', ['x'], 403],
      ['only in the grants', 'openid', ['sim-swap:check'], 403],
      ['in both', 'sim-swap:check', ['sim-swap:check'], 200],
      ['with the other alternative in both', 'sim-swap', ['sim-swap'], 200],
      ['with one alternative in each', 'sim-swap', ['sim-swap:check'], 403],
      ['with a longer name', 'sim-swap:check2', ['sim-swap:check2'], 403],
      ['in upper case', 'SIM-SWAP:CHECK', ['sim-swap:check'], 403],
    ])('%s: %s in the token and %j in the grants result in %i', async (_, scope, scopes, status) => {
      const result = await send(call({ scope: `${FRAUD} ${scope}` }), consent(), granted(...scopes));
      expect(result.status).toBe(status);
      if (status === 403) expectForbidden(result, 'scope');
    });

    test.each(['https://graph.microsoft.com/.default', 'read,write', 'a%2Fb', `!#$%&'()*+,-./:;<=>?@[]^_{|}~`])(
      'can be any scope of RFC 6749: %s',
      async (scope) => {
        const plugin = consent({
          operations: [{ operation: 'check', route: 'sim-swap_check-sim-swap', scopes: [[scope]] }],
        });
        const callWith = (tokenScope: string) => call({ scope: `${FRAUD} ${tokenScope}` });
        expect((await send(callWith(scope), plugin, granted(encodeTagText(scope)))).status).toBe(200);
        // Neither a doubly encoded tag nor the encoded form in the token grants the scope.
        expectForbidden(await send(callWith(scope), plugin, granted(encodeTagText(encodeTagText(scope)))), 'scope');
        expectForbidden(await send(callWith(encodeTagText(scope)), plugin, granted(encodeTagText(scope))), 'scope');
      },
    );

    test.each([
      ['as a list', 200, [FRAUD, 'sim-swap:check']],
      ['as a list with other values', 200, [FRAUD, 1, null, {}, 'sim-swap:check']],
      ['as a number', 403, 1],
      ['as a map', 403, { 'sim-swap:check': true }],
      ['with tabs', 403, `${FRAUD}\tsim-swap:check`],
      ['missing', 403, undefined],
    ])('%s in the token result in %i', async (_, status, scope) => {
      expect((await send(call({ scope }))).status).toBe(status);
    });

    test('are all required if an operation lists several', async () => {
      const both = (scope: string) => call({ scope: `${FRAUD} ${scope}` }, { route: 'sim-swap_both' });
      const grants = granted('sim-swap:check', 'sim-swap:retrieve-date');
      expectForbidden(await send(both('sim-swap:check'), consent(), grants), 'scope');
      expect((await send(both('sim-swap:check sim-swap:retrieve-date'), consent(), grants)).status).toBe(200);
    });

    test('are not required for an operation without scopes', async () => {
      const sent = call({ scope: FRAUD }, { route: 'sim-swap_open' });
      expect((await send(sent)).status).toBe(200);
    });

    test.each([
      ['another route', 'sim-swap_other'],
      ['a route whose name begins in the same way', 'sim-swap_check-sim-swap-2'],
      ['a route without a name', true],
    ])('are not checked for %s, which is not an operation of the API', async (_, route) => {
      expectForbidden(await send(call({}, { route })), 'not available');
    });

    test('are those of the operation of the route, for any path', async () => {
      const sent = call({ scope: FRAUD }, { path: '/sim-swap/v2/check', route: 'sim-swap_open' });
      expect((await send(sent)).status).toBe(200);
    });
  });

  describe('a subscription', () => {
    test.each([
      ['to another API does not authorize a call', ['scope:other:sim-swap:check', `purpose:other:${FRAUD}`], 403],
      ['that has not started does not authorize a call', [...TAGS, 'start:sim-swap:2026-10-16'], 403],
      ['that ends today does not authorize a call', [...TAGS, 'end:sim-swap:2026-10-15'], 403],
      ['that ends tomorrow authorizes a call', [...TAGS, 'end:sim-swap:2026-10-16'], 200],
      ['with an invalid end date does not authorize a call', [...TAGS, 'end:sim-swap:x'], 403],
      ['that is missing does not authorize a call', [], 403],
    ])('%s', async (_, tags, status) => {
      expect((await send(call(), consent(), { consumers: [consumer(tags)] })).status).toBe(status);
    });
  });

  describe('the purpose', () => {
    const scope = (...purposes: readonly string[]) => ({ scope: ['sim-swap:check', ...purposes].join(' ') });
    test.each([
      ['is missing', [], 'exactly one purpose'],
      ['is not unique', [FRAUD, 'dpv:Security'], 'exactly one purpose'],
      ['was not granted', ['dpv:Security'], 'not been granted'],
      ['is unknown', ['dpv:Other'], 'not been granted'],
      ['is empty', ['dpv:'], 'not been granted'],
      ['is in upper case', [FRAUD.toUpperCase()], 'exactly one purpose'],
    ])('causes a 403 if it %s', async (_, purposes, message) => {
      const result = await send(call(scope(...purposes)));
      expectForbidden(result, message);
      expect(result.log).not.toHaveProperty('purpose');
    });

    test('can occur twice in the token', async () => {
      expect((await send(call(scope(FRAUD, FRAUD)))).status).toBe(200);
    });

    test('causes a 403 if it was granted but is not allowed', async () => {
      const plugin = consent({ purpose: { rule: 'required', allowed: ['dpv:Security'] } });
      expectForbidden(await send(call(), plugin), 'cannot be used');
    });

    test('is not checked if none is required', async () => {
      const result = await send(call(scope()), consent({ purpose: { rule: 'none' } }));
      expect([result.status, result.log]).toEqual([200, { scopes: ['sim-swap:check'] }]);
    });
  });

  describe('a token signed by the partner', () => {
    const plugin = (more: JsonObject = {}) => consent({ rights: 'grants', three_legged: { rule: 'never' }, ...more });
    const partnerClaims = { client_id: undefined, iss: 'acme', scope: undefined };

    test("has the application's grants", async () => {
      const result = await send(call(partnerClaims), plugin());
      expect([result.status, result.log]).toEqual([200, { scopes: ['sim-swap:check'], purpose: FRAUD }]);
    });

    test('cannot give itself rights', async () => {
      const both = call(
        { ...partnerClaims, scope: `${FRAUD} sim-swap:check sim-swap:retrieve-date` },
        { route: 'sim-swap_both' },
      );
      expectForbidden(await send(both, plugin()), 'scope');
      const granted = { consumers: [consumer(['scope:sim-swap:sim-swap:check'])] };
      expectForbidden(await send(call({ ...partnerClaims, scope: FRAUD }), plugin(), granted), 'not been granted');
    });

    test.each([
      ['never', { rule: 'never' }],
      ['subject-differs', { rule: 'subject-differs', client_claims: ['client_id'] }],
      ['claim', { rule: 'claim', claim: 'acr' }],
    ])('is never bound to a user with the rule: %s', async (_, three_legged) => {
      const one = call({ ...partnerClaims, acr: '2' });
      expectForbidden(await send(one, plugin({ user_context: 'three-legged', three_legged })), 'bound to a user');
      expect((await send(one, plugin({ user_context: 'two-legged', three_legged }))).status).toBe(200);
    });
  });

  describe('the user', () => {
    const differs = { rule: 'subject-differs', client_claims: ['client_id', 'azp'] };
    const claim = { rule: 'claim', claim: 'acr' };
    test("is never the consumer's own client ID, whichever claim contains it", async () => {
      const one = call({ client_id: undefined, cid: 'acme', sub: 'acme' });
      const partnerClaims = { client_claim: 'cid', three_legged: differs };
      expectForbidden(await send(one, consent({ ...partnerClaims, user_context: 'three-legged' })), 'bound to a user');
      expect((await send(one, consent({ ...partnerClaims, user_context: 'two-legged' }))).status).toBe(200);
    });

    test.each([
      ['is present with another subject', differs, {}, true],
      ['is absent with the client as subject', differs, { sub: 'acme' }, false],
      ['is absent with azp as subject', differs, { sub: 'x', azp: 'x' }, false],
      ['is absent without a subject', differs, { sub: undefined }, false],
      ['is present with the claim', claim, { acr: '2' }, true],
      ['is present with the claim and the client as subject', claim, { acr: '2', sub: 'acme' }, true],
      ['is absent without the claim', claim, {}, false],
      ['is absent with a null claim', claim, { acr: null }, false],
      ['is absent with an empty claim', claim, { acr: '' }, false],
      ['is absent with a false claim', claim, { acr: false }, false],
      ['is absent with the rule never', { rule: 'never' }, { acr: '2' }, false],
    ])('%s', async (_, three_legged, claims, isBound) => {
      const status = async (user_context: string) =>
        (await send(call(claims), consent({ three_legged, user_context }))).status;
      expect([await status('three-legged'), await status('two-legged'), await status('any')]).toEqual(
        isBound ? [200, 403, 200] : [403, 200, 200],
      );
    });
  });

  describe('the subject hash', () => {
    const keyed = consent({ subject_hash: { mode: 'keyed', key: '{vault://env/subject-hash-key}' } });
    const vault = { '{vault://env/subject-hash-key}': 'a key' };

    test('is keyed, and the subject itself is never recorded', async () => {
      const result = await send(call(), keyed, { vault });
      expect(result.log.subject_hash).toBe(createHmac('sha256', 'a key').update(CLAIMS.sub).digest('hex'));
      expect(JSON.stringify([result.log, await gateway.logs()])).not.toContain(CLAIMS.sub);
    });

    test('is not recorded for a token without a user', async () => {
      expect((await send(call({ sub: 'acme' }), keyed, { vault })).log).not.toHaveProperty('subject_hash');
    });

    test.each([
      ['the client', { sub: 'acme' }],
      ['azp', { sub: 'x', azp: 'x' }],
      ['client_id, with another claim for the client', { sub: 'x', client_id: 'x', cid: 'acme' }, 'cid'],
    ])(
      'is not recorded for a three-legged token whose subject is %s',
      async (_, claims, client_claim = 'client_id') => {
        const plugin = { ...keyed.config, client_claim, three_legged: { rule: 'claim', claim: 'acr' } };
        const result = await send(call({ acr: '2', ...claims }), consent(plugin), { vault });
        expect([result.status, 'subject_hash' in result.log]).toEqual([200, false]);
        const user = await send(call({ acr: '2', ...claims, sub: 'a user' }), consent(plugin), { vault });
        expect([user.status, 'subject_hash' in user.log]).toEqual([200, true]);
      },
    );

    test('is not recorded if the key is empty, which is logged', async () => {
      const result = await send(call(), keyed);
      expect([result.status, result.log.subject_hash]).toEqual([200, undefined]);
      expect(await gateway.logs()).toEqual([expect.stringMatching(/^err: the key .* is empty/)]);
    });

    test('is recorded for refused calls too', async () => {
      const plugin = consent({ subject_hash: keyed.config.subject_hash ?? {}, live: OPERATOR });
      const result = await send(call(), plugin, { vault, http: () => ({ status: 403, body: '{}' }) });
      expect([result.status, typeof result.log.subject_hash]).toEqual([403, 'string']);
    });
  });

  describe('consent at the time of the call', () => {
    let response: HttpResponse | ((request: HttpRequest) => HttpResponse | Promise<HttpResponse>);
    const http = (request: HttpRequest) => (typeof response === 'function' ? response(request) : response);
    const consentInfo = (...statusInfo: readonly object[]): HttpResponse => ({
      status: 200,
      body: JSON.stringify({ statusInfo }),
    });
    const entry = (more: object = {}) => ({
      scopes: ['sim-swap:check'],
      purpose: FRAUD,
      statusValidForProcessing: true,
      ...more,
    });
    const requests = () =>
      gateway.externalCalls.filter(({ name }) => name === 'http').map(({ args }) => args as unknown as HttpRequest);
    const start = async (live: JsonObject, initial: typeof response, more: JsonObject = {}) => {
      response = initial;
      await setup(consent({ live, ...more }), { http, vault: { '{vault://env/consent}': 'Basic c2VjcmV0' } });
    };
    const status = async (sent = call()) => (await gateway.call(sent)).status;
    const callWithInfoScope = (claims: object = {}) =>
      call({ scope: `${CLAIMS.scope} consent-info:retrieve`, ...claims });

    test("is checked at the operator's endpoint, with its credentials", async () => {
      await start({ ...OPERATOR, authorization: '{vault://env/consent}' }, consentInfo(entry()));
      expect(await status()).toBe(200);
      const [request] = requests();
      expect(request).toMatchObject({
        scheme: 'https',
        host: 'consent.example',
        port: 8443,
        method: 'POST',
        path: '/consents?x=1',
        verify: true,
        headers: { Authorization: 'Basic c2VjcmV0', 'Content-Type': 'application/json' },
      });
      expect(JSON.parse(request?.body ?? '')).toEqual({
        client: 'acme',
        subject: CLAIMS.sub,
        scopes: ['sim-swap:check'],
        purpose: FRAUD,
      });
    });

    test("is checked at a Consent Info API with the caller's own token", async () => {
      const one = callWithInfoScope();
      await start(CONSENT_INFO, consentInfo(entry()));
      expect(await status(one)).toBe(200);
      const [request] = requests();
      expect(request?.headers.Authorization).toBe(`Bearer ${one.headers?.['x-test-token']}`);
      expect(JSON.parse(request?.body ?? '')).toEqual({
        scopes: ['sim-swap:check'],
        purpose: FRAUD,
        requestCaptureUrl: false,
      });
    });

    test.each(['closed', 'open'])(
      'cannot be checked with a token that lacks the scope for it (failure: %s)',
      async (failure) => {
        await start({ ...CONSENT_INFO, failure }, consentInfo(entry()));
        expectForbidden(await gateway.call(call()), 'cannot be checked with this access token');
        expect(requests()).toEqual([]);
        expect(await gateway.logs()).toEqual([expect.stringMatching(/^err: .*refused: .*consent-info:retrieve$/)]);
      },
    );

    describe("is checked at the operator's endpoint if the token lacks the scope for it", () => {
      const otherwise = { source: 'operator', url: 'https://own.example/ask', authorization: '{vault://env/consent}' };
      const live = { ...CONSENT_INFO, otherwise };

      test('with its credentials', async () => {
        await start(live, consentInfo(entry()));
        expect(await status()).toBe(200);
        expect(requests()).toEqual([
          expect.objectContaining({
            host: 'own.example',
            path: '/ask',
            verify: true,
            headers: expect.objectContaining({ Authorization: 'Basic c2VjcmV0' }),
          }),
        ]);
        expect(JSON.parse(requests()[0]?.body ?? '')).toMatchObject({ client: 'acme', subject: CLAIMS.sub });
      });

      test('sends no credentials if none are configured', async () => {
        await start({ ...live, otherwise: { source: 'operator', url: otherwise.url } }, consentInfo(entry()));
        expect(await status()).toBe(200);
        expect(requests()[0]?.headers).not.toHaveProperty('Authorization');
      });

      test('but at the Consent Info API if the token has it, and results are cached separately', async () => {
        await start(live, ({ host }) => (host === 'own.example' ? consentInfo() : consentInfo(entry())));
        expect([await status(callWithInfoScope()), await status(), await status(callWithInfoScope())]).toEqual([
          200, 403, 200,
        ]);
        expect(requests().map(({ host }) => host)).toEqual(['consent.example', 'own.example']);
      });

      test('unless its credentials are empty, in which case nothing is sent', async () => {
        response = consentInfo(entry());
        await setup(consent({ live }), { http });
        expect([await status(), requests()]).toEqual([503, []]);
      });

      test('whose 401 concerns those credentials and counts as a failure', async () => {
        await start(live, { status: 401, body: '' });
        expect(await status()).toBe(503);
      });

      test.each([
        ['closed', 503],
        ['open', 200],
      ])('which may be unavailable (failure: %s)', async (failure, expected) => {
        await start({ ...live, failure }, { error: 'connection refused' });
        expect(await status()).toBe(expected);
      });

      test('which needs a subject too', async () => {
        await start({ ...live, failure: 'open' }, consentInfo(entry()), {
          three_legged: { rule: 'claim', claim: 'acr' },
        });
        expectForbidden(
          await gateway.call(call({ acr: '2', sub: undefined })),
          'cannot be checked with this access token',
        );
      });
    });

    test("is denied if a Consent Info API rejects the caller's token", async () => {
      await start({ ...CONSENT_INFO, failure: 'open' }, { status: 401, body: '' });
      expectForbidden(await gateway.call(callWithInfoScope()), 'consent does not cover');
    });

    test.each([
      ['without a subject', { sub: undefined }],
      ['with the client as subject', { sub: 'acme' }],
      ['with azp as subject', { sub: 'x', azp: 'x' }],
    ])('cannot be checked for a token %s, with any service and failure mode', async (_, claims) => {
      for (const live of [OPERATOR, CONSENT_INFO]) {
        for (const failure of ['closed', 'open']) {
          await start({ ...live, failure }, consentInfo(entry()), { three_legged: { rule: 'claim', claim: 'acr' } });
          const one = callWithInfoScope({ acr: '2', ...claims });
          expectForbidden(await gateway.call(one), 'cannot be checked with this access token');
          expect(requests()).toEqual([]);
        }
      }
    });

    test('cannot be checked for an operation without scopes', async () => {
      await start(OPERATOR, consentInfo(entry()));
      expect([await status(call({}, { route: 'sim-swap_open' })), requests()]).toEqual([503, []]);
    });

    test('is not checked if the token has no user', async () => {
      await start(OPERATOR, { error: 'connection refused' });
      expect([await status(call({ sub: 'acme' })), requests()]).toEqual([200, []]);
    });

    test('is not checked for a call that is refused for another reason', async () => {
      for (const claims of [{ scope: FRAUD }, { scope: 'sim-swap:check' }, { client_id: 'other' }]) {
        await start(OPERATOR, consentInfo(entry()));
        expect(await status(call(claims))).toBeGreaterThan(400);
        expect(requests()).toEqual([]);
      }
    });

    const past = '2026-10-15T12:00:00Z';
    const GRANTED: readonly (readonly [string, HttpResponse])[] = [
      ['one entry', consentInfo(entry())],
      ['an entry with more scopes', consentInfo(entry({ scopes: ['x', 'sim-swap:check'] }))],
      [
        'an entry for another purpose too',
        consentInfo(entry({ purpose: 'dpv:Other', statusValidForProcessing: false }), entry()),
      ],
      ['an entry with an expiry in the future', consentInfo(entry({ expirationDate: '2026-10-15T12:00:01Z' }))],
      [
        'an entry with an expiry with a time zone',
        consentInfo(entry({ expirationDate: '2026-10-15T14:00:01.5+02:00' })),
      ],
      ['an entry with an expiry in a leap year', consentInfo(entry({ expirationDate: '2028-02-29T00:00:00-08:00' }))],
      [
        'an entry with an expiry with a time zone to the west',
        consentInfo(entry({ expirationDate: '2026-10-15T11:30:00-01:00' })),
      ],
      ['an entry with a null expiry', consentInfo(entry({ expirationDate: null }))],
    ];
    test.each(GRANTED)('is granted by %s', async (_, initial) => {
      await start(OPERATOR, initial);
      expect(await status()).toBe(200);
    });

    const DENIED: readonly (readonly [string, HttpResponse])[] = [
      ['an entry with false', consentInfo(entry({ statusValidForProcessing: false, statusReason: 'DENIED' }))],
      ['an entry with a string instead of true', consentInfo(entry({ statusValidForProcessing: 'true' }))],
      ['an entry without a status', consentInfo(entry({ statusValidForProcessing: undefined }))],
      ['an entry for another scope', consentInfo(entry({ scopes: ['x'] }))],
      ['an entry for another purpose', consentInfo(entry({ purpose: 'dpv:Other' }))],
      ['an entry without a purpose', consentInfo(entry({ purpose: undefined }))],
      ['an empty list', consentInfo()],
      ['an entry whose scopes are a string', consentInfo(entry({ scopes: 'sim-swap:check' }))],
      ['malformed entries', { status: 200, body: '{"statusInfo":[1,null,"x",[]]}' }],
      ['contradicting entries', consentInfo(entry(), entry({ statusValidForProcessing: false }))],
      ['an entry with an expiry that is now', consentInfo(entry({ expirationDate: past }))],
      [
        'an expiry that is past in its time zone to the east',
        consentInfo(entry({ expirationDate: '2026-10-15T13:59:59+02:00' })),
      ],
      [
        'an expiry that is past in its time zone to the west',
        consentInfo(entry({ expirationDate: '2026-10-15T10:59:59-01:00' })),
      ],
      ['an entry with an invalid expiry', consentInfo(entry({ expirationDate: 'tomorrow' }))],
      ['an entry with an expiry without a time zone', consentInfo(entry({ expirationDate: '2027-01-01T00:00:00' }))],
      ['a 403', { status: 403, body: '{"code":"CONSENT_INFO.NOT_ALLOWED_SCOPES_PURPOSE"}' }],
      ['a 422', { status: 422, body: '' }],
    ];
    test.each(DENIED)('is denied by %s, whatever the failure mode', async (_, initial) => {
      await start({ ...OPERATOR, failure: 'open' }, initial);
      expectForbidden(await gateway.call(call()), 'consent does not cover');
    });

    test.each([
      ['both', ['sim-swap:check', 'sim-swap:retrieve-date'], 200],
      ['only the first', ['sim-swap:check'], 403],
      ['only the last', ['sim-swap:retrieve-date'], 403],
    ])('has to cover every scope of the call: %s', async (_, scopes, expected) => {
      response = consentInfo(entry({ scopes }));
      const tags = [...TAGS, 'scope:sim-swap:sim-swap:retrieve-date'];
      await setup(consent({ live: OPERATOR }), { http, consumers: [consumer(tags)] });
      const scope = `${CLAIMS.scope} sim-swap:retrieve-date`;
      expect(await status(call({ scope }, { route: 'sim-swap_both' }))).toBe(expected);
    });

    const FAILED: readonly (readonly [string, HttpResponse])[] = [
      ['a failed connection', { error: 'connection refused' }],
      ['a time-out', { error: 'timeout' }],
      ['a 500', { status: 500, body: JSON.stringify({ statusInfo: [entry()] }) }],
      ['a 401', { status: 401, body: '' }],
      ['a 404', { status: 404, body: '' }],
      ['a 429', { status: 429, body: '' }],
      ['a response that is not JSON', { status: 200, body: '<html>' }],
      ['a response in another format', { status: 200, body: '{"granted":true}' }],
      ['a list that is a string', { status: 200, body: '{"statusInfo":"x"}' }],
      ['a response that is too long', { status: 200, body: `{"statusInfo":[],"x":"${'x'.repeat(70_000)}"}` }],
    ];
    test.each(FAILED)('counts as unavailable after %s, which is logged and cached for a second', async (_, initial) => {
      await start(OPERATOR, initial);
      const result = await gateway.call(call());
      expect([result.status, JSON.parse(result.body).code]).toEqual([503, 'UNAVAILABLE']);
      const lines = await gateway.logs();
      expect(lines).toEqual([expect.stringMatching(/^err: consent could not be checked/)]);
      expect(lines.join()).not.toContain(CLAIMS.sub);
      response = consentInfo(entry());
      expect([await status(), requests().length]).toEqual([503, 1]);
      await gateway.clock(NOW + 1);
      expect(await status()).toBe(200);
      await start({ ...OPERATOR, failure: 'open' }, initial);
      expect(await status()).toBe(200);
    });

    test('counts as unavailable if the credentials are empty at run time, and nothing is sent', async () => {
      response = consentInfo(entry());
      await setup(consent({ live: { ...OPERATOR, authorization: '{vault://env/consent}' } }), { http });
      expect([await status(), requests()]).toEqual([503, []]);
      expect(await gateway.logs()).toEqual([expect.stringContaining('credentials')]);
    });

    test('is cached for a while, whether granted or denied', async () => {
      for (const [initial, expected] of [
        [consentInfo(entry()), 200],
        [consentInfo(), 403],
      ] as const) {
        await start(OPERATOR, initial);
        expect([await status(), await status(), requests().length]).toEqual([expected, expected, 1]);
        await gateway.clock(NOW + 30);
        expect([await status(), requests().length]).toEqual([expected, 2]);
      }
    });

    test('is not cached after it expires, even if the service is unavailable', async () => {
      await start(OPERATOR, consentInfo(entry({ expirationDate: '2026-10-15T12:00:05Z' })));
      expect(await status()).toBe(200);
      response = { error: 'connection refused' };
      await gateway.clock(NOW + 5);
      expect(await status()).toBe(503);
    });

    test('is checked on every call if it is not cached', async () => {
      await start({ ...OPERATOR, cache_s: 0 }, consentInfo(entry()));
      expect([await status(), await status(), requests().length]).toEqual([200, 200, 2]);
    });

    test('is cached per user, client, purpose and set of scopes', async () => {
      response = consentInfo(entry(), entry({ scopes: ['sim-swap'] }), entry({ purpose: 'dpv:Security' }));
      const tags = ['scope:sim-swap:sim-swap:check', 'scope:sim-swap:sim-swap', `purpose:sim-swap:${FRAUD}`];
      await setup(consent({ live: OPERATOR }), {
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
      expect(requests()).toHaveLength(4);
      for (const one of others) expect(await status(one)).toBe(200);
      expect(requests()).toHaveLength(4);
    });

    test('is cached per purpose', async () => {
      await start(OPERATOR, consentInfo(entry()));
      expect(await status()).toBe(200);
      const tags = ['scope:sim-swap:sim-swap:check', 'purpose:sim-swap:dpv:Security'];
      await gateway.run('set_consumers', { consumers: [consumer(tags)] } as unknown as JsonObject);
      const security = call({ scope: 'sim-swap:check dpv:Security' });
      expect([await status(security), requests().length]).toEqual([403, 2]);
    });

    test('is cached per service, that is, per URL and kind of service', async () => {
      await start(OPERATOR, consentInfo(entry()));
      const query = {
        client: 'acme',
        subject: CLAIMS.sub,
        scopes: ['sim-swap:check'],
        purpose: FRAUD,
        token: 'a.b.c',
        token_scopes: { 'consent-info:retrieve': true },
      };
      const check = (live: JsonObject) =>
        gateway.run('call_module', {
          module: 'kong.plugins.partner-consent.live_consent',
          name: 'check',
          args: [live, query],
        });
      const others = [OPERATOR, { ...OPERATOR, url: 'https://consent.example:8443/consents?x=2' }, CONSENT_INFO];
      for (const live of [...others, ...others]) expect(await check(live)).toBe(true);
      expect(requests().map(({ path, headers }) => [path, headers.Authorization])).toEqual([
        ['/consents?x=1', undefined],
        ['/consents?x=2', undefined],
        ['/consents?x=1', 'Bearer a.b.c'],
      ]);
    });

    test('is not used after it expires while another call waits for a new result', async () => {
      await start({ ...OPERATOR, timeout_ms: 60_000 }, consentInfo(entry()));
      expect(await status()).toBe(200);
      await gateway.clock(NOW + 30);
      let respond: (value: HttpResponse) => void = () => undefined;
      const slow = new Promise<HttpResponse>((resolve) => {
        respond = resolve;
      });
      const responses = [slow, consentInfo(entry({ statusValidForProcessing: false }))];
      const started = new Promise<void>((resolve) => {
        response = () => {
          resolve();
          return responses.shift() as HttpResponse;
        };
      });
      const first = gateway.call(call());
      await started;
      await gateway.clock(NOW + 36);
      expect([await status(), requests().length]).toEqual([403, 3]);
      respond(consentInfo(entry()));
      expect((await first).status).toBe(200);
    });

    test('is checked within the configured time limit, however slowly the response arrives', async () => {
      const slowResponse = (body: string, chunk_s: number) => ({ status: 200, body, chunk_s });
      const complete = consentInfo(entry()) as { readonly body: string };
      await start(OPERATOR, slowResponse(complete.body, 0.4));
      expect(await status()).toBe(200);
      expect(requests()).toEqual([expect.objectContaining({ timeouts: { connect: 500, send: 500, read: 500 } })]);
      await start(OPERATOR, slowResponse(`${complete.body}${' '.repeat(30_000)}`, 0.2));
      expect([await status(), await gateway.logs()]).toEqual([
        503,
        [expect.stringMatching(/: consent\.example: timeout$/)],
      ]);
      await start(OPERATOR, async () => {
        await gateway.clock(NOW + 0.5);
        return consentInfo(entry());
      });
      expect(await status()).toBe(503);
    });

    test('is checked at the host that the certificate is verified for, and errors reveal no more than that host', async () => {
      await start({ ...OPERATOR, url: 'https://consent.example:8443/secret?key=hidden' }, { error: 'timeout' });
      expect(await status()).toBe(503);
      expect(gateway.externalCalls.filter(({ name }) => name === 'http_connect').map(({ args }) => args)).toEqual([
        { host: 'consent.example', port: 8443, server_name: 'consent.example' },
      ]);
      const [line] = await gateway.logs();
      expect(line).toMatch(/: consent\.example: timeout$/);
      expect(line).not.toMatch(/secret|hidden|8443/);
    });

    test('is checked once for many concurrent calls', async () => {
      await start(OPERATOR, consentInfo(entry()));
      const results = await Promise.all(Array.from({ length: 10 }, () => gateway.call(call())));
      expect([results.every((result) => result.status === 200), requests().length]).toEqual([true, 1]);
    });
  });

  describe('a config', () => {
    const key = '{vault://env/key}';
    const otherwise = { source: 'operator', url: 'https://own.example/ask' };
    const validate = (more: JsonObject) =>
      gateway.run('check_config', { plugin: 'partner-consent', config: { ...API, ...more } });

    test.each([
      ['with a token in the header', { token: { source: 'authorization-header', refused_headers: ['access-token'] } }],
      ['with any claim name', { three_legged: { rule: 'claim', claim: 'https://idp.example/user' } }],
      ['with a Consent Info API', { live: CONSENT_INFO }],
      ["with an operator's endpoint", { live: OPERATOR }],
      ['with both services', { live: { ...CONSENT_INFO, otherwise } }],
      ['without operations', { operations: [] }],
      [
        'with both services and credentials',
        { live: { ...CONSENT_INFO, otherwise: { ...otherwise, authorization: key } } },
      ],
      ['with a URL that has a query', { live: { ...OPERATOR, url: 'https://consent.example?a=b@c' } }],
      ['with vault references', { live: { ...OPERATOR, authorization: key }, subject_hash: { mode: 'keyed', key } }],
    ])('%s is accepted', async (_, more) => {
      expect(await validate(more)).toEqual({ config: expect.any(Object) });
    });

    test.each([
      ['with an operation without scopes and no_scopes', { operations: [{ operation: 'a', route: 'a' }] }],
      ['with an operation with an empty list of scopes', { operations: [{ operation: 'a', route: 'a', scopes: [] }] }],
      [
        'with an operation with scopes and no_scopes',
        { operations: [{ operation: 'a', route: 'a', scopes: [['s']], no_scopes: true }] },
      ],
      ['with no_scopes set to false', { operations: [{ operation: 'a', route: 'a', no_scopes: false }] }],
      ['with an invalid scope', { operations: [{ operation: 'a', route: 'a', scopes: [['a b']] }] }],
      ['with an empty alternative', { operations: [{ operation: 'a', route: 'a', scopes: [[]] }] }],
      ['without refused headers', { token: { source: 'authorization-header' } }],
      ['with a rule without its claim', { three_legged: { rule: 'claim' } }],
      ['with a setting of another rule', { three_legged: { rule: 'never', claim: 'acr' } }],
      ['without purposes', { purpose: { rule: 'required' } }],
      ['with an invalid purpose', { purpose: { rule: 'required', allowed: ['Security'] } }],
      ['with a key in plain text', { subject_hash: { mode: 'keyed', key: 'a key' } }],
      ['without a key', { subject_hash: { mode: 'keyed' } }],
      ['with credentials in plain text', { live: { ...OPERATOR, authorization: 'Basic c2VjcmV0' } }],
      ['with credentials for a Consent Info API', { live: { ...CONSENT_INFO, authorization: key } }],
      ['without a fallback', { live: { ...CONSENT_INFO, otherwise: null } }],
      ['with a fallback endpoint without a URL', { live: { ...CONSENT_INFO, otherwise: { source: 'operator' } } }],
      [
        'with credentials but no fallback endpoint',
        { live: { ...CONSENT_INFO, otherwise: { source: 'none', authorization: key } } },
      ],
      ['with a fallback for the operator endpoint', { live: { ...OPERATOR, otherwise } }],
      [
        'with credentials in plain text for the fallback endpoint',
        { live: { ...CONSENT_INFO, otherwise: { ...otherwise, authorization: 'Basic c2VjcmV0' } } },
      ],
      ['without a URL', { live: { ...OPERATOR, url: null } }],
      ['with a URL of another scheme', { live: { ...OPERATOR, url: 'ftp://consent.example/' } }],
      ['with a URL that contains a space', { live: { ...OPERATOR, url: 'https://consent.example/a b' } }],
      ['with credentials in the URL', { live: { ...OPERATOR, url: 'https://a:b@consent.example/' } }],
    ])('%s is rejected', async (_, more) => {
      expect(await validate(more)).toEqual({ errors: expect.anything() });
    });
  });
});
