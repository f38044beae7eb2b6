import type { JsonObject } from '../../core/model';
import { Gateway } from './support/gateway';
import type { Call, PluginSetup, Setup, UpstreamResponse } from './support/messages';
import { seededRandom } from './support/random';
import { onEveryLua } from './support/runtimes';

const CONFIG: JsonObject = {
  rules: [{ path: '$.area.center', action: 'remove', operations: [], groups: [], purposes: [] }],
  group_source: 'acl',
  groups: ['location:paid', 'location:free'],
  max_body_bytes: 4000,
  unreadable: 'block',
};

const removeRule = (path: string, more: JsonObject = {}): JsonObject => ({
  path,
  action: 'remove',
  operations: [],
  groups: [],
  purposes: [],
  ...more,
});
const truncateRule = (path: string, keep: number): JsonObject => removeRule(path, { action: 'truncate', keep });

const masking = (...rules: JsonObject[]): PluginSetup => ({ name: 'partner-masking', config: { ...CONFIG, rules } });
const configured = (more: JsonObject): PluginSetup => ({ name: 'partner-masking', config: { ...CONFIG, ...more } });
const errors: PluginSetup = {
  name: 'partner-errors',
  config: {
    scope: 'api',
    correlator_header: 'x-correlator',
    upstream_errors: 'pass',
    response_headers: [],
    idempotent_operations: [],
    window_codes: ['second', 'minute', 'hour', 'day', 'month'].map((window) => ({
      window,
      code: 'TOO_MANY_REQUESTS',
    })),
  },
};
const caller: PluginSetup = { name: 'known-caller', config: {}, bundled: true };
const callPurpose = (purpose: string): PluginSetup => ({ name: 'call-notes', config: { purpose }, bundled: true });

const CONSUMER = { id: 'c-1', username: 'acme_checkout', custom_id: 'client-1', tags: ['gatewright:1'] };
const GET: Call = {
  method: 'GET',
  path: '/location/v1/areas/1',
  route: 'location_get-area',
  headers: { 'x-test-consumer': 'c-1' },
};
const AREA = '{"area":{"center":{"latitude":1.5},"radius":5}}';
const MASKED = '{"area":{"radius":5}}';

const asBytes = (text: string) => Buffer.from(text).toString('latin1');
const json =
  (body: string, more: Partial<Extract<UpstreamResponse, { status: number }>> = {}) =>
  () => ({
    status: 200,
    ...more,
    headers: { 'content-type': 'application/json', ...more.headers },
    body,
  });

