import { createHmac } from 'node:crypto';
import type { JsonObject } from '../../core/model';
import { certificate, type TestCertificate } from './support/certificates';
import { Gateway } from './support/gateway';
import type { Answer, Call, Consumer, HttpAnswer, PluginSetup, Setup } from './support/messages';
import { onEveryLua } from './support/runtimes';
import {
  jwkOf,
  type KeyPair,
  keyPair,
  pemOf,
  rawToken,
  type SigningAlgorithm,
  signed,
  tokenOf,
} from './support/tokens';

const NOW = 1_790_000_000;
const ISSUER = 'https://idp.operator.example';
const AUDIENCE = 'https://api.sandbox.operator.example';

const keys = {
  ec: keyPair('ec', 'P-256'),
  ec384: keyPair('ec384', 'P-384'),
  ec521: keyPair('ec521', 'P-521'),
  ed: keyPair('ed', 'Ed25519'),
  rsa: keyPair('rsa', 2048),
  rsa3072: keyPair('rsa3072', 3072),
  short: keyPair('short', 1024),
  other: keyPair('other', 'P-256'),
};
const ALL: readonly SigningAlgorithm[] = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
];

const inline = (...used: readonly (readonly [KeyPair, ...SigningAlgorithm[]])[]) => ({
  source: 'inline',
  public_keys: used.map(([key, ...algorithms]) => ({ kid: key.kid, algorithms, pem: pemOf(key) })),
});
const JWKS = {
  source: 'jwks',
  uri: `${ISSUER}/jwks?v=1`,
  cache_s: 3600,
  refresh_before_s: 300,
  keep_s: 86_400,
  unknown_kid_interval_s: 10,
  connect_timeout_ms: 1000,
  read_timeout_ms: 2000,
  max_bytes: 20_000,
  verify_tls: true,
};

const idp = (more: JsonObject = {}): PluginSetup => ({
  name: 'partner-token',
  config: {
    mode: 'idp',
    issuer: ISSUER,
    audience: AUDIENCE,
    algorithms: ALL,
    types: ['at+jwt', 'jwt'],
    client_claim: 'client_id',
    clock_skew_s: 30,
    keys: inline([keys.ec, 'ES256']),
    consumer_cache_s: 60,
    consumer_miss_cache_s: 5,
    ...more,
  },
});

const partner = (more: JsonObject = {}): PluginSetup => ({
  name: 'partner-token',
  config: { mode: 'partner', audience: AUDIENCE, algorithms: ['ES256', 'RS256'], types: ['jwt'], ...more },
});
/** Kong's own, with keys of one consumer. */
const jwt: PluginSetup = {
  name: 'jwt',
  bundled: true,
  config: {
    credentials: {
      ec: { consumer: 'c-1', algorithm: 'ES256', pem: pemOf(keys.ec) },
      rsa: { consumer: 'c-1', algorithm: 'RS256', pem: pemOf(keys.rsa) },
    },
  },
};

const ACME: Consumer = { id: 'c-1', username: 'acme-bank_checkout', custom_id: 'acme', tags: [] };
const CLAIMS = { iss: ISSUER, aud: AUDIENCE, exp: NOW + 300, client_id: 'acme' };
const bearer = (token: string): Call => ({ method: 'GET', path: '/', headers: { authorization: `Bearer ${token}` } });
const good = (more: object = {}, header: object = {}) => tokenOf(keys.ec, 'ES256', { ...CLAIMS, ...more }, header);

