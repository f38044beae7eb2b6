import { createHmac } from 'node:crypto';
import type { JsonObject } from '../../core/model';
import { createCertificate, type TestCertificate } from './support/certificates';
import { Gateway } from './support/gateway';
import type { Call, CallResult, Consumer, HttpResponse, PluginSetup, Setup } from './support/messages';
import { onEveryLua } from './support/runtimes';
import {
  createKeyPair,
  createToken,
  jwkOf,
  type KeyPair,
  pemOf,
  type SigningAlgorithm,
  unsignedToken,
  withSignature,
} from './support/tokens';

const NOW = 1_790_000_000;
const ISSUER = 'https://idp.operator.example';
const AUDIENCE = 'https://api.sandbox.operator.example';

const keys = {
  ec: createKeyPair('ec', 'P-256'),
  ec384: createKeyPair('ec384', 'P-384'),
  ec521: createKeyPair('ec521', 'P-521'),
  ed: createKeyPair('ed', 'Ed25519'),
  ed448: createKeyPair('ed448', 'Ed448'),
  rsa: createKeyPair('rsa', 2048),
  rsa3072: createKeyPair('rsa3072', 3072),
  short: createKeyPair('short', 1024),
  other: createKeyPair('other', 'P-256'),
};
const ALL_ALGORITHMS: readonly SigningAlgorithm[] = [
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
    algorithms: ALL_ALGORITHMS,
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
/** Kong's jwt, with the keys of one consumer. */
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
const validToken = (more: object = {}, header: object = {}) =>
  createToken(keys.ec, 'ES256', { ...CLAIMS, ...more }, header);

onEveryLua('partner-token', (runtime) => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await Gateway.start(runtime);
  });
  afterAll(() => gateway.close());

  const setup = (plugin: PluginSetup, more: Partial<Setup> = {}) =>
    gateway.setup({ plugins: [plugin], consumers: [ACME], now: NOW, ...more });
  const send = async (call: Call, plugin = idp(), more: Partial<Setup> = {}) => {
    await setup(plugin, more);
    return gateway.call(call);
  };
  const expectRefused = (result: CallResult) => {
    expect([result.status, JSON.parse(result.body).code, result.reached]).toEqual([401, 'UNAUTHENTICATED', false]);
    expect(result.headers['www-authenticate']).toMatch(/^Bearer/);
  };

  describe('a valid token', () => {
    test('authenticates its consumer, as jwt does', async () => {
      const call = bearer(validToken());
      const result = await send({
        ...call,
        headers: { ...call.headers, 'x-anonymous-consumer': 'true', 'x-consumer-id': 'x' },
      });
      expect(result.status).toBe(200);
      expect(result.upstream).toMatchObject({
        'x-consumer-id': 'c-1',
        'x-consumer-custom-id': 'acme',
        'x-consumer-username': 'acme-bank_checkout',
        'x-credential-identifier': 'acme',
      });
      expect(result.upstream).not.toHaveProperty('x-anonymous-consumer');
    });

    test.each([
      'https://acme.example/apps/checkout?v=1,2',
      'spiffe://operator.example/ns/partners/sa/checkout',
      'the "100%" app \\ of Acme',
      `urn:${'x'.repeat(2044)}`,
    ])('can have any client ID of RFC 6749: %s', async (id) => {
      const others = ['', ' ', '/'].map((end, index) => ({ ...ACME, id: `other-${index}`, custom_id: `${id}${end}x` }));
      const consumers = [...others, { ...ACME, custom_id: id }];
      const result = await send(bearer(validToken({ client_id: id })), idp(), { consumers });
      expect([result.status, result.upstream?.['x-consumer-id'], result.upstream?.['x-consumer-custom-id']]).toEqual([
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
    ])("removes the caller's own header %s, even if it occurs several times", async (name) => {
      for (const [token, plugins] of [
        [validToken(), [idp()]],
        [createToken(keys.ec, 'ES256', { iss: 'acme', aud: AUDIENCE, exp: NOW + 300 }), [jwt, partner()]],
      ] as const) {
        const headers = {
          authorization: `Bearer ${token}`,
          [name]: ['sim-swap:paid', 'admin'],
          'X-Forwarded-For': 'a',
        };
        const result = await send({ ...bearer(token), headers }, idp(), { plugins });
        expect(result.status).toBe(200);
        expect(
          Object.keys(result.upstream ?? {}).filter((key) => !key.startsWith('x-con') && !key.startsWith('x-cre')),
        ).toEqual(['authorization', 'x-forwarded-for']);
        expect(result.upstream).not.toHaveProperty([name.toLowerCase()]);
      }
    });

    test.each([
      ['10.0.0.1', true],
      ['192.0.2.7', false],
    ])('keeps the header Forwarded only from a trusted proxy: %s %s', async (peer, passes) => {
      const call = bearer(validToken());
      const result = await send({ ...call, peer, headers: { ...call.headers, forwarded: 'for=127.0.0.1' } });
      expect([result.status, result.upstream?.forwarded]).toEqual([200, passes ? 'for=127.0.0.1' : undefined]);
    });

    test('is refused in a request with too many headers', async () => {
      const many = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`x-${i}`, 'a']));
      const headers = { ...many, ...bearer(validToken()).headers };
      const result = await send({ ...bearer(validToken()), headers });
      expect([result.status, JSON.parse(result.body).code, result.reached]).toEqual([400, 'INVALID_ARGUMENT', false]);
    });

    test('does not let clients set identity headers, in any spelling with underscores', async () => {
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
        [validToken(), [idp()]],
        [createToken(keys.ec, 'ES256', { iss: 'acme', aud: AUDIENCE, exp: NOW + 300 }), [jwt, partner()]],
      ] as const) {
        const call = { ...bearer(token), headers: { ...headers, authorization: `Bearer ${token}` } };
        const { upstream = {}, status } = await send(call, idp(), { plugins, consumers: [nameless] });
        expect(status).toBe(200);
        const victims = Object.keys(upstream).filter((name) => upstream[name] === 'victim');
        // In mode 'partner' Kong's jwt sets and clears the names with hyphens.
        expect(victims.filter((name) => plugins.length === 1 || name !== 'x-consumer-username')).toEqual([
          'x-consumer',
          'x_own',
        ]);
      }
    });

    describe('in non-canonical base64url', () => {
      /** The same bytes with one of the unused bits set. */
      const withUnusedBit = (part: string): string => {
        const last = ALPHABET.indexOf(part.at(-1) ?? '');
        return part.slice(0, -1) + ALPHABET[last + 1];
      };
      const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
      const partOf = (value: object, spaces: number) => Buffer.from(JSON.stringify(value) + ' '.repeat(spaces));
      /** A part whose length modulo 3 leaves unused bits; spaces in the JSON adjust the length. */
      const part = (value: object, remainder = 1): string => {
        for (let spaces = 0; ; spaces++) {
          const bytes = partOf(value, spaces);
          if (bytes.length % 3 === remainder) return bytes.toString('base64url');
        }
      };
      const header = (kid: string, remainder?: number) => part({ alg: 'ES256', typ: 'JWT', kid }, remainder);
      const claims = (more: object, remainder?: number) => part({ ...CLAIMS, ...more }, remainder);
      const withChangedSignature = (token: string, change: (signature: string) => string) => {
        const at = token.lastIndexOf('.') + 1;
        return token.slice(0, at) + change(token.slice(at));
      };
      const tokens = (more: object): Readonly<Record<string, string>> => ({
        'unused bits in the header': withSignature(keys.ec, 'ES256', `${withUnusedBit(header('ec'))}.${claims(more)}`),
        'unused bits in the claims': withSignature(keys.ec, 'ES256', `${header('ec')}.${withUnusedBit(claims(more))}`),
        'two unused bits in the claims': withSignature(
          keys.ec,
          'ES256',
          `${header('ec')}.${withUnusedBit(claims(more, 2))}`,
        ),
        'unused bits in the signature': withChangedSignature(
          withSignature(keys.ec, 'ES256', `${header('ec')}.${claims(more)}`),
          withUnusedBit,
        ),
        'padding in the header': withSignature(keys.ec, 'ES256', `${header('ec')}==.${claims(more)}`),
        'padding in the claims': withSignature(keys.ec, 'ES256', `${header('ec')}.${claims(more, 2)}=`),
        'padding in the signature': withChangedSignature(
          withSignature(keys.ec, 'ES256', `${header('ec')}.${claims(more)}`),
          (text) => `${text}==`,
        ),
        'characters of plain base64 in the signature': withChangedSignature(
          withSignature(keys.ec, 'ES256', `${header('ec')}.${claims(more)}`),
          (text) =>
            text
              .replaceAll('-', '+')
              .replaceAll('_', '/')
              .replace(/^[^+/]*$/, '$&+'),
        ),
        'a space in the claims': withSignature(
          keys.ec,
          'ES256',
          `${header('ec')}.${claims(more).replace(/^./, '$& ')}`,
        ),
        'a fourth part': `${withSignature(keys.ec, 'ES256', `${header('ec')}.${claims(more)}`)}.e30`,
      });

      test.each(Object.keys(tokens({})))('with %s is refused in both modes', async (name) => {
        expectRefused(await send(bearer(tokens({})[name] ?? '')));
        const partners = bearer(tokens({ iss: 'acme' })[name] ?? '');
        const result = await send(partners, idp(), { plugins: [jwt, partner()] });
        expect([result.status, result.reached]).toEqual([401, false]);
      });

      test.each([0, 1, 2])(
        'is not the case for a canonical token whose parts have a length of %i modulo 3',
        async (remainder) => {
          const token = (more: object) =>
            withSignature(keys.ec, 'ES256', `${header('ec', remainder)}.${claims(more, remainder)}`);
          expect((await send(bearer(token({})))).status).toBe(200);
          const plugins = [jwt, partner()];
          expect((await send(bearer(token({ iss: 'acme' })), idp(), { plugins })).status).toBe(200);
        },
      );
    });

    describe('that is sent again', () => {
      const issuer = (...published: readonly KeyPair[]) => ({
        status: 200,
        body: JSON.stringify({ keys: published.map((key) => jwkOf(key)) }),
      });

      test('is refused after it expires', async () => {
        const call = bearer(validToken());
        await setup(idp());
        expect((await gateway.call(call)).status).toBe(200);
        await gateway.clock(NOW + 329);
        expect((await gateway.call(call)).status).toBe(200);
        await gateway.clock(NOW + 330);
        expectRefused(await gateway.call(call));
      });

      test('is refused after the issuer removes its key from the set', async () => {
        const call = bearer(validToken());
        let published = [keys.ec, keys.other];
        await setup(idp({ keys: { ...JWKS, cache_s: 60, refresh_before_s: 0 } }), { http: () => issuer(...published) });
        expect([(await gateway.call(call)).status, (await gateway.call(call)).status]).toEqual([200, 200]);
        published = [keys.other];
        await gateway.clock(NOW + 61);
        expectRefused(await gateway.call(call));
      });

      test('is refused after its key is replaced by another with the same ID', async () => {
        const call = bearer(validToken());
        let key = keys.ec;
        await setup(idp({ keys: { ...JWKS, cache_s: 60, refresh_before_s: 0 } }), { http: () => issuer(key) });
        expect((await gateway.call(call)).status).toBe(200);
        key = { ...keys.other, kid: 'ec' };
        await gateway.clock(NOW + 61);
        expectRefused(await gateway.call(call));
      });

      test('is refused after its consumer is deleted', async () => {
        const call = bearer(validToken());
        await setup(idp());
        expect((await gateway.call(call)).status).toBe(200);
        await gateway.run('set_consumers', { consumers: [] });
        await gateway.clock(NOW + 61);
        expectRefused(await gateway.call(call));
      });

      test('is checked again by each API', async () => {
        const plugins = [idp(), idp({ audience: 'https://other.example' })];
        expectRefused(await send(bearer(validToken()), idp(), { plugins }));
        expect((await send(bearer(validToken()), idp(), { plugins: [idp(), idp()] })).status).toBe(200);
      });

      test('is refused with a different signature or without one', async () => {
        const token = validToken();
        await setup(idp());
        expect((await gateway.call(bearer(token))).status).toBe(200);
        const [header, claims, signature = ''] = token.split('.');
        const changedSignature = `${signature[0] === 'A' ? 'B' : 'A'}${signature.slice(1)}`;
        expectRefused(await gateway.call(bearer(`${header}.${claims}.${changedSignature}`)));
        expectRefused(await gateway.call(bearer(`${header}.${claims}.`)));
      });
    });

    test('provides consumer and credential for acl', async () => {
      const acl: PluginSetup = { name: 'acl', config: { allow: ['sim-swap:paid'] }, bundled: true };
      const plugins = [idp(), acl];
      expect((await send(bearer(validToken()), idp(), { plugins, acls: { 'c-1': ['sim-swap:paid'] } })).status).toBe(
        200,
      );
      expect((await send(bearer(validToken()), idp(), { plugins })).status).toBe(403);
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
      ['EdDSA', keys.ed448],
    ] as const)('can be signed with %s and a key that is configured or fetched', async (algorithm, key) => {
      const call = bearer(createToken(key, algorithm, CLAIMS));
      expect((await send(call, idp({ keys: inline([key, algorithm]) }))).status).toBe(200);
      const http = () => ({ status: 200, body: JSON.stringify({ keys: [jwkOf(key)] }) });
      expect((await send(call, idp({ keys: JWKS }), { http })).status).toBe(200);
    });

    test.each([
      ['a single audience in a list', { aud: [AUDIENCE] }],
      [
        'a thousand audiences including the right one',
        { aud: [...Array.from({ length: 999 }, (_, i) => `https://a${i}.example`), AUDIENCE] },
      ],
      ['times with a fraction', { exp: NOW + 0.5, nbf: NOW - 0.5 }],
      ['unknown claims', { x: { y: [1, null, {}] } }],
    ])('can have %s', async (_, claims) => {
      expect((await send(bearer(validToken(claims)))).status).toBe(200);
    });

    test.each(['at+jwt', 'JWT', 'AT+JWT', 'application/at+jwt', 'jwt'])("can be of type '%s'", async (typ) => {
      expect((await send(bearer(validToken({}, { typ })))).status).toBe(200);
    });

    test.each(['bearer ', 'BEARER   ', ' Bearer '])("can follow the scheme '%s'", async (scheme) => {
      const call: Call = { ...bearer(''), headers: { authorization: `${scheme}${validToken()}` } };
      expect((await send(call)).status).toBe(200);
    });
  });

  describe.each([
    ['from an identity provider', (more: object) => validToken(more), () => [idp()]],
    [
      'signed by a partner',
      (more: object) => createToken(keys.ec, 'ES256', { iss: 'acme', aud: AUDIENCE, exp: NOW + 300, ...more }),
      () => [jwt, partner()],
    ],
  ] as const)('a token %s and bound to a client certificate', (_, token, plugins) => {
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
    let client: TestCertificate;
    let other: TestCertificate;
    beforeAll(async () => {
      const validity = { from: NOW - 10, until: NOW + 1000 };
      client = await createCertificate({ subject: 'CN=a', ...validity });
      other = await createCertificate({ subject: 'CN=a', ...validity });
    });
    const bound = () => ({ 'x5t#S256': client.base64url });
    const sendOver = (cnf: unknown, client_chain: string | undefined, isRequested = true) => {
      const tls = { server_name: HOST, ...(client_chain === undefined ? {} : { client_chain }) };
      const all = [...(isRequested ? [listener] : []), ...plugins()];
      return send({ ...bearer(token(cnf === undefined ? {} : { cnf })), tls }, idp(), { plugins: all });
    };

    test('passes with that certificate, even if the API does not require one', async () => {
      expect((await sendOver(bound(), client.pem)).status).toBe(200);
      expect((await sendOver({ 'x5t#S256': `${client.base64url}=` }, client.pem)).status).toBe(200);
      expect((await sendOver(bound(), client.pem + other.pem)).status).toBe(200);
    });

    test.each([
      ['without a certificate', () => undefined],
      ['with another certificate', () => other.pem],
      ['with another certificate as the leaf', () => other.pem + client.pem],
      ['with a malformed certificate', () => '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'],
    ])('gets 401 %s', async (_, chain) => {
      expectRefused(await sendOver(bound(), chain()));
      expect(await gateway.logs()).toEqual([expect.stringMatching(/^notice: the token is refused: it is bound to/)]);
    });

    test('gets 401 without TLS, and if the gateway does not request certificates', async () => {
      expectRefused(await send(bearer(token({ cnf: bound() })), idp(), { plugins: plugins() }));
      expectRefused(await sendOver(bound(), client.pem, false));
    });

    test.each<readonly [string, () => unknown]>([
      ['to a key (DPoP)', () => ({ jkt: 'x' })],
      ['to a key too', () => ({ ...bound(), jkt: 'x' })],
      ['by an unknown method', () => ({ ...bound(), 'x5t#S512': null })],
      ['by an empty object', () => ({})],
      ['by an empty list', () => []],
      ['by a list', () => [client.base64url]],
      ['by a string', () => client.base64url],
      ['by null', () => null],
      ['by a numeric thumbprint', () => ({ 'x5t#S256': 1 })],
      ['by a null thumbprint', () => ({ 'x5t#S256': null })],
      ['by a list as thumbprint', () => ({ 'x5t#S256': [client.base64url] })],
      ['by an empty thumbprint', () => ({ 'x5t#S256': '' })],
      ['by a hexadecimal thumbprint', () => ({ 'x5t#S256': client.sha256 })],
    ])('gets 401 if it is bound %s', async (_, cnf) => {
      expectRefused(await sendOver(cnf(), client.pem));
    });

    test('differs from an unbound token, which passes with any client certificate', async () => {
      expect((await sendOver(undefined, client.pem)).status).toBe(200);
      expect((await sendOver(undefined, 'no certificate')).status).toBe(200);
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
    ])('%s %d seconds from now results in %i with a skew of 30', async (claim, seconds, status) => {
      expect((await send(bearer(validToken({ [claim]: NOW + seconds })))).status).toBe(status);
    });

    test('allows no skew if it is 0', async () => {
      const plugin = idp({ clock_skew_s: 0 });
      expect((await send(bearer(validToken({ exp: NOW })), plugin)).status).toBe(401);
      expect((await send(bearer(validToken({ exp: NOW + 1, nbf: NOW })), plugin)).status).toBe(200);
      expect((await send(bearer(validToken({ nbf: NOW + 1 })), plugin)).status).toBe(401);
    });

    test('expires a token between two calls', async () => {
      await setup(idp());
      const call = bearer(validToken({ exp: NOW + 10 }));
      expect((await gateway.call(call)).status).toBe(200);
      await gateway.clock(NOW + 40);
      expectRefused(await gateway.call(call));
    });
  });

  describe('the plugin refuses with 401', () => {
    const hmac = (secret: string) => {
      const unsigned = unsignedToken({ alg: 'HS256', typ: 'JWT', kid: 'ec' }, CLAIMS).slice(0, -1);
      return `${unsigned}.${createHmac('sha256', secret).update(unsigned).digest('base64url')}`;
    };
    const [header, payload, signature] = validToken().split('.') as [string, string, string];
    const headers = (authorization?: string | string[]): Call =>
      authorization === undefined ? { ...bearer(''), headers: {} } : { ...bearer(''), headers: { authorization } };
    const CASES: Record<string, Call> = {
      'no Authorization': headers(),
      'an empty Authorization': headers(''),
      'another scheme': headers('Basic YTpi'),
      'another scheme with a valid token': headers(`Basic ${validToken()}`),
      'another token scheme': headers(`DPoP ${validToken()}`),
      'a scheme with the same prefix': headers(`Bearers ${validToken()}`),
      'no scheme': headers(validToken()),
      'only the scheme': headers('Bearer'),
      'two Authorization headers': headers([`Bearer ${validToken()}`, `Bearer ${validToken()}`]),
      'two tokens': headers(`Bearer ${validToken()} ${validToken()}`),
      'two tokens separated by a comma': headers(`Bearer ${validToken()},Bearer ${validToken()}`),
      'a text that is not a JWT': bearer('abc'),
      'a token of two parts': bearer(`${header}.${payload}`),
      'a token of three empty parts': bearer('..'),
      'a token of five parts, like an encrypted one': bearer(`${header}.${payload}.${signature}.a.b`),
      'a header that is not JSON': bearer(`e30x.${payload}.${signature}`),
      'a header that is a number': bearer(createToken(keys.ec, 'ES256', CLAIMS, '5')),
      'a header that is null': bearer(createToken(keys.ec, 'ES256', CLAIMS, 'null')),
      'a header that is a string': bearer(createToken(keys.ec, 'ES256', CLAIMS, '"ES256"')),
      'a header that is a list': bearer(createToken(keys.ec, 'ES256', CLAIMS, '["ES256"]')),
      'claims that are a number': bearer(createToken(keys.ec, 'ES256', '5')),
      'claims that are null': bearer(createToken(keys.ec, 'ES256', 'null')),
      'claims that are a list': bearer(createToken(keys.ec, 'ES256', '[]')),
      'deeply nested claims': bearer(createToken(keys.ec, 'ES256', `${'['.repeat(3000)}${']'.repeat(3000)}`)),
      'alg none': bearer(unsignedToken({ alg: 'none', typ: 'JWT', kid: 'ec' }, CLAIMS)),
      'alg None with a signature': bearer(unsignedToken({ alg: 'None', typ: 'JWT', kid: 'ec' }, CLAIMS, signature)),
      'alg that is a number': bearer(validToken({}, { alg: 256 })),
      'alg that is a list': bearer(validToken({}, { alg: ['ES256'] })),
      'no alg': bearer(unsignedToken({ typ: 'JWT', kid: 'ec' }, CLAIMS, signature)),
      'HS256 with the public key as the secret': bearer(hmac(pemOf(keys.ec))),
      'the algorithm of another key': bearer(validToken({}, { alg: 'RS256' })),
      'an algorithm for another curve': bearer(validToken({}, { alg: 'ES384' })),
      'no kid': bearer(unsignedToken({ alg: 'ES256', typ: 'JWT' }, CLAIMS, signature)),
      'another kid': bearer(validToken({}, { kid: 'other' })),
      'a kid that is a number': bearer(validToken({}, { kid: 1 })),
      'a kid that is a path': bearer(validToken({}, { kid: '../../dev/null' })),
      'a key in its own header': bearer(
        createToken(keys.other, 'ES256', CLAIMS, { kid: 'ec', jwk: jwkOf(keys.other) }),
      ),
      'the signature of another key': bearer(createToken(keys.other, 'ES256', CLAIMS, { kid: 'ec' })),
      'no signature': bearer(`${header}.${payload}.`),
      'a truncated signature': bearer(`${header}.${payload}.${signature.slice(0, -4)}`),
      'a signature that is too long': bearer(`${header}.${payload}.${signature}AAAA`),
      'a signature of zeros': bearer(`${header}.${payload}.${'A'.repeat(86)}`),
      'claims that were changed after signing': bearer(
        `${header}.${unsignedToken({}, { ...CLAIMS, client_id: 'other' }).split('.')[1]}.${signature}`,
      ),
      'a critical extension': bearer(validToken({}, { crit: ['b64'], b64: false })),
      'another type': bearer(validToken({}, { typ: 'id_token' })),
      'a type that is a number': bearer(validToken({}, { typ: 1 })),
      'a type that is a map': bearer(validToken({}, { typ: {} })),
      'a type that is a list': bearer(validToken({}, { typ: ['jwt'] })),
      'a type that is null': bearer(validToken({}, { typ: null })),
      'a type that is false': bearer(validToken({}, { typ: false })),
      'another issuer': bearer(validToken({ iss: 'https://other.example' })),
      'an issuer with an extra slash': bearer(validToken({ iss: `${ISSUER}/` })),
      'no issuer': bearer(validToken({ iss: undefined })),
      'an issuer that is a list': bearer(validToken({ iss: [ISSUER] })),
      'the audience of another environment': bearer(validToken({ aud: 'https://api.operator.example' })),
      'an audience of which ours is a prefix': bearer(validToken({ aud: `${AUDIENCE}.evil` })),
      'an audience of which ours is a suffix': bearer(validToken({ aud: `x${AUDIENCE}` })),
      'an audience that is a prefix of the expected one': bearer(validToken({ aud: AUDIENCE.slice(0, -1) })),
      'an audience that is a pattern for ours': bearer(validToken({ aud: AUDIENCE.replaceAll('.', '%.') })),
      'a list of audiences similar to ours': bearer(validToken({ aud: [`${AUDIENCE}.evil`, `x${AUDIENCE}`, ''] })),
      'no audience': bearer(validToken({ aud: undefined })),
      'an audience that is a map': bearer(validToken({ aud: { [AUDIENCE]: true } })),
      'an empty list of audiences': bearer(validToken({ aud: [] })),
      'a thousand wrong audiences': bearer(
        validToken({ aud: Array.from({ length: 1000 }, (_, i) => `${AUDIENCE}${i}`) }),
      ),
      'no exp': bearer(validToken({ exp: undefined })),
      'an exp that is a string': bearer(validToken({ exp: String(NOW + 300) })),
      'an infinite exp': bearer(
        createToken(keys.ec, 'ES256', JSON.stringify(CLAIMS).replace(String(NOW + 300), '1e999')),
      ),
      'an exp that is NaN': bearer(
        createToken(keys.ec, 'ES256', JSON.stringify(CLAIMS).replace(String(NOW + 300), 'NaN')),
      ),
      'a negative exp': bearer(validToken({ exp: -1 })),
      'an nbf that is a string': bearer(validToken({ nbf: 'now' })),
      'no client': bearer(validToken({ client_id: undefined })),
      'a client that is a number': bearer(validToken({ client_id: 1 })),
      'an empty client': bearer(validToken({ client_id: '' })),
      'a client with a line break': bearer(validToken({ client_id: 'acme\n' })),
      'a client with a NUL byte': bearer(validToken({ client_id: 'acme\u0000' })),
      'a client that is too long': bearer(validToken({ client_id: 'a'.repeat(2049) })),
      'a client with a non-ASCII letter': bearer(validToken({ client_id: 'caché' })),
      'an unknown client': bearer(validToken({ client_id: 'other' })),
    };
    test.each(Object.entries(CASES))('a call with %s', async (_, call) => {
      const result = await send(call);
      expectRefused(result);
      expect(result.body).toBe(
        '{"code":"UNAUTHENTICATED","message":"The access token is missing or invalid.","status":401}',
      );
      expect((await gateway.logs()).filter((line) => line.startsWith('err'))).toEqual([]);
    });

    test('a token with an algorithm that is not configured', async () => {
      expectRefused(await send(bearer(validToken()), idp({ algorithms: ['RS256'] })));
    });

    test('a token with an algorithm of the same family that the key is not for', async () => {
      const plugin = idp({ keys: inline([keys.rsa, 'PS256']) });
      expect((await send(bearer(createToken(keys.rsa, 'PS256', CLAIMS)), plugin)).status).toBe(200);
      expectRefused(await send(bearer(createToken(keys.rsa, 'RS256', CLAIMS)), plugin));
    });

    test('a token with the key ID of another key', async () => {
      const plugin = idp({ keys: inline([keys.ec, 'ES256'], [keys.other, 'ES256']) });
      expect((await send(bearer(createToken(keys.other, 'ES256', CLAIMS)), plugin)).status).toBe(200);
      expectRefused(await send(bearer(createToken(keys.other, 'ES256', CLAIMS, { kid: 'ec' })), plugin));
    });
  });

  describe('the consumer', () => {
    const lookUps = () =>
      gateway.externalCalls.filter(({ name, args }) => name === 'db' && args.custom_id !== undefined).length;
    const change = (consumers: readonly Consumer[]) =>
      gateway.run('set_consumers', { consumers } as unknown as JsonObject);
    const statusOf = async (token = validToken()) => (await gateway.call(bearer(token))).status;

    test('is looked up once per cache period', async () => {
      await setup(idp());
      for (let i = 0; i < 5; i++) expect(await statusOf()).toBe(200);
      expect(lookUps()).toBe(1);
      await gateway.clock(NOW + 61);
      expect(await statusOf()).toBe(200);
      expect(lookUps()).toBe(2);
    });

    test('that does not exist is looked up once in five seconds, and found after it is created', async () => {
      await setup(idp(), { consumers: [] });
      expect([await statusOf(), await statusOf()]).toEqual([401, 401]);
      expect(lookUps()).toBe(1);
      await change([ACME]);
      await gateway.clock(NOW + 5);
      expect(await statusOf()).toBe(200);
    });

    test('is found at once after it is created if misses are not cached', async () => {
      await setup(idp({ consumer_miss_cache_s: 0 }), { consumers: [] });
      expect(await statusOf()).toBe(401);
      await change([ACME]);
      expect(await statusOf()).toBe(200);
    });

    test('is refused at once after it is deleted', async () => {
      await setup(idp());
      expect(await statusOf()).toBe(200);
      await change([]);
      expect(await statusOf()).toBe(401);
    });

    test('is found at once after it is recreated with another ID', async () => {
      await setup(idp());
      await statusOf();
      await change([{ ...ACME, id: 'c-2' }]);
      expect((await gateway.call(bearer(validToken()))).upstream?.['x-consumer-id']).toBe('c-2');
    });

    test('is found at once after its client ID moves to another application', async () => {
      await setup(idp());
      await statusOf();
      await change([
        { ...ACME, custom_id: 'acme-2' },
        { ...ACME, id: 'c-2', username: 'acme-bank_other' },
      ]);
      expect((await gateway.call(bearer(validToken()))).upstream?.['x-consumer-id']).toBe('c-2');
      expect((await gateway.call(bearer(validToken({ client_id: 'acme-2' })))).upstream?.['x-consumer-id']).toBe('c-1');
    });

    test('is looked up again only once after its client ID moves', async () => {
      await setup(idp());
      await statusOf();
      await change([{ ...ACME, id: 'c-2' }]);
      for (let i = 0; i < 5; i++) expect(await statusOf()).toBe(200);
      // The first call, the one that detects the outdated mapping, and the one that caches the new mapping.
      expect(lookUps()).toBe(3);
    });

    test('causes a 503 if the look-up fails, and the next call retries', async () => {
      let isUnavailable = true;
      await setup(idp(), { db: () => (isUnavailable ? { error: 'no database' } : {}) });
      expect(await statusOf()).toBe(503);
      expect(await gateway.logs()).toEqual([expect.stringContaining('no database')]);
      isUnavailable = false;
      expect(await statusOf()).toBe(200);
    });
  });

  describe("the issuer's keys", () => {
    let response: HttpResponse | Promise<HttpResponse>;
    const jwks = (...used: readonly object[]): HttpResponse => ({ status: 200, body: JSON.stringify({ keys: used }) });
    const fetches = () => gateway.externalCalls.filter(({ name }) => name === 'http').length;
    const statusOf = async (token = validToken()) => {
      const { status } = await gateway.call(bearer(token));
      await gateway.idle();
      return status;
    };
    const start = async (initial: HttpResponse, more: JsonObject = {}) => {
      response = initial;
      await setup(idp({ keys: { ...JWKS, ...more } }), { http: () => response });
    };
    const NEW_KEY = createKeyPair('new', 'P-256');
    const signedByNewKey = () => createToken(NEW_KEY, 'ES256', { ...CLAIMS, exp: NOW + 90_000 });
    const longLived = () => validToken({ exp: NOW + 200_000 });

    test('are fetched once, and the certificate is verified', async () => {
      await start(jwks(jwkOf(keys.ec)));
      expect([await statusOf(), await statusOf(), await statusOf()]).toEqual([200, 200, 200]);
      expect(gateway.externalCalls.filter(({ name }) => name === 'http').map(({ args }) => args)).toEqual([
        expect.objectContaining({
          scheme: 'https',
          host: 'idp.operator.example',
          port: 443,
          path: '/jwks?v=1',
          verify: true,
        }),
      ]);
    });

    test('are fetched once by many concurrent calls', async () => {
      await start(jwks(jwkOf(keys.ec)));
      const results = await Promise.all(Array.from({ length: 20 }, () => gateway.call(bearer(validToken()))));
      expect([new Set(results.map(({ status }) => status)), fetches()]).toEqual([new Set([200]), 1]);
    });

    test('include a new key at once, and an unknown one causes one fetch per interval', async () => {
      await start(jwks(jwkOf(keys.ec)));
      await statusOf(longLived());
      await gateway.clock(NOW + 10);
      response = jwks(jwkOf(keys.ec), jwkOf(NEW_KEY));
      expect([await statusOf(signedByNewKey()), await statusOf(longLived())]).toEqual([200, 200]);
      expect(fetches()).toBe(2);
      for (let i = 0; i < 10; i++) expect(await statusOf(validToken({}, { kid: `x${i}` }))).toBe(401);
      await gateway.clock(NOW + 19);
      expect([await statusOf(validToken({}, { kid: 'x' })), fetches()]).toEqual([401, 2]);
      await gateway.clock(NOW + 21);
      for (let i = 0; i < 10; i++) expect(await statusOf(validToken({}, { kid: `x${i}` }))).toBe(401);
      expect(fetches()).toBe(3);
    });

    test('remain available if the issuer is unavailable when an unknown key is used', async () => {
      await start(jwks(jwkOf(keys.ec)));
      await statusOf();
      await gateway.clock(NOW + 11);
      response = { error: 'connection refused' };
      expect([await statusOf(signedByNewKey()), await statusOf()]).toEqual([401, 200]);
    });

    test('are fetched once per interval for an unknown key, even if the issuer is unavailable', async () => {
      await start(jwks(jwkOf(keys.ec)));
      await statusOf();
      response = { error: 'connection refused' };
      for (const later of [11, 13, 16, 20]) {
        await gateway.clock(NOW + later);
        expect([await statusOf(signedByNewKey()), fetches()]).toEqual([401, 2]);
      }
      await gateway.clock(NOW + 22);
      expect([await statusOf(signedByNewKey()), fetches()]).toEqual([401, 3]);
    });

    test('make only the first call wait for an unavailable issuer after they expire', async () => {
      await start(jwks(jwkOf(keys.ec)));
      await statusOf(longLived());
      response = { error: 'timeout' };
      await gateway.clock(NOW + 3600);
      expect([await statusOf(longLived()), fetches()]).toEqual([200, 2]);
      let respond: (jwksResponse: HttpResponse) => void = () => undefined;
      response = new Promise((resolve) => {
        respond = resolve;
      });
      await gateway.clock(NOW + 3611);
      const meanwhile = [await gateway.call(bearer(longLived())), await gateway.call(bearer(longLived()))];
      respond(jwks(jwkOf(keys.ec), jwkOf(NEW_KEY)));
      await gateway.idle();
      expect([...meanwhile.map(({ status }) => status), fetches()]).toEqual([200, 200, 3]);
      expect([await statusOf(signedByNewKey()), fetches()]).toEqual([200, 3]);
      // When the set expires again, the call waits again.
      response = jwks(jwkOf(NEW_KEY));
      await gateway.clock(NOW + 3611 + 3600);
      expect([await statusOf(longLived()), fetches()]).toEqual([401, 4]);
    });

    test('are refreshed in the background before they expire', async () => {
      await start(jwks(jwkOf(keys.ec)));
      await statusOf(longLived());
      await gateway.clock(NOW + 3299);
      await statusOf(longLived());
      expect(fetches()).toBe(1);
      response = jwks(jwkOf(keys.ec), jwkOf(NEW_KEY));
      await gateway.clock(NOW + 3301);
      expect([await statusOf(longLived()), fetches()]).toEqual([200, 2]);
      expect([await statusOf(signedByNewKey()), fetches()]).toEqual([200, 2]);
    });

    test('no longer include a withdrawn key after the next fetch', async () => {
      await start(jwks(jwkOf(keys.ec), jwkOf(NEW_KEY)));
      expect(await statusOf(signedByNewKey())).toBe(200);
      response = jwks(jwkOf(keys.ec));
      await gateway.clock(NOW + 3601);
      expect([await statusOf(longLived()), await statusOf(signedByNewKey())]).toEqual([200, 401]);
    });

    test('are kept for a limited time while the issuer is unavailable, and fetched again when it recovers', async () => {
      await start(jwks(jwkOf(keys.ec)));
      await statusOf(longLived());
      response = { error: 'connection refused' };
      await gateway.clock(NOW + 3600 + 86_399);
      expect(await statusOf(longLived())).toBe(200);
      expect(await gateway.logs()).toEqual([
        expect.stringMatching(/^err: .*idp\.operator\.example: connection refused$/),
      ]);
      await gateway.clock(NOW + 3600 + 86_410);
      expect(await statusOf(longLived())).toBe(503);
      response = jwks(jwkOf(keys.ec));
      await gateway.clock(NOW + 3600 + 86_416);
      expect(await statusOf(longLived())).toBe(200);
    });

    test('cause a 503 if they cannot be fetched, and are not fetched by every call', async () => {
      await start({ error: 'timeout' });
      expect([await statusOf(), await statusOf(), fetches()]).toEqual([503, 503, 1]);
      response = jwks(jwkOf(keys.ec));
      await gateway.clock(NOW + 5);
      expect(await statusOf()).toBe(200);
    });

    test.each([
      ['an error response', { status: 500, body: '{"keys":[]}' }],
      ['an error response with valid keys', { status: 500, body: `{"keys":[${JSON.stringify(jwkOf(keys.ec))}]}` }],
      ['a 404 with valid keys', { status: 404, body: `{"keys":[${JSON.stringify(jwkOf(keys.ec))}]}` }],
      ['a response that is not JSON', { status: 200, body: '<html>' }],
      ['an empty set', { status: 200, body: '{"keys":[]}' }],
      ['a set that is not a list', { status: 200, body: '{"keys":{"a":1}}' }],
      ['a list of other values', { status: 200, body: '{"keys":[1,null,"a",[]]}' }],
      [
        'a response that exceeds the limit',
        { status: 200, body: `{"keys":[${JSON.stringify(jwkOf(keys.ec))}],"x":"${'x'.repeat(20_000)}"}` },
      ],
    ])('are unavailable after %s', async (_, initial) => {
      await start(initial);
      expect(await statusOf()).toBe(503);
    });

    test.each([
      ['for encryption', jwkOf(keys.ec, { use: 'enc' })],
      ['for other operations', jwkOf(keys.ec, { key_ops: ['sign'] })],
      ['for another algorithm', jwkOf(keys.ec, { alg: 'ES384' })],
      ['without an ID', jwkOf(keys.ec, { kid: undefined })],
      ['without a coordinate', jwkOf(keys.ec, { y: undefined })],
      ['with a point that is not on the curve', jwkOf(keys.ec, { y: 'AAAA' })],
      ['with members that are numbers', jwkOf(keys.ec, { x: 1, y: 2 })],
      ['that is symmetric', { kty: 'oct', kid: 'ec', k: 'c2VjcmV0', alg: 'HS256' }],
    ])('do not include a key %s', async (_, jwk) => {
      await start(jwks(jwk, jwkOf(keys.other)));
      expect(await statusOf()).toBe(401);
      expect(await statusOf(createToken(keys.other, 'ES256', CLAIMS))).toBe(200);
    });

    test('do not include a short RSA key', async () => {
      await start(jwks(jwkOf(keys.short), jwkOf(keys.ec)));
      expect(await statusOf(createToken(keys.short, 'RS256', CLAIMS))).toBe(401);
    });

    test('are used without private members, even if the issuer publishes them by mistake', async () => {
      await start(jwks({ ...keys.ec.privateKey.export({ format: 'jwk' }), kid: 'ec' }));
      expect(await statusOf()).toBe(200);
    });

    test('are limited to one hundred', async () => {
      const named = (count: number) => Array.from({ length: count }, (_, i) => jwkOf(keys.other, { kid: `k${i}` }));
      await start(jwks(...named(99), jwkOf(keys.ec)), { max_bytes: 100_000 });
      expect(await statusOf()).toBe(200);
      await start(jwks(...named(100), jwkOf(keys.ec)), { max_bytes: 100_000 });
      expect(await statusOf()).toBe(401);
    });

    test('are not used with certificate verification if they were fetched without it', async () => {
      const unverified = idp({ keys: { ...JWKS, verify_tls: false } });
      const http = ({ verify }: { readonly verify?: boolean }) => jwks(jwkOf(verify ? keys.other : keys.ec));
      await setup(unverified, { plugins: [unverified], http });
      expect(await statusOf()).toBe(200);
      // Both instances run for the same call; the first one accepts the token.
      await setup(unverified, { plugins: [unverified, idp({ keys: JWKS })], http });
      expect([await statusOf(), fetches()]).toEqual([401, 2]);
    });

    test('can include two keys of one kind with the same ID', async () => {
      for (const set of [
        [jwkOf(keys.other, { kid: 'ec' }), jwkOf(keys.ec)],
        [jwkOf(keys.ec), jwkOf(keys.other, { kid: 'ec' })],
      ]) {
        await start(jwks(...set));
        expect(await statusOf()).toBe(200);
        expect(await statusOf(createToken(keys.other, 'ES256', CLAIMS, { kid: 'ec' }))).toBe(200);
      }
    });

    test('can include two keys of different kinds with the same ID', async () => {
      await start(jwks(jwkOf(keys.rsa, { kid: 'ec' }), jwkOf(keys.ec)));
      expect(await statusOf()).toBe(200);
      expect(await statusOf(createToken(keys.rsa, 'RS256', CLAIMS, { kid: 'ec' }))).toBe(200);
    });
  });

  describe('in mode partner, after Kong’s jwt has verified the token', () => {
    const claims = { iss: 'acme', aud: AUDIENCE, exp: NOW + 300 };
    const sendToken = (token: string, more: JsonObject = {}) =>
      send(bearer(token), jwt, { plugins: [jwt, partner(more)] });

    test('accepts a token of the application for this environment', async () => {
      expect((await sendToken(createToken(keys.ec, 'ES256', claims))).status).toBe(200);
      expect((await sendToken(createToken(keys.rsa, 'RS256', claims))).status).toBe(200);
    });

    test.each([
      ['of another application', { ...claims, iss: 'other' }, {}],
      ['without an issuer', { ...claims, iss: undefined }, {}],
      ['for another environment', { ...claims, aud: 'https://api.operator.example' }, {}],
      ['without an audience', { ...claims, aud: undefined }, {}],
      ['of another type', claims, { typ: 'id_token' }],
      ['with a critical extension', claims, { crit: ['x'] }],
    ])('refuses a token %s with 401', async (_, claims, header) => {
      expectRefused(await sendToken(createToken(keys.ec, 'ES256', claims, header)));
    });

    test.each(['NaN', 'Infinity', '"2027-01-01"', 'null'])('refuses a token whose exp is %s with 401', async (exp) => {
      const claims = `{"iss":"acme","aud":"${AUDIENCE}","exp":${exp}}`;
      expectRefused(await sendToken(createToken(keys.ec, 'ES256', claims)));
    });

    test('refuses a token with an algorithm that is not configured with 401', async () => {
      expectRefused(await sendToken(createToken(keys.ec, 'ES256', claims), { algorithms: ['RS256'] }));
    });

    test('refuses a call without a verified token with 401', async () => {
      expectRefused(await send(bearer(createToken(keys.ec, 'ES256', claims)), partner()));
    });

    const known = (anonymous: boolean): PluginSetup => ({ name: 'known-caller', config: { anonymous }, bundled: true });
    const callWith = (claims: object): Call => ({
      ...bearer(''),
      headers: { 'x-test-consumer': 'c-1', 'x-test-token': createToken(keys.ec, 'ES256', claims) },
    });

    test('refuses an anonymous consumer with 401, even with a valid token', async () => {
      const sendAs = (anonymous: boolean) => send(callWith(claims), jwt, { plugins: [known(anonymous), partner()] });
      expect((await sendAs(false)).status).toBe(200);
      expectRefused(await sendAs(true));
    });

    test('refuses a token without an issuer with 401, even for a consumer without a client ID', async () => {
      const { custom_id: _, ...unnamed } = ACME;
      const plugins = [known(false), partner()];
      const result = await send(callWith({ ...claims, iss: undefined }), jwt, { plugins, consumers: [unnamed] });
      expectRefused(result);
    });

    const valid = createToken(keys.ec, 'ES256', claims);
    test.each([
      ['a header that is a number', createToken(keys.ec, 'ES256', claims, '5')],
      ['a header that is null', createToken(keys.ec, 'ES256', claims, 'null')],
      ['claims that are a number', createToken(keys.ec, 'ES256', '5')],
      ['a truncated signature', valid.slice(0, -4)],
      ['a kid that is a number', createToken(keys.ec, 'ES256', claims, { kid: 5 })],
    ])('changes the 500 that jwt causes to 401 for a token with %s', async (_, token) => {
      const result = await sendToken(token);
      expect([result.status, result.headers['www-authenticate']]).toEqual([401, 'Bearer error="invalid_token"']);
    });

    test('leaves a 500 unchanged that the token did not cause', async () => {
      const broken: PluginSetup = {
        name: 'request-termination',
        config: { raises: true, priority: 1500 },
        bundled: true,
      };
      const result = await send(bearer(valid), jwt, { plugins: [broken, jwt, partner()] });
      expect(result.status).toBe(500);
    });
  });
});