onEveryLua('partner-masking', (runtime) => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await Gateway.start(runtime);
  });
  afterAll(() => gateway.close());

  const send = async (setup: Setup, call: Call = GET) => {
    await gateway.setup({ consumers: [CONSUMER], ...setup });
    return gateway.call(call);
  };
  const maskedBody = async (text: string, ...rules: JsonObject[]) => {
    const result = await send({ plugins: [masking(...rules)], upstream: json(asBytes(text)) });
    expect(result.headers['content-length'] ?? String(result.body.length)).toBe(String(result.body.length));
    return Buffer.from(result.body, 'latin1').toString();
  };

  describe('a rule that removes', () => {
    test.each([
      ['a field', AREA, '$.area.center', MASKED],
      ['a top-level field', '{"a":1,"b":2}', '$.a', '{"b":2}'],
      ['the only field', '{"a":1}', '$.a', '{}'],
      ['the last field', '{"b":2 , "a":1}', '$.a', '{"b":2}'],
      ['an object', '{"a":{"b":[{"c":"}"}]},"d":1}', '$.a', '{"d":1}'],
      ['a field of every element', '[{"a":1,"b":2},{"a":3}]', '$[*].a', '[{"b":2},{}]'],
      ['an element', '{"a":[1,2,3]}', '$.a[1]', '{"a":[1,3]}'],
      ['every element', '{"a":[1,"],",3]}', '$.a[*]', '{"a":[]}'],
      ['every member', '{"a":{"b":1,"c":2}}', '$.a[*]', '{"a":{}}'],
      ['a field in nested arrays', '[[{"a":1}],[]]', '$[*][*].a', '[[{}],[]]'],
      ['a name with a hyphen', '{"a-b_c":1,"d":2}', '$.a-b_c', '{"d":2}'],
      ['a name with an at sign', '{"@type":1,"@baseType":2}', '$.@type', '{"@baseType":2}'],
      ['a name that begins with a digit', '{"3gpp-id":1,"3":2}', '$.3gpp-id', '{"3":2}'],
      ['a name with special characters of Lua patterns', '{"a/b:%d+":1,"a/b:5":2}', '$.a/b:%d+', '{"a/b:5":2}'],
      ['a name that Lua can convert to a number', '{"inf":1,"e5":2,"d":3}', '$.inf', '{"e5":2,"d":3}'],
      ['a name with escapes', '{"\\u0061":1,"b":2}', '$.a', '{"b":2}'],
      ['a name that occurs twice', '{"a":1,"b":2,"a":3}', '$.a', '{"b":2}'],
      ['a field of an object that occurs twice', '{"a":{"b":1},"a":{"c":2}}', '$.a.b', '{"a":{},"a":{"c":2}}'],
      ['null', '{"a":null,"b":null}', '$.a', '{"b":null}'],
    ])('removes %s', async (_, text, path, expected) => {
      expect(await maskedBody(text, removeRule(path))).toBe(expected);
    });

    test('counts indexes in the original response, as do other rules', async () => {
      expect(await maskedBody('[1,2,3,4]', removeRule('$[0]'), removeRule('$[1]'))).toBe('[3,4]');
    });

    test('removes values inside which another rule truncates', async () => {
      expect(await maskedBody('{"a":{"b":"xyz"}}', truncateRule('$.a.b', 1), removeRule('$.a'))).toBe('{}');
    });

    test.each([
      ['the same field', '{"a":"xyz"}', removeRule('$.a'), truncateRule('$.a', 1), '{}'],
      ['every member', '{"a":{"b":"xyz"}}', removeRule('$.a[*]'), truncateRule('$.a.b', 1), '{"a":{}}'],
      [
        'one of several members',
        '{"a":{"b":"xyz","c":"xyz"}}',
        removeRule('$.a.b'),
        truncateRule('$.a[*]', 1),
        '{"a":{"c":"x"}}',
      ],
      ['an element', '["xyz","xyz"]', removeRule('$[1]'), truncateRule('$[*]', 1), '["x"]'],
    ])('takes precedence over a rule that truncates %s', async (_, text, remove, shorten, expected) => {
      expect(await maskedBody(text, remove, shorten)).toBe(expected);
      expect(await maskedBody(text, shorten, remove)).toBe(expected);
    });

    test('can be combined with a wildcard rule for the same member', async () => {
      const text = '{"x":{"y":{"b":1,"c":2,"d":3},"z":{"b":4,"c":5}},"l":[{"b":1,"c":2},{"b":3,"c":4}]}';
      const rules = [removeRule('$.x[*].b'), removeRule('$.x.y.c'), removeRule('$.l[*].b'), removeRule('$.l[0].c')];
      const expected = '{"x":{"y":{"d":3},"z":{"c":5}},"l":[{},{"c":4}]}';
      expect(await maskedBody(text, ...rules)).toBe(expected);
      expect(await maskedBody(text, ...rules.reverse())).toBe(expected);
    });
  });

  describe('a rule that truncates', () => {
    test.each([
      ['truncates a string', '{"a":"+34600000001"}', 5, '{"a":"+3460"}'],
      ['can truncate a string to nothing', '{"a":"xyz"}', 0, '{"a":""}'],
      ['counts characters, not bytes', '{"a":"äö€😀x"}', 4, '{"a":"äö€😀"}'],
      ['counts an escape as one character', '{"a":"\\u00e4\\ud83d\\ude00\\"x"}', 3, '{"a":"ä😀\\""}'],
      ['leaves a short string unchanged', '{"a":"\\u0078y", "b":1}', 2, '{"a":"\\u0078y", "b":1}'],
      ['removes numbers', '{"a":12345,"b":1}', 2, '{"b":1}'],
      ['removes objects', '{"a":{"c":"x"},"b":1}', 2, '{"b":1}'],
      ['removes arrays', '{"a":["x"],"b":1}', 2, '{"b":1}'],
      ['removes null', '{"a":null,"b":1}', 2, '{"b":1}'],
    ])('%s', async (_, text, keep, expected) => {
      expect(await maskedBody(text, truncateRule('$.a', keep))).toBe(expected);
    });

    test('truncates to the shortest length of all rules', async () => {
      const longer: JsonObject[] = [truncateRule('$.a', 2), truncateRule('$[*]', 2)];
      const shorter: JsonObject[] = [truncateRule('$.a', 1), truncateRule('$[*]', 1)];
      for (const longRule of longer) {
        for (const shortRule of shorter) {
          expect(await maskedBody('{"a":"xyz"}', longRule, shortRule)).toBe('{"a":"x"}');
          expect(await maskedBody('{"a":"xyz"}', shortRule, longRule)).toBe('{"a":"x"}');
        }
      }
    });

    test.each([
      ['"\xe4\xb8\xad\xe6x"', 2, '"\xe4\xb8\xad\xe6"'],
      [`"\xc3${'\xa4'.repeat(20)}"`, 2, '"\xc3\xa4\xa4\xa4\xa4"'],
    ])('truncates strings that are not UTF-8: %j', async (text, keep, expected) => {
      const result = await send({ plugins: [masking(truncateRule('$.a', keep))], upstream: json(`{"a":${text}}`) });
      expect(result.body).toBe(`{"a":${expected}}`);
    });
  });

  describe('masking leaves unchanged', () => {
    test.each([
      ['the spelling of numbers', '{"n":12345678901234567890,"f":0.30000000000000004,"e":1E2}', '"n"'],
      ['empty arrays and objects', '{"l":[],"o":{},"m":[ ]}', ''],
      ['order, spaces and escapes inside values', '{"z":{"b" : "\\u00e4\\/","a":[ 1 ,2]}}', ''],
    ])('%s', async (_, text) => {
      expect(await maskedBody(text.replace('{', '{"a":1,'), removeRule('$.a'))).toBe(text);
    });

    test('all white space except around the members of changed objects and arrays', async () => {
      const text = ' { "a" : 1 , "b" : { "c" : 2 , "d" : [ 1 , { } ] } , "e" : [ 1 , 2 ] } ';
      expect(await maskedBody(text, removeRule('$.b.c'))).toBe(' {"a" : 1,"b" : {"d" : [ 1 , { } ]},"e" : [ 1 , 2 ]} ');
    });

    test.each([
      ['$.b', '{ "a": 1 }'],
      ['$.a.b', '{"a":1}'],
      ['$.a.b', '{"a":[{"b":1}]}'],
      ['$.a[0]', '{"a":{"0":1}}'],
      ['$.a[2]', '{"a":[1,2]}'],
      ['$.A', '{"a":1}'],
      ['$[*].b', '{"a":[{"b":1}]}'],
      ['$.a', '[{"a":1}]'],
      ['$.a', '"a"'],
      ['$.a', ' 12 '],
      ['$.a', 'null'],
      ['$.a', ' [ ] '],
    ])('a response without a match: %s in %s', async (path, text) => {
      const upstream = json(text, { headers: { etag: '"1"' } });
      const result = await send({ plugins: [masking(removeRule(path))], upstream });
      expect([result.body, result.source]).toEqual([text, 'service']);
    });
  });

  test('masks random responses like their parsed form', async () => {
    const random = seededRandom(5);
    let changedCount = 0;
    for (let round = 0; round < 120; round++) {
      const value = { a: randomValue(random, 4), b: [randomValue(random, 3), randomValue(random, 3)] };
      const path = Array.from({ length: 1 + random(3) }, () => SEGMENTS[random(SEGMENTS.length)] ?? '');
      const text = JSON.stringify(value, undefined, random(2) * 2);
      const result = await send({ plugins: [masking(removeRule(`$${path.join('')}`))], upstream: json(text) });
      const names = path.map((segment) => segment.replace(/[.[\]]/g, ''));
      expect(JSON.parse(result.body)).toEqual(without(value, names));
      if (result.body !== text) changedCount++;
    }
    expect(changedCount).toBeGreaterThan(20);
  });

  describe('a rule', () => {
    const FREE = { groups: ['location:free'] };
    const MARKETING = { purposes: ['dpv:Marketing'] };
    const OPERATION = { operations: [{ operation: 'getArea', route: 'location_get-area' }] };

    test.each([
      ['applies to members of its group', FREE, ['location:free'], undefined, true],
      ['does not apply to members of other groups', FREE, ['location:paid'], undefined, false],
      ['does not apply to members of a better group too', FREE, ['location:free', 'location:paid'], undefined, false],
      ['applies to callers without a group', FREE, ['other:free'], undefined, true],
      ['applies to its purpose', MARKETING, ['location:paid'], 'dpv:Marketing', true],
      ['does not apply to other purposes', MARKETING, ['location:paid'], 'dpv:Billing', false],
      ['applies to calls without a purpose', MARKETING, ['location:paid'], undefined, true],
      ['applies if group and purpose match', { ...FREE, ...MARKETING }, ['location:free'], 'dpv:Marketing', true],
      ['does not apply if only the group matches', { ...FREE, ...MARKETING }, ['location:free'], 'dpv:Billing', false],
      ['applies to its operation', OPERATION, ['location:paid'], undefined, true],
    ])('%s', async (_, rule, groups, purpose, applies) => {
      const plugins = [caller, masking(removeRule('$.area.center', rule)), ...(purpose ? [callPurpose(purpose)] : [])];
      const result = await send({ plugins, acls: { 'c-1': groups }, upstream: json(AREA) });
      expect(result.body).toBe(applies ? MASKED : AREA);
      expect(result.reached).toBe(true);
    });

    test.each([
      ['another route', { ...GET, route: 'location_get-areas' }],
      ['a route without a name', { ...GET, route: true }],
    ])('for an operation does not apply to %s', async (_, call) => {
      const result = await send(
        { plugins: [masking(removeRule('$.area.center', OPERATION))], upstream: json(AREA) },
        call,
      );
      expect(result.body).toBe(AREA);
    });

    test.each([
      [['location:free'], MASKED],
      [['location:free', 'location:paid'], AREA],
      [[], MASKED],
    ])('applies by Consumer Groups: %j', async (names, expected) => {
      const consumer_groups = names.map((name) => ({ id: `id of ${name}`, name }));
      const plugins = [
        configured({
          group_source: 'consumer-groups',
          rules: [removeRule('$.area.center', { groups: ['location:free'] })],
        }),
      ];
      expect((await send({ plugins, upstream: json(AREA) }, { ...GET, consumer_groups })).body).toBe(expected);
    });

    test('for any group applies if the groups cannot be read', async () => {
      const plugins = [caller, masking(removeRule('$.area.center', FREE))];
      const acls = { 'c-1': ['location:paid'] };
      const result = await send({ plugins, acls, acls_error: 'no database', upstream: json(AREA) });
      expect([result.status, result.body]).toEqual([200, MASKED]);
      expect(await gateway.logs()).toEqual([expect.stringMatching(/^err: .*no database$/)]);
    });

    test('for any group applies to unauthenticated callers', async () => {
      const plugins = [masking(removeRule('$.area.center', FREE))];
      expect((await send({ plugins, upstream: json(AREA) })).body).toBe(MASKED);
    });
  });

  describe('the request', () => {
    const REQUEST: Call = {
      ...GET,
      headers: { ...GET.headers, 'accept-encoding': 'gzip, br', range: 'bytes=0-9', accept: 'application/json' },
    };

    test('asks for the complete, uncompressed response', async () => {
      const result = await send({ plugins: [masking(removeRule('$.a'))], upstream: json(AREA) }, REQUEST);
      expect(result.upstream).not.toHaveProperty('accept-encoding');
      expect(result.upstream).not.toHaveProperty('range');
      expect(result.upstream).toMatchObject({ accept: 'application/json' });
    });

    test('is unchanged if no rule applies', async () => {
      const plugins = [caller, masking(removeRule('$.a', { groups: ['location:free'] }))];
      const result = await send({ plugins, acls: { 'c-1': ['location:paid'] }, upstream: json(AREA) }, REQUEST);
      expect(result.upstream).toMatchObject({ 'accept-encoding': 'gzip, br', range: 'bytes=0-9' });
    });

    test.each(['websocket', 'WebSocket', 'h2c, websocket'])('must not be upgraded to %s', async (upgrade) => {
      const call = { ...GET, headers: { upgrade, connection: 'upgrade' } };
      const result = await send({ plugins: [masking(removeRule('$.a')), errors], upstream: json(AREA) }, call);
      expect([result.status, JSON.parse(result.body).code, result.reached]).toEqual([400, 'INVALID_ARGUMENT', false]);
    });

    test('can offer other upgrades, which the gateway ignores', async () => {
      const call = { ...GET, headers: { upgrade: 'h2c', connection: 'upgrade' } };
      expect((await send({ plugins: [masking(removeRule('$.area'))], upstream: json(AREA) }, call)).body).toBe('{}');
    });
  });

  describe('the response', () => {
    test.each([200, 201, 404, 500])('keeps the status %i and its headers', async (status) => {
      const headers = { 'content-type': 'application/problem+json', 'x-own': 'a' };
      const upstream = json(AREA, { status, headers });
      const result = await send({ plugins: [masking(removeRule('$.area.center')), errors], upstream });
      expect([result.status, result.body]).toEqual([status, MASKED]);
      expect(result.headers).toMatchObject({ ...headers, 'content-length': String(MASKED.length) });
    });

    test('loses headers that describe the original body', async () => {
      const headers = {
        etag: '"1"',
        'content-md5': 'Q2hlY2sgSW50ZWdyaXR5IQ==',
        digest: 'sha-256=a',
        'repr-digest': 'sha-256=:a:',
        'content-digest': 'sha-256=:a:',
        'accept-ranges': 'bytes',
        'content-encoding': 'identity',
      };
      const result = await send({ plugins: [masking(removeRule('$.area'))], upstream: json(AREA, { headers }) });
      for (const name of Object.keys(headers)) expect(result.headers).not.toHaveProperty(name);
    });

    test.each([
      [204, 'GET'],
      [304, 'GET'],
      [200, 'HEAD'],
      [200, 'GET'],
    ])('is passed on without a body: %i to %s', async (status, method) => {
      const upstream = json('', { status, headers: { etag: '"1"', 'x-own': 'a' } });
      const result = await send({ plugins: [masking(removeRule('$.a')), errors], upstream }, { ...GET, method });
      expect([result.status, result.body, result.headers.etag, result.headers['x-own']]).toEqual([
        status,
        '',
        undefined,
        'a',
      ]);
    });

    test('is not masked if it comes from the gateway', async () => {
      const plugins = [
        masking(removeRule('$.message')),
        { name: 'request-termination', config: { status: 403, message: 'm' }, bundled: true },
      ];
      expect(JSON.parse((await send({ plugins })).body)).toEqual({ message: 'm' });
    });

    test('is not masked if the upstream is unreachable', async () => {
      const result = await send({
        plugins: [masking(removeRule('$.message'))],
        upstream: () => ({ unreachable: true }),
      });
      expect([result.status, result.source]).toEqual([502, 'error']);
    });
  });

  describe('a response that cannot be read', () => {
    const UNREADABLE: readonly (readonly [string, string, ReturnType<typeof json>])[] = [
      ['compressed', 'compressed', json(AREA, { headers: { 'content-encoding': 'gzip' } })],
      ['partial', 'partial', json(AREA, { status: 206 })],
      ['too long', 'longer than 4000 bytes', json(`{"area":{"center":"${'x'.repeat(4000)}"}}`)],
      ['HTML', 'not JSON', json('<html></html>', { headers: { 'content-type': 'text/html' } })],
      ['truncated JSON', 'not JSON', json('{"area":{"center":1}')],
      ['two documents', 'not JSON', json(`${AREA}\n${AREA}`)],
      ['two documents separated by a NUL byte', 'not JSON', json(`${AREA}\0${AREA}`)],
      ['nested too deep', 'not JSON', json(`{"area":${'['.repeat(1001)}${']'.repeat(1001)}}`)],
      ['UTF-16', 'not JSON', json(Buffer.from(AREA, 'utf16le').toString('latin1'))],
      ['with a byte order mark', 'not JSON', json(`\xef\xbb\xbf${AREA}`)],
    ];

    test.each(UNREADABLE)('becomes a 502: %s', async (_, reason, upstream) => {
      const result = await send({ plugins: [masking(removeRule('$.area.center')), errors], upstream });
      expect([result.status, JSON.parse(result.body)]).toEqual([
        502,
        { status: 502, code: 'BAD_GATEWAY', message: expect.any(String) },
      ]);
      expect(result.headers).toMatchObject({
        'content-type': 'application/json',
        'content-length': String(result.body.length),
      });
      expect(result.headers).not.toHaveProperty('content-encoding');
      expect(await gateway.logs()).toEqual([expect.stringMatching(`err: .*withheld: .*${reason}`)]);
    });

    test.each(UNREADABLE)('is passed on if configured: %s', async (_, reason, upstream) => {
      const result = await send({ plugins: [configured({ unreadable: 'pass' })], upstream });
      expect([result.status, result.body]).toEqual([upstream().status, upstream().body]);
      expect(result.headers).toMatchObject(upstream().headers);
      expect(await gateway.logs()).toEqual([expect.stringMatching(`err: .*passed on: .*${reason}`)]);
    });

    test.each([
      [401, 'UNAUTHENTICATED'],
      [404, 'NOT_FOUND'],
      [503, 'UNAVAILABLE'],
    ])('keeps the status of an error but not its body: %i', async (status, code) => {
      const upstream = json('<h1>at line 1</h1>', { status, headers: { 'content-type': 'text/html', etag: '"1"' } });
      for (const more of [[], [errors]]) {
        const result = await send({ plugins: [masking(removeRule('$.a')), ...more], upstream });
        expect([result.status, JSON.parse(result.body)]).toMatchObject([status, { status, code }]);
        expect(result.headers).toMatchObject({ 'content-type': 'application/json' });
        expect(result.headers).not.toHaveProperty('etag');
      }
    });

    test('does not include one of the maximum length', async () => {
      const text = `{"a":"${'x'.repeat(3992)}"}`;
      expect(text).toHaveLength(4000);
      expect(await maskedBody(text, removeRule('$.a'))).toBe('{}');
    });
  });

  describe('a config', () => {
    const validate = (config: JsonObject) => gateway.run('check_config', { plugin: 'partner-masking', config });

    test.each([
      ['with a rule that truncates', { ...CONFIG, rules: [truncateRule('$.a[*][0].b-c', 1000)] }],
      ['with Consumer Groups', { ...CONFIG, group_source: 'consumer-groups', unreadable: 'pass' }],
    ])('%s is accepted', async (_, config) => {
      expect(await validate(config)).toEqual({ config: expect.any(Object) });
    });

    test.each([
      ['without rules', { ...CONFIG, rules: [] }],
      ['without groups', { ...CONFIG, groups: [] }],
      ['with an unknown value', { ...CONFIG, unreadable: 'ignore' }],
      ['with an unknown setting', { ...CONFIG, depth: 1 }],
      [
        'with a rule that truncates to an unspecified length',
        { ...CONFIG, rules: [removeRule('$.a', { action: 'truncate' })] },
      ],
      ['with a rule that removes but has a length', { ...CONFIG, rules: [removeRule('$.a', { keep: 1 })] }],
      ['with an invalid path', { ...CONFIG, rules: [removeRule('a')] }],
      ['with a recursive path', { ...CONFIG, rules: [removeRule('$..a b')] }],
    ])('%s is rejected', async (_, config) => {
      expect(await validate(config)).toEqual({ errors: expect.anything() });
    });
  });
});

const SEGMENTS = ['.a', '.b', '.c', '[*]', '[0]', '[1]'];

function randomValue(random: (count: number) => number, depth: number): unknown {
  const kind = random(depth > 0 ? 6 : 4);
  if (kind === 0) return random(1000) / 8;
  if (kind === 1) return ['x"y', '}]', '\\', '', '{"a":1', ','][random(6)];
  if (kind === 2) return [true, false, null][random(3)];
  if (kind === 3) return random(2) === 0 ? [] : {};
  const inner = Array.from({ length: 1 + random(3) }, () => randomValue(random, depth - 1));
  return kind === 4 ? inner : Object.fromEntries(inner.map((value, i) => [['a', 'b', 'c'][i], value]));
}

/** A copy without the values at a path. */
function without(value: unknown, [segment, ...rest]: readonly string[]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const isArray = Array.isArray(value);
  const kept = Object.entries(value).flatMap(([key, inner]) => {
    const matches = segment === '*' || (segment === key && /\d/.test(key) === isArray);
    if (!matches) return [[key, inner]];
    return rest.length === 0 ? [] : [[key, without(inner, rest)]];
  });
  return isArray ? kept.map(([, inner]) => inner) : Object.fromEntries(kept);
}