onEveryLua('partner-token', (runtime) => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await Gateway.start(runtime);
  });
  afterAll(() => gateway.close());

  const setup = (plugin: PluginSetup, more: Partial<Setup> = {}) =>
    gateway.setup({ plugins: [plugin], consumers: [ACME], now: NOW, ...more });
  const answerTo = async (call: Call, plugin = idp(), more: Partial<Setup> = {}) => {
    await setup(plugin, more);
    return gateway.call(call);
  };
  const expectRefused = (answer: Answer) => {
    expect([answer.status, JSON.parse(answer.body).code, answer.reached]).toEqual([401, 'UNAUTHENTICATED', false]);
    expect(answer.headers['www-authenticate']).toMatch(/^Bearer/);
  };

  describe('a good token', () => {
    test('makes its consumer the caller, as jwt does', async () => {
      const call = bearer(good());
      const got = await answerTo({
        ...call,
        headers: { ...call.headers, 'x-anonymous-consumer': 'true', 'x-consumer-id': 'x' },
      });
      expect(got.status).toBe(200);
      expect(got.upstream).toMatchObject({
        'x-consumer-id': 'c-1',
        'x-consumer-custom-id': 'acme',
        'x-consumer-username': 'acme-bank_checkout',
        'x-credential-identifier': 'acme',
      });
      expect(got.upstream).not.toHaveProperty('x-anonymous-consumer');
    });

    test.each([
      'https://acme.example/apps/checkout?v=1,2',
      'spiffe://operator.example/ns/partners/sa/checkout',
      'the "100%" app \\ of Acme',
      `urn:${'x'.repeat(2044)}`,
    ])('may carry any client id of RFC 6749: %s', async (id) => {
      const others = ['', ' ', '/'].map((end, index) => ({ ...ACME, id: `other-${index}`, custom_id: `${id}${end}x` }));
      const consumers = [...others, { ...ACME, custom_id: id }];
      const got = await answerTo(bearer(good({ client_id: id })), idp(), { consumers });
      expect([got.status, got.upstream?.['x-consumer-id'], got.upstream?.['x-consumer-custom-id']]).toEqual([
        200,
        'c-1',
        id,
      ]);
    });

    test.each([
      'X-Authenticated-Groups',
      'x_authenticated_groups',
      'X-Authenticated-Userid',
      'X-AUTHENTICATED-SCOPE',
      'X-Credential-Username',
      'X-Consumer-Anything',
      'X-Anonymous-Consumer',
      'Client-Cert',
      'Client-Cert-Chain',
      'X-Forwarded-Client-Cert',
      'X-Client-Cert-DN',
      'SSL_CLIENT_S_DN',
      'ssl-client-verify',
      'X-SSL-Client-CN',
      'X-Forwarded-Tls-Client-Cert-Info',
      'X-Amzn-Mtls-Clientcert-Subject',
      'X-ARR-ClientCert',
      'X-HTTP-Method-Override',
      'X_Original_URL',
      'X_Forwarded_For',
      'X-Real_IP',
    ])("takes a caller's own %s from the call, however often it is sent", async (name) => {
      for (const [token, plugins] of [
        [good(), [idp()]],
        [tokenOf(keys.ec, 'ES256', { iss: 'acme', aud: AUDIENCE, exp: NOW + 300 }), [jwt, partner()]],
      ] as const) {
        const headers = {
          authorization: `Bearer ${token}`,
          [name]: ['sim-swap:paid', 'admin'],
          'X-Forwarded-For': 'a',
        };
        const got = await answerTo({ ...bearer(token), headers }, idp(), { plugins });
        expect(got.status).toBe(200);
        expect(
          Object.keys(got.upstream ?? {}).filter((key) => !key.startsWith('x-con') && !key.startsWith('x-cre')),
        ).toEqual(['authorization', 'x-forwarded-for']);
        expect(got.upstream).not.toHaveProperty([name.toLowerCase()]);
      }
    });

    test.each([
      ['10.0.0.1', true],
      ['192.0.2.7', false],
    ])(
      'says where it comes from in Forwarded only to a proxy that the gateway trusts: from %s %s',
      async (peer, passes) => {
        const call = bearer(good());
        const got = await answerTo({ ...call, peer, headers: { ...call.headers, forwarded: 'for=127.0.0.1' } });
        expect([got.status, got.upstream?.forwarded]).toEqual([200, passes ? 'for=127.0.0.1' : undefined]);
      },
    );

    test('counts for nothing among more headers than can be looked at', async () => {
      const many = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`x-${i}`, 'a']));
      const headers = { ...many, ...bearer(good()).headers };
      const got = await answerTo({ ...bearer(good()), headers });
      expect([got.status, JSON.parse(got.body).code, got.reached]).toEqual([400, 'INVALID_ARGUMENT', false]);
    });

    test('lets no client say itself who it is, whatever it writes for the hyphens', async () => {
      const forged = [
        'X-Consumer-Username',
        'X-Consumer_Username',
        'X-Consumer-Groups',
        'X_Consumer_Groups',
        'X_Consumer_ID',
        'X-Consumer_ID',
        'x_consumer-id',
        'X_Consumer_Custom_ID',
        'X-Consumer-Custom_ID',
        'X-Consumer_Custom-ID',
        'X_Credential_Identifier',
        'X_Anonymous-Consumer',
      ];
      const headers = Object.fromEntries([...forged, 'X_Own', 'X-Consumer'].map((name) => [name, 'victim']));
      const { username: _, ...nameless } = ACME;
      for (const [token, plugins] of [
        [good(), [idp()]],
        [tokenOf(keys.ec, 'ES256', { iss: 'acme', aud: AUDIENCE, exp: NOW + 300 }), [jwt, partner()]],
      ] as const) {
        const call = { ...bearer(token), headers: { ...headers, authorization: `Bearer ${token}` } };
        const { upstream = {}, status } = await answerTo(call, idp(), { plugins, consumers: [nameless] });
        expect(status).toBe(200);
        const victims = Object.keys(upstream).filter((name) => upstream[name] === 'victim');
        // In mode 'partner' it is Kong's jwt that sets and clears the names with hyphens.
        expect(victims.filter((name) => plugins.length === 1 || name !== 'x-consumer-username')).toEqual([
          'x-consumer',
          'x_own',
        ]);
      }
    });

    describe('in base64url of another form than RFC 7515 allows', () => {
      /** The same bytes with a bit set that no byte has; a part whose characters have none left gets it by a space in its JSON. */
      const loose = (part: string): string => {
        const last = ALPHABET.indexOf(part.at(-1) ?? '');
        return part.slice(0, -1) + ALPHABET[last + 1];
      };
      const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
      const partOf = (value: object, spaces: number) => Buffer.from(JSON.stringify(value) + ' '.repeat(spaces));
      /** Header and claims, whose lengths leave bits over. */
      const part = (value: object, left = 1): string => {
        for (let spaces = 0; ; spaces++) {
          const bytes = partOf(value, spaces);
          if (bytes.length % 3 === left) return bytes.toString('base64url');
        }
      };
      const header = (kid: string, left?: number) => part({ alg: 'ES256', typ: 'JWT', kid }, left);
      const claims = (more: object, left?: number) => part({ ...CLAIMS, ...more }, left);
      const again = (token: string, change: (signature: string) => string) => {
        const at = token.lastIndexOf('.') + 1;
        return token.slice(0, at) + change(token.slice(at));
      };
      const tokens = (more: object): Readonly<Record<string, string>> => ({
        'bits left over in the header': signed(keys.ec, 'ES256', `${loose(header('ec'))}.${claims(more)}`),
        'bits left over in the claims': signed(keys.ec, 'ES256', `${header('ec')}.${loose(claims(more))}`),
        'two bits left over in the claims': signed(keys.ec, 'ES256', `${header('ec')}.${loose(claims(more, 2))}`),
        'bits left over in the signature': again(signed(keys.ec, 'ES256', `${header('ec')}.${claims(more)}`), loose),
        'padding of the header': signed(keys.ec, 'ES256', `${header('ec')}==.${claims(more)}`),
        'padding of the claims': signed(keys.ec, 'ES256', `${header('ec')}.${claims(more, 2)}=`),
        'padding of the signature': again(
          signed(keys.ec, 'ES256', `${header('ec')}.${claims(more)}`),
          (text) => `${text}==`,
        ),
        "base64's own characters in the signature": again(
          signed(keys.ec, 'ES256', `${header('ec')}.${claims(more)}`),
          (text) =>
            text
              .replaceAll('-', '+')
              .replaceAll('_', '/')
              .replace(/^[^+/]*$/, '$&+'),
        ),
        'a space in the claims': signed(keys.ec, 'ES256', `${header('ec')}.${claims(more).replace(/^./, '$& ')}`),
        'a fourth part': `${signed(keys.ec, 'ES256', `${header('ec')}.${claims(more)}`)}.e30`,
      });

      test.each(Object.keys(tokens({})))('with %s is refused in both modes', async (name) => {
        expectRefused(await answerTo(bearer(tokens({})[name] ?? '')));
        const partners = bearer(tokens({ iss: 'acme' })[name] ?? '');
        const got = await answerTo(partners, idp(), { plugins: [jwt, partner()] });
        expect([got.status, got.reached]).toEqual([401, false]);
      });

      test.each([0, 1, 2])('is not what a token is whose parts leave %i bytes over', async (left) => {
        const token = (more: object) => signed(keys.ec, 'ES256', `${header('ec', left)}.${claims(more, left)}`);
        expect((await answerTo(bearer(token({})))).status).toBe(200);
        const plugins = [jwt, partner()];
        expect((await answerTo(bearer(token({ iss: 'acme' })), idp(), { plugins })).status).toBe(200);
      });
    });

    describe('that comes again', () => {
      const issuer = (...published: readonly KeyPair[]) => ({
        status: 200,
        body: JSON.stringify({ keys: published.map((key) => jwkOf(key)) }),
      });

      test('is refused after its end', async () => {
        const call = bearer(good());
        await setup(idp());
        expect((await gateway.call(call)).status).toBe(200);
        await gateway.clock(NOW + 329);
        expect((await gateway.call(call)).status).toBe(200);
        await gateway.clock(NOW + 330);
        expectRefused(await gateway.call(call));
      });

      test('is refused once the issuer has taken its key out of the set', async () => {
        const call = bearer(good());
        let published = [keys.ec, keys.other];
        await setup(idp({ keys: { ...JWKS, cache_s: 60, refresh_before_s: 0 } }), { http: () => issuer(...published) });
        expect([(await gateway.call(call)).status, (await gateway.call(call)).status]).toEqual([200, 200]);
        published = [keys.other];
        await gateway.clock(NOW + 61);
        expectRefused(await gateway.call(call));
      });

      test('is refused once its key is another one of the same id', async () => {
        const call = bearer(good());
        let key = keys.ec;
        await setup(idp({ keys: { ...JWKS, cache_s: 60, refresh_before_s: 0 } }), { http: () => issuer(key) });
        expect((await gateway.call(call)).status).toBe(200);
        key = { ...keys.other, kid: 'ec' };
        await gateway.clock(NOW + 61);
        expectRefused(await gateway.call(call));
      });

      test('is refused once nobody has its client id any more', async () => {
        const call = bearer(good());
        await setup(idp());
        expect((await gateway.call(call)).status).toBe(200);
        await gateway.run('set_consumers', { consumers: [] });
        await gateway.clock(NOW + 61);
        expectRefused(await gateway.call(call));
      });

      test('has to fit each API anew', async () => {
        const plugins = [idp(), idp({ audience: 'https://other.example' })];
        expectRefused(await answerTo(bearer(good()), idp(), { plugins }));
        expect((await answerTo(bearer(good()), idp(), { plugins: [idp(), idp()] })).status).toBe(200);
      });

      test('with another signature, or none, is refused like the first', async () => {
        const token = good();
        await setup(idp());
        expect((await gateway.call(bearer(token))).status).toBe(200);
        const [header, claims, signature = ''] = token.split('.');
        const flipped = `${signature[0] === 'A' ? 'B' : 'A'}${signature.slice(1)}`;
        expectRefused(await gateway.call(bearer(`${header}.${claims}.${flipped}`)));
        expectRefused(await gateway.call(bearer(`${header}.${claims}.`)));
      });
    });

    test('lets acl find consumer and credential', async () => {
      const acl: PluginSetup = { name: 'acl', config: { allow: ['sim-swap:paid'] }, bundled: true };
      const plugins = [idp(), acl];
      expect((await answerTo(bearer(good()), idp(), { plugins, acls: { 'c-1': ['sim-swap:paid'] } })).status).toBe(200);
      expect((await answerTo(bearer(good()), idp(), { plugins })).status).toBe(403);
    });

    test.each([
      ['RS256', keys.rsa],
      ['RS384', keys.rsa],
      ['RS512', keys.rsa],
      ['PS256', keys.rsa],
      ['PS384', keys.rsa3072],
      ['PS512', keys.rsa3072],
      ['ES256', keys.ec],
      ['ES384', keys.ec384],
      ['ES512', keys.ec521],
      ['EdDSA', keys.ed],
    ] as const)('may be signed by %s, with a key written in the config or fetched', async (algorithm, key) => {
      const call = bearer(tokenOf(key, algorithm, CLAIMS));
      expect((await answerTo(call, idp({ keys: inline([key, algorithm]) }))).status).toBe(200);
      const http = () => ({ status: 200, body: JSON.stringify({ keys: [jwkOf(key)] }) });
      expect((await answerTo(call, idp({ keys: JWKS }), { http })).status).toBe(200);
    });

    test.each([
      ['one audience in a list', { aud: [AUDIENCE] }],
      ['ours among a thousand', { aud: [...Array.from({ length: 999 }, (_, i) => `https://a${i}.example`), AUDIENCE] }],
      ['a time with a fraction', { exp: NOW + 0.5, nbf: NOW - 0.5 }],
      ['claims that nobody knows', { x: { y: [1, null, {}] } }],
    ])('may have %s', async (_, claims) => {
      expect((await answerTo(bearer(good(claims)))).status).toBe(200);
    });

    test.each(['at+jwt', 'JWT', 'AT+JWT', 'application/at+jwt', 'jwt'])("may be of type '%s'", async (typ) => {
      expect((await answerTo(bearer(good({}, { typ })))).status).toBe(200);
    });

    test.each(['bearer ', 'BEARER   ', ' Bearer '])("may stand behind '%s'", async (scheme) => {
      const call: Call = { ...bearer(''), headers: { authorization: `${scheme}${good()}` } };
      expect((await answerTo(call)).status).toBe(200);
    });
  });

  describe.each([
    ['of an identity provider', (more: object) => good(more), () => [idp()]],
    [
      'that a partner signed',
      (more: object) => tokenOf(keys.ec, 'ES256', { iss: 'acme', aud: AUDIENCE, exp: NOW + 300, ...more }),
      () => [jwt, partner()],
    ],
  ] as const)('a token %s that is bound to a client certificate', (_, token, plugins) => {
    const HOST = 'api.sandbox.operator.example';
    const listener: PluginSetup = {
      name: 'partner-mtls',
      global: true,
      config: {
        scope: 'listener',
        server_names: [HOST],
        ca_certificates: ['11111111-1111-5111-8111-111111111111'],
        send_ca_names: false,
        session_reuse: false,
      },
    };
    let own: TestCertificate;
    let other: TestCertificate;
    beforeAll(async () => {
      const life = { from: NOW - 10, until: NOW + 1000 };
      own = await certificate({ subject: 'CN=a', ...life });
      other = await certificate({ subject: 'CN=a', ...life });
    });
    const bound = () => ({ 'x5t#S256': own.base64url });
    const answerOver = (cnf: unknown, client_chain: string | undefined, asked = true) => {
      const tls = { server_name: HOST, ...(client_chain === undefined ? {} : { client_chain }) };
      const all = [...(asked ? [listener] : []), ...plugins()];
      return answerTo({ ...bearer(token(cnf === undefined ? {} : { cnf })), tls }, idp(), { plugins: all });
    };

    test('passes with that certificate, though the API does not ask for one', async () => {
      expect((await answerOver(bound(), own.pem)).status).toBe(200);
      expect((await answerOver({ 'x5t#S256': `${own.base64url}=` }, own.pem)).status).toBe(200);
      expect((await answerOver(bound(), own.pem + other.pem)).status).toBe(200);
    });

    test.each([
      ['without a certificate', () => undefined],
      ['with another certificate', () => other.pem],
      ['with another certificate before it', () => other.pem + own.pem],
      ['with a certificate that is none', () => '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'],
    ])('is 401 %s', async (_, chain) => {
      expectRefused(await answerOver(bound(), chain()));
      expect(await gateway.logs()).toEqual([expect.stringMatching(/^notice: the token is refused: it is bound to/)]);
    });

    test('is 401 without TLS, and where the gateway asks for no certificates', async () => {
      expectRefused(await answerTo(bearer(token({ cnf: bound() })), idp(), { plugins: plugins() }));
      expectRefused(await answerOver(bound(), own.pem, false));
    });

    test.each<readonly [string, () => unknown]>([
      ['to a key (DPoP)', () => ({ jkt: 'x' })],
      ['to a key as well', () => ({ ...bound(), jkt: 'x' })],
      ['in a way that nobody knows', () => ({ ...bound(), 'x5t#S512': null })],
      ['to nothing that is said', () => ({})],
      ['by an empty list', () => []],
      ['by a list', () => [own.base64url]],
      ['by a text', () => own.base64url],
      ['by null', () => null],
      ['by a number', () => ({ 'x5t#S256': 1 })],
      ['by null in its place', () => ({ 'x5t#S256': null })],
      ['by a list in its place', () => ({ 'x5t#S256': [own.base64url] })],
      ['by an empty text', () => ({ 'x5t#S256': '' })],
      ['by its thumbprint in hexadecimal', () => ({ 'x5t#S256': own.sha256 })],
    ])('is 401 when it is bound %s', async (_, cnf) => {
      expectRefused(await answerOver(cnf(), own.pem));
    });

    test('is another thing than one that is not bound, whatever the client shows', async () => {
      expect((await answerOver(undefined, own.pem)).status).toBe(200);
      expect((await answerOver(undefined, 'no certificate')).status).toBe(200);
    });
  });

  describe('the clock', () => {
    test.each([
      ['exp', -30.5, 401],
      ['exp', -30, 401],
      ['exp', -29, 200],
      ['exp', 0, 200],
      ['nbf', 30, 200],
      ['nbf', 31, 401],
      ['iat', 30, 200],
      ['iat', 31, 401],
    ])('%s %d seconds from now is %i with a skew of 30', async (claim, seconds, status) => {
      expect((await answerTo(bearer(good({ [claim]: NOW + seconds })))).status).toBe(status);
    });

    test('has no skew where there is none', async () => {
      const plugin = idp({ clock_skew_s: 0 });
      expect((await answerTo(bearer(good({ exp: NOW })), plugin)).status).toBe(401);
      expect((await answerTo(bearer(good({ exp: NOW + 1, nbf: NOW })), plugin)).status).toBe(200);
      expect((await answerTo(bearer(good({ nbf: NOW + 1 })), plugin)).status).toBe(401);
    });

    test('ends a token between two calls', async () => {
      await setup(idp());
      const call = bearer(good({ exp: NOW + 10 }));
      expect((await gateway.call(call)).status).toBe(200);
      await gateway.clock(NOW + 40);
      expectRefused(await gateway.call(call));
    });
  });

  describe('refused with 401, whatever the cause:', () => {
    const hmac = (secret: string) => {
      const signed = rawToken({ alg: 'HS256', typ: 'JWT', kid: 'ec' }, CLAIMS).slice(0, -1);
      return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
    };
    const [header, payload, signature] = good().split('.') as [string, string, string];
    const headers = (authorization?: string | string[]): Call =>
      authorization === undefined ? { ...bearer(''), headers: {} } : { ...bearer(''), headers: { authorization } };
    const CASES: Record<string, Call> = {
      'no Authorization': headers(),
      'an empty one': headers(''),
      'another scheme': headers('Basic YTpi'),
      'another scheme with a good token': headers(`Basic ${good()}`),
      'another scheme of tokens': headers(`DPoP ${good()}`),
      'a scheme that begins alike': headers(`Bearers ${good()}`),
      'no scheme': headers(good()),
      'the scheme alone': headers('Bearer'),
      'two headers': headers([`Bearer ${good()}`, `Bearer ${good()}`]),
      'two tokens': headers(`Bearer ${good()} ${good()}`),
      'two tokens with a comma': headers(`Bearer ${good()},Bearer ${good()}`),
      'no JWT': bearer('abc'),
      'two parts': bearer(`${header}.${payload}`),
      'three empty parts': bearer('..'),
      'five parts, as an encrypted one has': bearer(`${header}.${payload}.${signature}.a.b`),
      'a header that is no JSON': bearer(`e30x.${payload}.${signature}`),
      'a header that is a number': bearer(tokenOf(keys.ec, 'ES256', CLAIMS, '5')),
      'a header that is null': bearer(tokenOf(keys.ec, 'ES256', CLAIMS, 'null')),
      'a header that is a text': bearer(tokenOf(keys.ec, 'ES256', CLAIMS, '"ES256"')),
      'a header that is a list': bearer(tokenOf(keys.ec, 'ES256', CLAIMS, '["ES256"]')),
      'claims that are a number': bearer(tokenOf(keys.ec, 'ES256', '5')),
      'claims that are null': bearer(tokenOf(keys.ec, 'ES256', 'null')),
      'claims that are a list': bearer(tokenOf(keys.ec, 'ES256', '[]')),
      'claims nested without end': bearer(tokenOf(keys.ec, 'ES256', `${'['.repeat(3000)}${']'.repeat(3000)}`)),
      'alg none': bearer(rawToken({ alg: 'none', typ: 'JWT', kid: 'ec' }, CLAIMS)),
      'alg None with a signature': bearer(rawToken({ alg: 'None', typ: 'JWT', kid: 'ec' }, CLAIMS, signature)),
      'alg that is a number': bearer(good({}, { alg: 256 })),
      'alg that is a list': bearer(good({}, { alg: ['ES256'] })),
      'no alg': bearer(rawToken({ typ: 'JWT', kid: 'ec' }, CLAIMS, signature)),
      'HS256 with the public key as the secret': bearer(hmac(pemOf(keys.ec))),
      'the alg of another key': bearer(good({}, { alg: 'RS256' })),
      'a curve that is not the key’s': bearer(good({}, { alg: 'ES384' })),
      'no kid': bearer(rawToken({ alg: 'ES256', typ: 'JWT' }, CLAIMS, signature)),
      'another kid': bearer(good({}, { kid: 'other' })),
      'a kid that is a number': bearer(good({}, { kid: 1 })),
      'a kid that is a path': bearer(good({}, { kid: '../../dev/null' })),
      'a key in its own header': bearer(tokenOf(keys.other, 'ES256', CLAIMS, { kid: 'ec', jwk: jwkOf(keys.other) })),
      'the signature of another key': bearer(tokenOf(keys.other, 'ES256', CLAIMS, { kid: 'ec' })),
      'no signature': bearer(`${header}.${payload}.`),
      'a signature that is cut': bearer(`${header}.${payload}.${signature.slice(0, -4)}`),
      'a signature that is too long': bearer(`${header}.${payload}.${signature}AAAA`),
      'a signature of zeros': bearer(`${header}.${payload}.${'A'.repeat(86)}`),
      'other claims under the signature': bearer(
        `${header}.${rawToken({}, { ...CLAIMS, client_id: 'other' }).split('.')[1]}.${signature}`,
      ),
      'an extension that has to be understood': bearer(good({}, { crit: ['b64'], b64: false })),
      'another type': bearer(good({}, { typ: 'id_token' })),
      'a type that is a number': bearer(good({}, { typ: 1 })),
      'a type that is a map': bearer(good({}, { typ: {} })),
      'a type that is a list': bearer(good({}, { typ: ['jwt'] })),
      'a type that is null': bearer(good({}, { typ: null })),
      'a type that is false': bearer(good({}, { typ: false })),
      'another issuer': bearer(good({ iss: 'https://other.example' })),
      'an issuer with a slash more': bearer(good({ iss: `${ISSUER}/` })),
      'no issuer': bearer(good({ iss: undefined })),
      'an issuer that is a list': bearer(good({ iss: [ISSUER] })),
      'another environment': bearer(good({ aud: 'https://api.operator.example' })),
      'an audience that begins with ours': bearer(good({ aud: `${AUDIENCE}.evil` })),
      'an audience that ends with ours': bearer(good({ aud: `x${AUDIENCE}` })),
      'an audience that ours begins with': bearer(good({ aud: AUDIENCE.slice(0, -1) })),
      'an audience that is a pattern of ours': bearer(good({ aud: AUDIENCE.replaceAll('.', '%.') })),
      'a list of audiences around ours': bearer(good({ aud: [`${AUDIENCE}.evil`, `x${AUDIENCE}`, ''] })),
      'no audience': bearer(good({ aud: undefined })),
      'an audience that is a map': bearer(good({ aud: { [AUDIENCE]: true } })),
      'an empty list of audiences': bearer(good({ aud: [] })),
      'a thousand audiences, none of them ours': bearer(
        good({ aud: Array.from({ length: 1000 }, (_, i) => `${AUDIENCE}${i}`) }),
      ),
      'no exp': bearer(good({ exp: undefined })),
      'an exp that is a text': bearer(good({ exp: String(NOW + 300) })),
      'an exp that never comes': bearer(
        tokenOf(keys.ec, 'ES256', JSON.stringify(CLAIMS).replace(String(NOW + 300), '1e999')),
      ),
      'an exp that is no JSON': bearer(
        tokenOf(keys.ec, 'ES256', JSON.stringify(CLAIMS).replace(String(NOW + 300), 'NaN')),
      ),
      'a negative exp': bearer(good({ exp: -1 })),
      'an nbf that is a text': bearer(good({ nbf: 'now' })),
      'no client': bearer(good({ client_id: undefined })),
      'a client that is a number': bearer(good({ client_id: 1 })),
      'a client that is empty': bearer(good({ client_id: '' })),
      'a client with a line end': bearer(good({ client_id: 'acme\n' })),
      'a client with a zero byte': bearer(good({ client_id: 'acme\u0000' })),
      'a client that is too long': bearer(good({ client_id: 'a'.repeat(2049) })),
      'a client with a letter beyond ASCII': bearer(good({ client_id: 'caché' })),
      'a client whom nobody knows': bearer(good({ client_id: 'other' })),
    };
    test.each(Object.entries(CASES))('%s', async (_, call) => {
      const got = await answerTo(call);
      expectRefused(got);
      expect(got.body).toBe(
        '{"code":"UNAUTHENTICATED","message":"The call carries no valid access token.","status":401}',
      );
      expect((await gateway.logs()).filter((line) => line.startsWith('err'))).toEqual([]);
    });

    test('an algorithm that the policy does not accept', async () => {
      expectRefused(await answerTo(bearer(good()), idp({ algorithms: ['RS256'] })));
    });

    test("an algorithm that the key is not for, of the key's own kind", async () => {
      const plugin = idp({ keys: inline([keys.rsa, 'PS256']) });
      expect((await answerTo(bearer(tokenOf(keys.rsa, 'PS256', CLAIMS)), plugin)).status).toBe(200);
      expectRefused(await answerTo(bearer(tokenOf(keys.rsa, 'RS256', CLAIMS)), plugin));
    });

    test('the kids of two keys, swapped', async () => {
      const plugin = idp({ keys: inline([keys.ec, 'ES256'], [keys.other, 'ES256']) });
      expect((await answerTo(bearer(tokenOf(keys.other, 'ES256', CLAIMS)), plugin)).status).toBe(200);
      expectRefused(await answerTo(bearer(tokenOf(keys.other, 'ES256', CLAIMS, { kid: 'ec' })), plugin));
    });
  });

  describe('the consumer', () => {
    const lookUps = () =>
      gateway.asked.filter(({ name, args }) => name === 'db' && args.custom_id !== undefined).length;
    const change = (consumers: readonly Consumer[]) =>
      gateway.run('set_consumers', { consumers } as unknown as JsonObject);
    const statusOf = async (token = good()) => (await gateway.call(bearer(token))).status;

    test('is looked up once per while', async () => {
      await setup(idp());
      for (let i = 0; i < 5; i++) expect(await statusOf()).toBe(200);
      expect(lookUps()).toBe(1);
      await gateway.clock(NOW + 61);
      expect(await statusOf()).toBe(200);
      expect(lookUps()).toBe(2);
    });

    test('that does not exist is looked up once in five seconds, and is found when it does', async () => {
      await setup(idp(), { consumers: [] });
      expect([await statusOf(), await statusOf()]).toEqual([401, 401]);
      expect(lookUps()).toBe(1);
      await change([ACME]);
      await gateway.clock(NOW + 5);
      expect(await statusOf()).toBe(200);
    });

    test('that does not exist is found at once where misses are not kept', async () => {
      await setup(idp({ consumer_miss_cache_s: 0 }), { consumers: [] });
      expect(await statusOf()).toBe(401);
      await change([ACME]);
      expect(await statusOf()).toBe(200);
    });

    test('that was removed is refused at once', async () => {
      await setup(idp());
      expect(await statusOf()).toBe(200);
      await change([]);
      expect(await statusOf()).toBe(401);
    });

    test('that was removed and made again with another id is right at once', async () => {
      await setup(idp());
      await statusOf();
      await change([{ ...ACME, id: 'c-2' }]);
      expect((await gateway.call(bearer(good()))).upstream?.['x-consumer-id']).toBe('c-2');
    });

    test('whose client id moved to another application is right at once', async () => {
      await setup(idp());
      await statusOf();
      await change([
        { ...ACME, custom_id: 'acme-2' },
        { ...ACME, id: 'c-2', username: 'acme-bank_other' },
      ]);
      expect((await gateway.call(bearer(good()))).upstream?.['x-consumer-id']).toBe('c-2');
      expect((await gateway.call(bearer(good({ client_id: 'acme-2' })))).upstream?.['x-consumer-id']).toBe('c-1');
    });

    test('whose client id moved is looked up anew once, not by every call', async () => {
      await setup(idp());
      await statusOf();
      await change([{ ...ACME, id: 'c-2' }]);
      for (let i = 0; i < 5; i++) expect(await statusOf()).toBe(200);
      // The first, the one that finds that it is wrong, and the one that is remembered again.
      expect(lookUps()).toBe(3);
    });

    test('that cannot be looked up is 503, and the next call tries again', async () => {
      let away = true;
      await setup(idp(), { db: () => (away ? { error: 'no database' } : {}) });
      expect(await statusOf()).toBe(503);
      expect(await gateway.logs()).toEqual([expect.stringContaining('no database')]);
      away = false;
      expect(await statusOf()).toBe(200);
    });
  });

  describe("the issuer's keys", () => {
    let served: HttpAnswer | Promise<HttpAnswer>;
    const jwks = (...used: readonly object[]): HttpAnswer => ({ status: 200, body: JSON.stringify({ keys: used }) });
    const fetches = () => gateway.asked.filter(({ name }) => name === 'http').length;
    const statusOf = async (token = good()) => {
      const { status } = await gateway.call(bearer(token));
      await gateway.idle();
      return status;
    };
    const begin = async (answer: HttpAnswer, more: JsonObject = {}) => {
      served = answer;
      await setup(idp({ keys: { ...JWKS, ...more } }), { http: () => served });
    };
    const NEW = keyPair('new', 'P-256');
    const byNew = () => tokenOf(NEW, 'ES256', { ...CLAIMS, exp: NOW + 90_000 });
    const long = () => good({ exp: NOW + 200_000 });

    test('are fetched once, with the certificate checked', async () => {
      await begin(jwks(jwkOf(keys.ec)));
      expect([await statusOf(), await statusOf(), await statusOf()]).toEqual([200, 200, 200]);
      expect(gateway.asked.filter(({ name }) => name === 'http').map(({ args }) => args)).toEqual([
        expect.objectContaining({
          scheme: 'https',
          host: 'idp.operator.example',
          port: 443,
          path: '/jwks?v=1',
          verify: true,
        }),
      ]);
    });

    test('are fetched once by many calls at a time', async () => {
      await begin(jwks(jwkOf(keys.ec)));
      const answers = await Promise.all(Array.from({ length: 20 }, () => gateway.call(bearer(good()))));
      expect([new Set(answers.map(({ status }) => status)), fetches()]).toEqual([new Set([200]), 1]);
    });

    test('a new key is found at once; an unknown one causes one fetch per interval', async () => {
      await begin(jwks(jwkOf(keys.ec)));
      await statusOf(long());
      await gateway.clock(NOW + 10);
      served = jwks(jwkOf(keys.ec), jwkOf(NEW));
      expect([await statusOf(byNew()), await statusOf(long())]).toEqual([200, 200]);
      expect(fetches()).toBe(2);
      for (let i = 0; i < 10; i++) expect(await statusOf(good({}, { kid: `x${i}` }))).toBe(401);
      await gateway.clock(NOW + 19);
      expect([await statusOf(good({}, { kid: 'x' })), fetches()]).toEqual([401, 2]);
      await gateway.clock(NOW + 21);
      for (let i = 0; i < 10; i++) expect(await statusOf(good({}, { kid: `x${i}` }))).toBe(401);
      expect(fetches()).toBe(3);
    });

    test('an unknown key does not take the old ones away while the issuer is away', async () => {
      await begin(jwks(jwkOf(keys.ec)));
      await statusOf();
      await gateway.clock(NOW + 11);
      served = { error: 'connection refused' };
      expect([await statusOf(byNew()), await statusOf()]).toEqual([401, 200]);
    });

    test('an unknown key causes one fetch per interval also where the issuer is away', async () => {
      await begin(jwks(jwkOf(keys.ec)));
      await statusOf();
      served = { error: 'connection refused' };
      for (const later of [11, 13, 16, 20]) {
        await gateway.clock(NOW + later);
        expect([await statusOf(byNew()), fetches()]).toEqual([401, 2]);
      }
      await gateway.clock(NOW + 22);
      expect([await statusOf(byNew()), fetches()]).toEqual([401, 3]);
    });

    test('that have ended: no call waits for an issuer that is away but the first', async () => {
      await begin(jwks(jwkOf(keys.ec)));
      await statusOf(long());
      served = { error: 'timeout' };
      await gateway.clock(NOW + 3600);
      expect([await statusOf(long()), fetches()]).toEqual([200, 2]);
      let answer: (jwksAnswer: HttpAnswer) => void = () => undefined;
      served = new Promise((resolve) => {
        answer = resolve;
      });
      await gateway.clock(NOW + 3611);
      const meanwhile = [await gateway.call(bearer(long())), await gateway.call(bearer(long()))];
      answer(jwks(jwkOf(keys.ec), jwkOf(NEW)));
      await gateway.idle();
      expect([...meanwhile.map(({ status }) => status), fetches()]).toEqual([200, 200, 3]);
      expect([await statusOf(byNew()), fetches()]).toEqual([200, 3]);
      // The next end is waited for again.
      served = jwks(jwkOf(NEW));
      await gateway.clock(NOW + 3611 + 3600);
      expect([await statusOf(long()), fetches()]).toEqual([401, 4]);
    });

    test('are fetched again before they end, beside the call', async () => {
      await begin(jwks(jwkOf(keys.ec)));
      await statusOf(long());
      await gateway.clock(NOW + 3299);
      await statusOf(long());
      expect(fetches()).toBe(1);
      served = jwks(jwkOf(keys.ec), jwkOf(NEW));
      await gateway.clock(NOW + 3301);
      expect([await statusOf(long()), fetches()]).toEqual([200, 2]);
      expect([await statusOf(byNew()), fetches()]).toEqual([200, 2]);
    });

    test('a key that the issuer withdrew is gone with the next fetch', async () => {
      await begin(jwks(jwkOf(keys.ec), jwkOf(NEW)));
      expect(await statusOf(byNew())).toBe(200);
      served = jwks(jwkOf(keys.ec));
      await gateway.clock(NOW + 3601);
      expect([await statusOf(long()), await statusOf(byNew())]).toEqual([200, 401]);
    });

    test('are kept while the issuer is away, and not for ever; and are right again when it is back', async () => {
      await begin(jwks(jwkOf(keys.ec)));
      await statusOf(long());
      served = { error: 'connection refused' };
      await gateway.clock(NOW + 3600 + 86_399);
      expect(await statusOf(long())).toBe(200);
      expect(await gateway.logs()).toEqual([
        expect.stringMatching(/^err: .*idp\.operator\.example: connection refused$/),
      ]);
      await gateway.clock(NOW + 3600 + 86_410);
      expect(await statusOf(long())).toBe(503);
      served = jwks(jwkOf(keys.ec));
      await gateway.clock(NOW + 3600 + 86_416);
      expect(await statusOf(long())).toBe(200);
    });

    test('that cannot be fetched are 503 and not asked for by every call', async () => {
      await begin({ error: 'timeout' });
      expect([await statusOf(), await statusOf(), fetches()]).toEqual([503, 503, 1]);
      served = jwks(jwkOf(keys.ec));
      await gateway.clock(NOW + 5);
      expect(await statusOf()).toBe(200);
    });

    test.each([
      ['an error', { status: 500, body: '{"keys":[]}' }],
      ['an error with good keys', { status: 500, body: `{"keys":[${JSON.stringify(jwkOf(keys.ec))}]}` }],
      ['nothing found, with good keys', { status: 404, body: `{"keys":[${JSON.stringify(jwkOf(keys.ec))}]}` }],
      ['no JSON', { status: 200, body: '<html>' }],
      ['no keys', { status: 200, body: '{"keys":[]}' }],
      ['keys that are no list', { status: 200, body: '{"keys":{"a":1}}' }],
      ['a list of other things', { status: 200, body: '{"keys":[1,null,"a",[]]}' }],
      [
        'more than the limit',
        { status: 200, body: `{"keys":[${JSON.stringify(jwkOf(keys.ec))}],"x":"${'x'.repeat(20_000)}"}` },
      ],
    ])('as %s count as none', async (_, answer) => {
      await begin(answer);
      expect(await statusOf()).toBe(503);
    });

    test.each([
      ['for encryption', jwkOf(keys.ec, { use: 'enc' })],
      ['for other operations', jwkOf(keys.ec, { key_ops: ['sign'] })],
      ['for another algorithm', jwkOf(keys.ec, { alg: 'ES384' })],
      ['without an id', jwkOf(keys.ec, { kid: undefined })],
      ['with half a point', jwkOf(keys.ec, { y: undefined })],
      ['with a point that is not on the curve', jwkOf(keys.ec, { y: 'AAAA' })],
      ['with members that are numbers', jwkOf(keys.ec, { x: 1, y: 2 })],
      ['that is symmetric', { kty: 'oct', kid: 'ec', k: 'c2VjcmV0', alg: 'HS256' }],
    ])('do not include one %s', async (_, jwk) => {
      await begin(jwks(jwk, jwkOf(keys.other)));
      expect(await statusOf()).toBe(401);
      expect(await statusOf(tokenOf(keys.other, 'ES256', CLAIMS))).toBe(200);
    });

    test('do not include a short RSA key', async () => {
      await begin(jwks(jwkOf(keys.short), jwkOf(keys.ec)));
      expect(await statusOf(tokenOf(keys.short, 'RS256', CLAIMS))).toBe(401);
    });

    test('are taken without their private members, where the issuer publishes them by mistake', async () => {
      await begin(jwks({ ...keys.ec.privateKey.export({ format: 'jwk' }), kid: 'ec' }));
      expect(await statusOf()).toBe(200);
    });

    test('are a hundred at most', async () => {
      const named = (count: number) => Array.from({ length: count }, (_, i) => jwkOf(keys.other, { kid: `k${i}` }));
      await begin(jwks(...named(99), jwkOf(keys.ec)), { max_bytes: 100_000 });
      expect(await statusOf()).toBe(200);
      await begin(jwks(...named(100), jwkOf(keys.ec)), { max_bytes: 100_000 });
      expect(await statusOf()).toBe(401);
    });

    test('that were fetched without a look at the certificate are not used where it is looked at', async () => {
      const unverified = idp({ keys: { ...JWKS, verify_tls: false } });
      const http = ({ verify }: { readonly verify?: boolean }) => jwks(jwkOf(verify ? keys.other : keys.ec));
      await setup(unverified, { plugins: [unverified], http });
      expect(await statusOf()).toBe(200);
      // Both on one call: the first lets the token pass.
      await setup(unverified, { plugins: [unverified, idp({ keys: JWKS })], http });
      expect([await statusOf(), fetches()]).toEqual([401, 2]);
    });

    test('may have one id for two keys of one kind: each of them counts', async () => {
      for (const set of [
        [jwkOf(keys.other, { kid: 'ec' }), jwkOf(keys.ec)],
        [jwkOf(keys.ec), jwkOf(keys.other, { kid: 'ec' })],
      ]) {
        await begin(jwks(...set));
        expect(await statusOf()).toBe(200);
        expect(await statusOf(tokenOf(keys.other, 'ES256', CLAIMS, { kid: 'ec' }))).toBe(200);
      }
    });

    test('may have one id for two keys of different kinds', async () => {
      await begin(jwks(jwkOf(keys.rsa, { kid: 'ec' }), jwkOf(keys.ec)));
      expect(await statusOf()).toBe(200);
      expect(await statusOf(tokenOf(keys.rsa, 'RS256', CLAIMS, { kid: 'ec' }))).toBe(200);
    });
  });

  describe('of a partner, whose token Kong’s jwt has verified,', () => {
    const own = { iss: 'acme', aud: AUDIENCE, exp: NOW + 300 };
    const answer = (token: string, more: JsonObject = {}) =>
      answerTo(bearer(token), jwt, { plugins: [jwt, partner(more)] });

    test('a token of the application for this environment passes', async () => {
      expect((await answer(tokenOf(keys.ec, 'ES256', own))).status).toBe(200);
      expect((await answer(tokenOf(keys.rsa, 'RS256', own))).status).toBe(200);
    });

    test.each([
      ['of another application', { ...own, iss: 'other' }, {}],
      ['of nobody', { ...own, iss: undefined }, {}],
      ['for another environment', { ...own, aud: 'https://api.operator.example' }, {}],
      ['for nothing', { ...own, aud: undefined }, {}],
      ['of another type', own, { typ: 'id_token' }],
      ['with an extension', own, { crit: ['x'] }],
    ])('a token %s is 401', async (_, claims, header) => {
      expectRefused(await answer(tokenOf(keys.ec, 'ES256', claims, header)));
    });

    test.each(['NaN', 'Infinity', '"2027-01-01"', 'null'])('a token that ends at %s is 401', async (exp) => {
      const claims = `{"iss":"acme","aud":"${AUDIENCE}","exp":${exp}}`;
      expectRefused(await answer(tokenOf(keys.ec, 'ES256', claims)));
    });

    test('a token with an algorithm that the policy does not accept is 401', async () => {
      expectRefused(await answer(tokenOf(keys.ec, 'ES256', own), { algorithms: ['RS256'] }));
    });

    test('a call that nobody verified is 401', async () => {
      expectRefused(await answerTo(bearer(tokenOf(keys.ec, 'ES256', own)), partner()));
    });

    const known = (anonymous: boolean): PluginSetup => ({ name: 'known-caller', config: { anonymous }, bundled: true });
    const carried = (claims: object): Call => ({
      ...bearer(''),
      headers: { 'x-test-consumer': 'c-1', 'x-test-token': tokenOf(keys.ec, 'ES256', claims) },
    });

    test('a caller without a credential is 401, whatever consumer stands for him and whatever he carries', async () => {
      const answerOf = (anonymous: boolean) => answerTo(carried(own), jwt, { plugins: [known(anonymous), partner()] });
      expect((await answerOf(false)).status).toBe(200);
      expectRefused(await answerOf(true));
    });

    test('a token of nobody is 401 for a consumer without a client id, too', async () => {
      const { custom_id: _, ...unnamed } = ACME;
      const plugins = [known(false), partner()];
      const got = await answerTo(carried({ ...own, iss: undefined }), jwt, { plugins, consumers: [unnamed] });
      expectRefused(got);
    });

    const signed = tokenOf(keys.ec, 'ES256', own);
    test.each([
      ['a header that is a number', tokenOf(keys.ec, 'ES256', own, '5')],
      ['a header that is null', tokenOf(keys.ec, 'ES256', own, 'null')],
      ['claims that are a number', tokenOf(keys.ec, 'ES256', '5')],
      ['a signature that is cut', signed.slice(0, -4)],
      ['a kid that is a number', tokenOf(keys.ec, 'ES256', own, { kid: 5 })],
    ])('a token with %s, at which jwt throws, is 401 and not 500', async (_, token) => {
      const got = await answer(token);
      expect([got.status, got.headers['www-authenticate']]).toEqual([401, 'Bearer error="invalid_token"']);
    });

    test('an error that is not the token’s fault stays a 500', async () => {
      const broken: PluginSetup = {
        name: 'request-termination',
        config: { throws: true, priority: 1500 },
        bundled: true,
      };
      const got = await answerTo(bearer(signed), jwt, { plugins: [broken, jwt, partner()] });
      expect(got.status).toBe(500);
    });
  });
});
