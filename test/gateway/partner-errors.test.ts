import type { JsonObject } from '../../core/model';
import { Gateway } from './support/gateway';
import type { Call, PluginSetup, Setup } from './support/messages';
import { onEveryLua } from './support/runtimes';

const CODES = [
  { window: 'second', code: 'TOO_MANY_REQUESTS' },
  { window: 'minute', code: 'TOO_MANY_REQUESTS' },
  { window: 'hour', code: 'TOO_MANY_REQUESTS' },
  { window: 'day', code: 'QUOTA_EXCEEDED' },
  { window: 'month', code: 'QUOTA_EXCEEDED' },
];

const API: JsonObject = {
  scope: 'api',
  correlator_header: 'x-correlator',
  upstream_errors: 'pass',
  response_headers: [],
  idempotent_operations: [
    {
      operation: 'createPayment',
      route: 'billing_create-payment',
      header: 'Idempotency-Key',
    },
  ],
  window_codes: CODES,
};

const errors = (more: JsonObject = {}): PluginSetup => ({ name: 'partner-errors', config: { ...API, ...more } });
const listener: PluginSetup = {
  name: 'partner-errors',
  config: { scope: 'listener', correlator_header: 'x-correlator' },
  global: true,
};
/** A plugin of Kong's own that refuses every call. */
const refusing = (config: JsonObject): PluginSetup => ({ name: 'request-termination', config, bundled: true });
/** A plugin with a response phase, for which Kong holds answers back. */
const masking: PluginSetup = {
  name: 'partner-masking',
  config: {
    rules: [{ path: '$.area', action: 'remove', operations: [], groups: [], purposes: [] }],
    group_source: 'acl',
    groups: ['billing:paid'],
    max_body_bytes: 4000,
    unreadable: 'block',
  },
};
const GET: Call = { method: 'GET', path: '/billing/v1/payments' };

