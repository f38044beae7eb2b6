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
/** One of Kong's plugins, which refuses every call. */
const refusing = (config: JsonObject): PluginSetup => ({ name: 'request-termination', config, bundled: true });
/** A plugin with a response phase, for which Kong buffers responses. */
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

  const send = async (setup: Setup, call: Call = GET) => {
    await gateway.setup(setup);
    return gateway.call(call);
  };

  describe("the gateway's own errors", () => {
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
    ])('have the code for their status: %i %s', async (status, code) => {
      const result = await send({ plugins: [errors(), refusing({ status, message: 'a message of Kong' })] });
      const { message, ...rest } = JSON.parse(result.body);
      expect([result.status, rest]).toEqual([status, { status, code }]);
      expect(message).not.toContain('Kong');
      expect(result.headers['content-type']).toBe('application/json');
      expect(result.headers['content-length']).toBe(String(Buffer.byteLength(result.body)));
    });

    test('have WWW-Authenticate for a 401, and Retry-After for a 429 and a 503', async () => {
      const headers = async (status: number) => {
        const result = await send({ plugins: [errors(), refusing({ status, message: '' })] });
        return [result.headers['www-authenticate'], result.headers['retry-after']];
      };
      expect(await headers(401)).toEqual(['Bearer', undefined]);
      expect(await headers(429)).toEqual([undefined, '1']);
      expect(await headers(503)).toEqual([undefined, '1']);
      expect(await headers(404)).toEqual([undefined, undefined]);
    });

    test('keep the headers of the plugin that refused the call', async () => {
      const headers = { 'WWW-Authenticate': 'Bearer error="invalid_token"', 'Retry-After': '30' };
      const result = await send({ plugins: [errors(), refusing({ status: 429, message: '', headers })] });
      expect(result.headers).toMatchObject({ 'www-authenticate': 'Bearer error="invalid_token"', 'retry-after': '30' });
    });

    test('include those for an unreachable upstream', async () => {
      const result = await send({ plugins: [errors()], upstream: () => ({ unreachable: true }) });
      expect(JSON.parse(result.body)).toMatchObject({ status: 502, code: 'BAD_GATEWAY' });
    });

    test.each([
      ['an API', errors()],
      ['an API that replaces upstream errors', errors({ upstream_errors: 'replace' })],
      ['the listener', listener],
    ])('include a buffered response that is cut off: %s', async (_, instance) => {
      const upstream = () => ({ status: 200, headers: { etag: '"1"' }, body: '{"area":', truncated: true });
      const result = await send({ plugins: [instance, masking], upstream });
      const { message, ...rest } = JSON.parse(result.body);
      expect([result.status, rest, result.reached]).toEqual([502, { status: 502, code: 'BAD_GATEWAY' }, true]);
      expect(message).not.toContain('responded');
      expect(result.headers['content-length']).toBe(String(Buffer.byteLength(result.body)));
    });

    test('include only such a response if another plugin formats errors', async () => {
      const requests = { name: 'partner-errors', config: { scope: 'requests', idempotent_operations: [] } };
      const upstream = (truncated: boolean) => () => ({ status: 200, headers: {}, body: '{"area":1}', truncated });
      const truncated = await send({ plugins: [requests, masking], upstream: upstream(true) });
      expect([truncated.status, JSON.parse(truncated.body).code]).toEqual([502, 'BAD_GATEWAY']);
      const complete = await send({ plugins: [requests, masking], upstream: upstream(false) });
      expect([complete.status, complete.body]).toEqual([200, '{}']);
      const refused = await send({ plugins: [requests, refusing({ status: 403, message: 'no' })] });
      expect([refused.status, JSON.parse(refused.body)]).toEqual([403, { message: 'no' }]);
    });

    test('do not include a response that a plugin sends instead of the upstream', async () => {
      const result = await send({ plugins: [errors(), masking, refusing({ status: 200, message: 'cached' })] });
      expect([result.status, result.reached, result.body]).toEqual([200, false, expect.stringContaining('cached')]);
    });

    test('keep the status of an error response that is cut off', async () => {
      const upstream = () => ({ status: 404, headers: {}, body: '{', truncated: true });
      const result = await send({ plugins: [errors(), masking], upstream });
      expect([result.status, JSON.parse(result.body).code]).toEqual([404, 'NOT_FOUND']);
    });

    test('include those of a plugin that raises an error', async () => {
      const result = await send({ plugins: [errors(), refusing({ raises: true })] });
      expect(JSON.parse(result.body)).toMatchObject({ status: 500, code: 'INTERNAL' });
      expect(await gateway.logs()).toEqual([expect.stringContaining('err: ')]);
    });

    test('are formatted without a route too', async () => {
      const result = await send({ plugins: [listener, errors()] }, { ...GET, route: false });
      expect(JSON.parse(result.body)).toMatchObject({ status: 404, code: 'NOT_FOUND' });
      expect(result.headers['x-correlator']).toBeDefined();
    });

    test('are the same for a call that is refused as if no route matched, even with a malformed correlation ID', async () => {
      const refused = [listener, refusing({ status: 404, message: 'no Route matched with those values' })];
      const call = { ...GET, headers: { 'x-correlator': 'a b' } };
      const result = await send({ plugins: refused }, call);
      const without = await send({ plugins: [listener] }, { ...call, route: false });
      expect([result.status, result.body, result.reached]).toEqual([without.status, without.body, false]);
      expect(Object.keys(result.headers).sort()).toEqual(Object.keys(without.headers).sort());
    });
  });

  describe("the upstream's responses", () => {
    const upstream = (status: number) => () => ({
      status,
      headers: { 'content-type': 'text/plain', 'content-encoding': 'gzip', etag: '"1"' },
      body: 'trace: at line 1',
    });

    test.each([200, 404, 429, 500])('with the status %i are passed on unchanged', async (status) => {
      const result = await send({ plugins: [errors()], upstream: upstream(status) });
      expect([result.status, result.body, result.headers['content-encoding']]).toEqual([
        status,
        'trace: at line 1',
        'gzip',
      ]);
    });

    test('have their body replaced for server errors if configured', async () => {
      const result = await send({ plugins: [errors({ upstream_errors: 'replace' })], upstream: upstream(500) });
      expect(JSON.parse(result.body)).toMatchObject({ status: 500, code: 'INTERNAL' });
      expect([result.headers['content-encoding'], result.headers.etag]).toEqual([undefined, undefined]);
    });

    test.each([0, 1, 2, 100_000])('have a body of %i bytes replaced completely', async (length) => {
      const long = () => ({ status: 503, headers: {}, body: 'x'.repeat(length) });
      const result = await send({ plugins: [errors({ upstream_errors: 'replace' })], upstream: long });
      expect(JSON.parse(result.body)).toMatchObject({ status: 503, code: 'UNAVAILABLE' });
      expect(result.headers['content-length']).toBe(String(result.body.length));
    });

    test('keep their body for client errors', async () => {
      const result = await send({ plugins: [errors({ upstream_errors: 'replace' })], upstream: upstream(404) });
      expect(result.body).toBe('trace: at line 1');
    });
  });

  describe('the correlation ID', () => {
    const call = (...values: string[]): Call => ({
      ...GET,
      headers: values.length === 0 ? {} : { 'X-Correlator': values.length === 1 ? (values[0] ?? '') : values },
    });

    test('is echoed and passed on', async () => {
      const result = await send({ plugins: [errors()] }, call('a-Z0_:;./<>{}9'));
      expect(result.headers['x-correlator']).toBe('a-Z0_:;./<>{}9');
      expect(result.upstream?.['x-correlator']).toBe('a-Z0_:;./<>{}9');
    });

    test.each([[[]], [['']]])('is generated if it is missing: %j', async (values) => {
      const result = await send({ plugins: [errors()] }, call(...values));
      expect(result.headers['x-correlator']).toMatch(/^request-\d+$/);
      expect(result.upstream?.['x-correlator']).toBe(result.headers['x-correlator']);
    });

    test.each([
      ['a space', 'a b'],
      ['a quote', 'a"b'],
      ['a line end', 'a\nb'],
      ['a letter that is not ASCII', 'é'],
      ['a percent sign', '%41'],
      ['too many characters', 'a'.repeat(257)],
    ])('is refused and not echoed if it contains %s', async (_, value) => {
      const result = await send({ plugins: [errors()] }, call(value));
      expect([result.status, JSON.parse(result.body).code, result.reached]).toEqual([400, 'INVALID_ARGUMENT', false]);
      expect(result.headers['x-correlator']).toMatch(/^request-\d+$/);
    });

    test('may have 256 characters', async () => {
      expect((await send({ plugins: [errors()] }, call('a'.repeat(256)))).status).toBe(200);
    });

    test('is refused if it occurs twice', async () => {
      expect((await send({ plugins: [errors()] }, call('a', 'b'))).status).toBe(400);
    });

    test('is echoed in errors of plugins that run earlier', async () => {
      const earlier = refusing({ status: 401, message: '', priority: 2000 });
      expect((await send({ plugins: [errors(), earlier] }, call('abc'))).headers['x-correlator']).toBe('abc');
    });

    test('uses the configured header', async () => {
      const plugins = [errors({ correlator_header: 'X-Trace' })];
      const result = await send({ plugins }, { ...GET, headers: { 'x-trace': 'abc' } });
      expect([result.headers['x-trace'], result.headers['x-correlator']]).toEqual(['abc', undefined]);
    });
  });

  describe('configured response headers', () => {
    const response_headers = [
      { name: 'Deprecation', value: '@1780272000' },
      { name: 'Sunset', value: 'Thu, 31 Dec 2026 23:59:59 GMT' },
      { name: 'Link', value: '<https://a.example>; rel="deprecation"' },
      { name: 'Link', value: '</sim-swap/v3>; rel="successor-version"' },
    ];
    const upstream = () => ({ status: 200, headers: { link: '<a>; rel="next"', sunset: 'never' }, body: '{}' });

    test("are set, and keep the upstream's own links", async () => {
      const result = await send({ plugins: [errors({ response_headers })], upstream });
      expect(result.headers).toMatchObject({
        deprecation: '@1780272000',
        sunset: 'Thu, 31 Dec 2026 23:59:59 GMT',
        link: ['<a>; rel="next"', '<https://a.example>; rel="deprecation"', '</sim-swap/v3>; rel="successor-version"'],
      });
    });

    test('are also set on errors', async () => {
      const result = await send({ plugins: [errors({ response_headers }), refusing({ status: 403, message: '' })] });
      expect(result.headers.deprecation).toBe('@1780272000');
    });
  });

  describe('a call of an idempotent operation', () => {
    const write = (headers: Record<string, string>, route = 'billing_create-payment'): Call => ({
      method: 'POST',
      path: '/billing/v1/payments/1',
      route,
      headers,
    });

    test.each([
      [400, 'without the key', write({})],
      [400, 'with an empty key', write({ 'Idempotency-Key': '' })],
      [200, 'with the key', write({ 'idempotency-key': 'a' })],
      [200, 'without the key to another operation', write({}, 'billing_create-line')],
    ])('gets %i %s', async (status, _, call) => {
      const result = await send({ plugins: [errors()] }, call);
      expect([result.status, result.reached]).toEqual([status, status === 200]);
      if (status === 400) expect(JSON.parse(result.body).message).toContain('Idempotency-Key');
    });

    test('is the only call that is checked if another plugin formats errors', async () => {
      const idempotent_operations = API.idempotent_operations ?? [];
      const requests = { name: 'partner-errors', config: { scope: 'requests', idempotent_operations } };
      expect((await send({ plugins: [requests] }, write({}))).status).toBe(400);
      const result = await send({ plugins: [requests] }, write({ 'idempotency-key': 'a', 'x-correlator': ' ' }));
      expect([result.status, result.headers['x-correlator']]).toEqual([200, undefined]);
    });
  });

  describe('the header Connection', () => {
    const known: PluginSetup = { name: 'known_caller', config: {}, bundled: true };
    const setup: Setup = { plugins: [known, errors(), listener], consumers: [{ id: 'c-1', tags: [] }] };
    const callWith = (connection: string | readonly string[], more: Record<string, string> = {}): Call => ({
      ...GET,
      headers: { 'x-test-consumer': 'c-1', 'x-own': 'a', connection, ...more },
    });

    test.each(['close, X-Correlator', 'x-correlator', 'X-CORRELATOR ,, close', ['close', 'x-correlator']])(
      'does not remove headers that plugins set: %j',
      async (connection) => {
        const result = await send(setup, callWith(connection, { 'x-correlator': 'mine' }));
        expect([result.status, result.upstream?.['x-correlator']]).toEqual([200, result.headers['x-correlator']]);
        expect(result.upstream).toMatchObject({ 'x-correlator': expect.stringMatching(/^request-/), 'x-own': 'a' });
        expect(result.upstream).not.toHaveProperty('connection');
      },
    );

    test("removes the caller's own headers that it lists", async () => {
      const result = await send(setup, callWith('keep-alive, X-Own'));
      expect(result.upstream).not.toHaveProperty('x-own');
    });

    test.each(['content-length', 'host', 'transfer-encoding'])('never removes %s', async (name) => {
      const result = await send(setup, callWith(name, { [name]: '3' }));
      expect(result.upstream).toHaveProperty([name], '3');
    });

    test.each(['api', 'requests'])(
      'is refused by the %s instance if it lists headers and the global instance did not run',
      async (scope) => {
        const { idempotent_operations = [] } = API;
        const plugin =
          scope === 'api' ? errors() : { name: 'partner-errors', config: { scope, idempotent_operations } };
        const withoutGlobal = { ...setup, plugins: [known, plugin] };
        const refused = await send(withoutGlobal, callWith('close, X-Consumer-ID'));
        expect([refused.status, JSON.parse(refused.body).code, refused.reached]).toEqual([
          400,
          'INVALID_ARGUMENT',
          false,
        ]);
        expect((await send(withoutGlobal, callWith('keep-alive, Upgrade'))).status).toBe(200);
      },
    );
  });

  test('the global instance with scope requests processes Host and Connection, but formats no errors', async () => {
    const { idempotent_operations = [] } = API;
    const plugins = [
      { name: 'partner-errors', config: { scope: 'requests', idempotent_operations: [] }, global: true },
      { name: 'partner-errors', config: { scope: 'requests', idempotent_operations } },
    ];
    const unrouted = await send({ plugins }, { ...GET, route: false });
    expect([unrouted.status, unrouted.body]).toEqual([404, '{"message":"no Route matched with those values"}']);
    const result = await send(
      { plugins },
      { ...GET, headers: { host: 'API.example', connection: 'x-own', 'x-own': 'a' } },
    );
    expect([result.status, result.routed_host, result.upstream]).toEqual([200, 'api.example', { host: 'api.example' }]);
  });

  test.each([
    ['api.operator.example', 'api.operator.example'],
    ['API.Operator.Example', 'api.operator.example'],
    ['API.OPERATOR.EXAMPLE:8443', 'api.operator.example:8443'],
    ['api.operator.example.', 'api.operator.example'],
    ['api.operator.example.:443', 'api.operator.example:443'],
    ['[2001:DB8::1]:8000', '[2001:db8::1]:8000'],
    ['other.example..', 'other.example.'],
  ])('routes the host %s as %s', async (host, routed) => {
    const result = await send({ plugins: [errors(), listener] }, { ...GET, headers: { host } });
    expect(result.routed_host).toBe(routed);
  });
});