onEveryLua('partner-errors', (runtime) => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await Gateway.start(runtime);
  });
  afterAll(() => gateway.close());

  const answer = async (setup: Setup, call: Call = GET) => {
    await gateway.setup(setup);
    return gateway.call(call);
  };

  describe("the gateway's own refusals", () => {
    test.each([
      [400, 'INVALID_ARGUMENT'],
      [401, 'UNAUTHENTICATED'],
      [403, 'PERMISSION_DENIED'],
      [404, 'NOT_FOUND'],
      [405, 'METHOD_NOT_ALLOWED'],
      [413, 'INVALID_ARGUMENT'],
      [418, 'INVALID_ARGUMENT'],
      [429, 'TOO_MANY_REQUESTS'],
      [500, 'INTERNAL'],
      [502, 'BAD_GATEWAY'],
      [503, 'UNAVAILABLE'],
      [504, 'TIMEOUT'],
      [507, 'INTERNAL'],
    ])('a %i has the code %s', async (status, code) => {
      const got = await answer({ plugins: [errors(), refusing({ status, message: 'Kong says so' })] });
      const { message, ...rest } = JSON.parse(got.body);
      expect([got.status, rest]).toEqual([status, { status, code }]);
      expect(message).not.toContain('Kong');
      expect(got.headers['content-type']).toBe('application/json');
      expect(got.headers['content-length']).toBe(String(Buffer.byteLength(got.body)));
    });

    test('a 401 names the scheme, a 429 and a 503 when to come again', async () => {
      const headers = async (status: number) => {
        const got = await answer({ plugins: [errors(), refusing({ status, message: '' })] });
        return [got.headers['www-authenticate'], got.headers['retry-after']];
      };
      expect(await headers(401)).toEqual(['Bearer', undefined]);
      expect(await headers(429)).toEqual([undefined, '1']);
      expect(await headers(503)).toEqual([undefined, '1']);
      expect(await headers(404)).toEqual([undefined, undefined]);
    });

    test("keep the refusing plugin's own headers", async () => {
      const headers = { 'WWW-Authenticate': 'Bearer error="invalid_token"', 'Retry-After': '30' };
      const got = await answer({ plugins: [errors(), refusing({ status: 429, message: '', headers })] });
      expect(got.headers).toMatchObject({ 'www-authenticate': 'Bearer error="invalid_token"', 'retry-after': '30' });
    });

    test('include those of the gateway without an upstream', async () => {
      const got = await answer({ plugins: [errors()], upstream: () => ({ away: true }) });
      expect(JSON.parse(got.body)).toMatchObject({ status: 502, code: 'BAD_GATEWAY' });
    });

    test.each([
      ['an API', errors()],
      ['an API whose upstream may send errors of its own', errors({ upstream_errors: 'replace' })],
      ['the listener', listener],
    ])('include an answer that breaks off while it is held back, which is no 200: %s', async (_, instance) => {
      const upstream = () => ({ status: 200, headers: { etag: '"1"' }, body: '{"area":', broken: true });
      const got = await answer({ plugins: [instance, masking], upstream });
      const { message, ...rest } = JSON.parse(got.body);
      expect([got.status, rest, got.reached]).toEqual([502, { status: 502, code: 'BAD_GATEWAY' }, true]);
      expect(message).not.toContain('responded');
      expect(got.headers['content-length']).toBe(String(Buffer.byteLength(got.body)));
    });

    test('include it where another plugin shapes refusals, and nothing else of the gateway or the upstream', async () => {
      const requests = { name: 'partner-errors', config: { scope: 'requests', idempotent_operations: [] } };
      const upstream = (broken: boolean) => () => ({ status: 200, headers: {}, body: '{"area":1}', broken });
      const broken = await answer({ plugins: [requests, masking], upstream: upstream(true) });
      expect([broken.status, JSON.parse(broken.body).code]).toEqual([502, 'BAD_GATEWAY']);
      const whole = await answer({ plugins: [requests, masking], upstream: upstream(false) });
      expect([whole.status, whole.body]).toEqual([200, '{}']);
      const refused = await answer({ plugins: [requests, refusing({ status: 403, message: 'no' })] });
      expect([refused.status, JSON.parse(refused.body)]).toEqual([403, { message: 'no' }]);
    });

    test('do not include an answer that a plugin gives in the place of the upstream', async () => {
      const got = await answer({ plugins: [errors(), masking, refusing({ status: 200, message: 'cached' })] });
      expect([got.status, got.reached, got.body]).toEqual([200, false, expect.stringContaining('cached')]);
    });

    test('keep the status of an error answer that breaks off', async () => {
      const upstream = () => ({ status: 404, headers: {}, body: '{', broken: true });
      const got = await answer({ plugins: [errors(), masking], upstream });
      expect([got.status, JSON.parse(got.body).code]).toEqual([404, 'NOT_FOUND']);
    });

    test('include those of a plugin that throws', async () => {
      const got = await answer({ plugins: [errors(), refusing({ throws: true })] });
      expect(JSON.parse(got.body)).toMatchObject({ status: 500, code: 'INTERNAL' });
      expect(await gateway.logs()).toEqual([expect.stringContaining('err: ')]);
    });

    test('have the form without a route, too', async () => {
      const got = await answer({ plugins: [listener, errors()] }, { ...GET, route: false });
      expect(JSON.parse(got.body)).toMatchObject({ status: 404, code: 'NOT_FOUND' });
      expect(got.headers['x-correlator']).toBeDefined();
    });

    test('are the same for a call that is refused as if it had no route, whatever its correlation id is', async () => {
      const refused = [listener, refusing({ status: 404, message: 'no Route matched with those values' })];
      const call = { ...GET, headers: { 'x-correlator': 'a b' } };
      const got = await answer({ plugins: refused }, call);
      const without = await answer({ plugins: [listener] }, { ...call, route: false });
      expect([got.status, got.body, got.reached]).toEqual([without.status, without.body, false]);
      expect(Object.keys(got.headers).sort()).toEqual(Object.keys(without.headers).sort());
    });
  });

  describe("the upstream's answers", () => {
    const upstream = (status: number) => () => ({
      status,
      headers: { 'content-type': 'text/plain', 'content-encoding': 'gzip', etag: '"1"' },
      body: 'trace: at line 1',
    });

    test.each([200, 404, 429, 500])('a %i passes as it is', async (status) => {
      const got = await answer({ plugins: [errors()], upstream: upstream(status) });
      expect([got.status, got.body, got.headers['content-encoding']]).toEqual([status, 'trace: at line 1', 'gzip']);
    });

    test('server errors are replaced where the policy says so', async () => {
      const got = await answer({ plugins: [errors({ upstream_errors: 'replace' })], upstream: upstream(500) });
      expect(JSON.parse(got.body)).toMatchObject({ status: 500, code: 'INTERNAL' });
      expect([got.headers['content-encoding'], got.headers.etag]).toEqual([undefined, undefined]);
    });

    test.each([0, 1, 2, 100_000])('server errors of %i bytes are replaced as a whole', async (length) => {
      const long = () => ({ status: 503, headers: {}, body: 'x'.repeat(length) });
      const got = await answer({ plugins: [errors({ upstream_errors: 'replace' })], upstream: long });
      expect(JSON.parse(got.body)).toMatchObject({ status: 503, code: 'UNAVAILABLE' });
      expect(got.headers['content-length']).toBe(String(got.body.length));
    });

    test('others are not', async () => {
      const got = await answer({ plugins: [errors({ upstream_errors: 'replace' })], upstream: upstream(404) });
      expect(got.body).toBe('trace: at line 1');
    });
  });

  describe('the correlation id', () => {
    const call = (...values: string[]): Call => ({
      ...GET,
      headers: values.length === 0 ? {} : { 'X-Correlator': values.length === 1 ? (values[0] ?? '') : values },
    });

    test('is echoed and passed on', async () => {
      const got = await answer({ plugins: [errors()] }, call('a-Z0_:;./<>{}9'));
      expect(got.headers['x-correlator']).toBe('a-Z0_:;./<>{}9');
      expect(got.upstream?.['x-correlator']).toBe('a-Z0_:;./<>{}9');
    });

    test.each([[[]], [['']]])('is made where there is none: %j', async (values) => {
      const got = await answer({ plugins: [errors()] }, call(...values));
      expect(got.headers['x-correlator']).toMatch(/^request-\d+$/);
      expect(got.upstream?.['x-correlator']).toBe(got.headers['x-correlator']);
    });

    test.each([
      ['a space', 'a b'],
      ['a quote', 'a"b'],
      ['a line end', 'a\nb'],
      ['a letter that is not ASCII', 'é'],
      ['a percent sign', '%41'],
      ['too many characters', 'a'.repeat(257)],
    ])('is refused with %s, and not echoed', async (_, value) => {
      const got = await answer({ plugins: [errors()] }, call(value));
      expect([got.status, JSON.parse(got.body).code, got.reached]).toEqual([400, 'INVALID_ARGUMENT', false]);
      expect(got.headers['x-correlator']).toMatch(/^request-\d+$/);
    });

    test('may be 256 characters long', async () => {
      expect((await answer({ plugins: [errors()] }, call('a'.repeat(256)))).status).toBe(200);
    });

    test('is refused when it comes twice', async () => {
      expect((await answer({ plugins: [errors()] }, call('a', 'b'))).status).toBe(400);
    });

    test('stands in refusals that came before it was looked at', async () => {
      const early = refusing({ status: 401, message: '', priority: 2000 });
      expect((await answer({ plugins: [errors(), early] }, call('abc'))).headers['x-correlator']).toBe('abc');
    });

    test('has the header that the policy names', async () => {
      const plugins = [errors({ correlator_header: 'X-Trace' })];
      const got = await answer({ plugins }, { ...GET, headers: { 'x-trace': 'abc' } });
      expect([got.headers['x-trace'], got.headers['x-correlator']]).toEqual(['abc', undefined]);
    });
  });

  describe('headers of every answer', () => {
    const response_headers = [
      { name: 'Deprecation', value: '@1780272000' },
      { name: 'Sunset', value: 'Thu, 31 Dec 2026 23:59:59 GMT' },
      { name: 'Link', value: '<https://a.example>; rel="deprecation"' },
      { name: 'Link', value: '</sim-swap/v3>; rel="successor-version"' },
    ];
    const upstream = () => ({ status: 200, headers: { link: '<a>; rel="next"', sunset: 'never' }, body: '{}' });

    test("are added, and the upstream's own links stay", async () => {
      const got = await answer({ plugins: [errors({ response_headers })], upstream });
      expect(got.headers).toMatchObject({
        deprecation: '@1780272000',
        sunset: 'Thu, 31 Dec 2026 23:59:59 GMT',
        link: ['<a>; rel="next"', '<https://a.example>; rel="deprecation"', '</sim-swap/v3>; rel="successor-version"'],
      });
    });

    test('stand in refusals, too', async () => {
      const got = await answer({ plugins: [errors({ response_headers }), refusing({ status: 403, message: '' })] });
      expect(got.headers.deprecation).toBe('@1780272000');
    });
  });

  describe('writes', () => {
    const write = (headers: Record<string, string>, route = 'billing_create-payment'): Call => ({
      method: 'POST',
      path: '/billing/v1/payments/1',
      route,
      headers,
    });

    test.each([
      ['without the key', write({}), 400],
      ['with an empty key', write({ 'Idempotency-Key': '' }), 400],
      ['with the key', write({ 'idempotency-key': 'a' }), 200],
      ['of another operation', write({}, 'billing_create-line'), 200],
    ])('%s: %j is answered with %i', async (_, call, status) => {
      const got = await answer({ plugins: [errors()] }, call);
      expect([got.status, got.reached]).toEqual([status, status === 200]);
      if (status === 400) expect(JSON.parse(got.body).message).toContain('Idempotency-Key');
    });

    test('are looked at alone where another plugin shapes refusals', async () => {
      const idempotent_operations = API.idempotent_operations ?? [];
      const requests = { name: 'partner-errors', config: { scope: 'requests', idempotent_operations } };
      expect((await answer({ plugins: [requests] }, write({}))).status).toBe(400);
      const got = await answer({ plugins: [requests] }, write({ 'idempotency-key': 'a', 'x-correlator': ' ' }));
      expect([got.status, got.headers['x-correlator']]).toEqual([200, undefined]);
    });
  });

  describe('the header Connection', () => {
    const known: PluginSetup = { name: 'known_caller', config: {}, bundled: true };
    const setup: Setup = { plugins: [known, errors(), listener], consumers: [{ id: 'c-1', tags: [] }] };
    const naming = (connection: string | readonly string[], more: Record<string, string> = {}): Call => ({
      ...GET,
      headers: { 'x-test-consumer': 'c-1', 'x-own': 'a', connection, ...more },
    });

    test.each(['close, X-Correlator', 'x-correlator', 'X-CORRELATOR ,, close', ['close', 'x-correlator']])(
      'that names what a plugin writes (%j) does not take it from the call',
      async (connection) => {
        const got = await answer(setup, naming(connection, { 'x-correlator': 'mine' }));
        expect([got.status, got.upstream?.['x-correlator']]).toEqual([200, got.headers['x-correlator']]);
        expect(got.upstream).toMatchObject({ 'x-correlator': expect.stringMatching(/^request-/), 'x-own': 'a' });
        expect(got.upstream).not.toHaveProperty('connection');
      },
    );

    test("takes the caller's own headers that it names from the call", async () => {
      const got = await answer(setup, naming('keep-alive, X-Own'));
      expect(got.upstream).not.toHaveProperty('x-own');
    });

    test.each(['content-length', 'host', 'transfer-encoding'])('never takes %s away', async (name) => {
      const got = await answer(setup, naming(name, { [name]: '3' }));
      expect(got.upstream).toHaveProperty([name], '3');
    });

    test.each(['api', 'requests'])(
      'is refused by the %s instance where it names headers and the global instance did not run',
      async (scope) => {
        const { idempotent_operations = [] } = API;
        const plugin =
          scope === 'api' ? errors() : { name: 'partner-errors', config: { scope, idempotent_operations } };
        const alone = { ...setup, plugins: [known, plugin] };
        const refused = await answer(alone, naming('close, X-Consumer-ID'));
        expect([refused.status, JSON.parse(refused.body).code, refused.reached]).toEqual([
          400,
          'INVALID_ARGUMENT',
          false,
        ]);
        expect((await answer(alone, naming('keep-alive, Upgrade'))).status).toBe(200);
      },
    );
  });

  test('the global instance beside another plugin that shapes refusals shapes none, but reads Host and Connection', async () => {
    const { idempotent_operations = [] } = API;
    const plugins = [
      { name: 'partner-errors', config: { scope: 'requests', idempotent_operations: [] }, global: true },
      { name: 'partner-errors', config: { scope: 'requests', idempotent_operations } },
    ];
    const nowhere = await answer({ plugins }, { ...GET, route: false });
    expect([nowhere.status, nowhere.body]).toEqual([404, '{"message":"no Route matched with those values"}']);
    const got = await answer(
      { plugins },
      { ...GET, headers: { host: 'API.example', connection: 'x-own', 'x-own': 'a' } },
    );
    expect([got.status, got.routed_host, got.upstream]).toEqual([200, 'api.example', { host: 'api.example' }]);
  });

  test.each([
    ['api.operator.example', 'api.operator.example'],
    ['API.Operator.Example', 'api.operator.example'],
    ['API.OPERATOR.EXAMPLE:8443', 'api.operator.example:8443'],
    ['api.operator.example.', 'api.operator.example'],
    ['api.operator.example.:443', 'api.operator.example:443'],
    ['[2001:DB8::1]:8000', '[2001:db8::1]:8000'],
    ['other.example..', 'other.example.'],
  ])('the host %s is routed as %s', async (host, routed) => {
    const got = await answer({ plugins: [errors(), listener] }, { ...GET, headers: { host } });
    expect(got.routed_host).toBe(routed);
  });
});
