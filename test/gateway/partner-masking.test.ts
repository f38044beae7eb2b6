import type { JsonObject } from '../../core/model';
import { Gateway } from './support/gateway';
import type { Call, PluginSetup, Setup, UpstreamAnswer } from './support/messages';
import { randomOf } from './support/random';
import { onEveryLua } from './support/runtimes';

const CONFIG: JsonObject = {
  rules: [{ path: '$.area.center', action: 'remove', operations: [], groups: [], purposes: [] }],
  group_source: 'acl',
  groups: ['location:paid', 'location:free'],
  max_body_bytes: 4000,
  unreadable: 'block',
};

const removed = (path: string, more: JsonObject = {}): JsonObject => ({
  path,
  action: 'remove',
  operations: [],
  groups: [],
  purposes: [],
  ...more,
});
const truncated = (path: string, keep: number): JsonObject => removed(path, { action: 'truncate', keep });

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
const purpose = (word: string): PluginSetup => ({ name: 'found-out', config: { purpose: word }, bundled: true });

const CONSUMER = { id: 'c-1', username: 'acme_checkout', custom_id: 'client-1', tags: ['gatewright:1'] };
const GET: Call = {
  method: 'GET',
  path: '/location/v1/areas/1',
  route: 'location_get-area',
  headers: { 'x-test-consumer': 'c-1' },
};
const AREA = '{"area":{"center":{"latitude":1.5},"radius":5}}';
const MASKED = '{"area":{"radius":5}}';

const utf8 = (text: string) => Buffer.from(text).toString('latin1');
const json =
  (body: string, more: Partial<Extract<UpstreamAnswer, { status: number }>> = {}) =>
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

  const answer = async (setup: Setup, call: Call = GET) => {
    await gateway.setup({ consumers: [CONSUMER], ...setup });
    return gateway.call(call);
  };
  const body = async (text: string, ...rules: JsonObject[]) => {
    const got = await answer({ plugins: [masking(...rules)], upstream: json(utf8(text)) });
    expect(got.headers['content-length'] ?? String(got.body.length)).toBe(String(got.body.length));
    return Buffer.from(got.body, 'latin1').toString();
  };

  describe('removes', () => {
    test.each([
      ['a field', AREA, '$.area.center', MASKED],
      ['a field of the whole', '{"a":1,"b":2}', '$.a', '{"b":2}'],
      ['the only field', '{"a":1}', '$.a', '{}'],
      ['the last field', '{"b":2 , "a":1}', '$.a', '{"b":2}'],
      ['whole objects', '{"a":{"b":[{"c":"}"}]},"d":1}', '$.a', '{"d":1}'],
      ['a field of every element', '[{"a":1,"b":2},{"a":3}]', '$[*].a', '[{"b":2},{}]'],
      ['an element', '{"a":[1,2,3]}', '$.a[1]', '{"a":[1,3]}'],
      ['every element', '{"a":[1,"],",3]}', '$.a[*]', '{"a":[]}'],
      ['every member', '{"a":{"b":1,"c":2}}', '$.a[*]', '{"a":{}}'],
      ['a field of lists of lists', '[[{"a":1}],[]]', '$[*][*].a', '[[{}],[]]'],
      ['a name with a hyphen', '{"a-b_c":1,"d":2}', '$.a-b_c', '{"d":2}'],
      ['a name of TMF', '{"@type":1,"@baseType":2}', '$.@type', '{"@baseType":2}'],
      ['a name that begins with a digit', '{"3gpp-id":1,"3":2}', '$.3gpp-id', '{"3":2}'],
      ['a name with marks of patterns', '{"a/b:%d+":1,"a/b:5":2}', '$.a/b:%d+', '{"a/b:5":2}'],
      ['a name that looks like a number', '{"inf":1,"e5":2,"d":3}', '$.inf', '{"e5":2,"d":3}'],
      ['a name that is written with escapes', '{"\\u0061":1,"b":2}', '$.a', '{"b":2}'],
      ['a name that stands twice', '{"a":1,"b":2,"a":3}', '$.a', '{"b":2}'],
      ['a field of an object that stands twice', '{"a":{"b":1},"a":{"c":2}}', '$.a.b', '{"a":{},"a":{"c":2}}'],
      ['null', '{"a":null,"b":null}', '$.a', '{"b":null}'],
    ])('%s', async (_, text, path, expected) => {
      expect(await body(text, removed(path))).toBe(expected);
    });

    test('by several rules that all count from the answer as it came', async () => {
      expect(await body('[1,2,3,4]', removed('$[0]'), removed('$[1]'))).toBe('[3,4]');
    });

    test('what another rule shortens', async () => {
      expect(await body('{"a":{"b":"xyz"}}', truncated('$.a.b', 1), removed('$.a'))).toBe('{}');
    });

    test.each([
      ['the same field', '{"a":"xyz"}', removed('$.a'), truncated('$.a', 1), '{}'],
      ['every member', '{"a":{"b":"xyz"}}', removed('$.a[*]'), truncated('$.a.b', 1), '{"a":{}}'],
      ['one of them', '{"a":{"b":"xyz","c":"xyz"}}', removed('$.a.b'), truncated('$.a[*]', 1), '{"a":{"c":"x"}}'],
      ['an element', '["xyz","xyz"]', removed('$[1]'), truncated('$[*]', 1), '["x"]'],
    ])('what a rule removes, whatever another says about it: %s', async (_, text, remove, shorten, expected) => {
      expect(await body(text, remove, shorten)).toBe(expected);
      expect(await body(text, shorten, remove)).toBe(expected);
    });

    test('by a rule for every member and by one that names it', async () => {
      const text = '{"x":{"y":{"b":1,"c":2,"d":3},"z":{"b":4,"c":5}},"l":[{"b":1,"c":2},{"b":3,"c":4}]}';
      const rules = [removed('$.x[*].b'), removed('$.x.y.c'), removed('$.l[*].b'), removed('$.l[0].c')];
      const expected = '{"x":{"y":{"d":3},"z":{"c":5}},"l":[{},{"c":4}]}';
      expect(await body(text, ...rules)).toBe(expected);
      expect(await body(text, ...rules.reverse())).toBe(expected);
    });
  });

  describe('shortens', () => {
    test.each([
      ['a text', '{"a":"+34600000001"}', 5, '{"a":"+3460"}'],
      ['to nothing', '{"a":"xyz"}', 0, '{"a":""}'],
      ['by characters, not bytes', '{"a":"äö€😀x"}', 4, '{"a":"äö€😀"}'],
      ['escapes as the characters that they stand for', '{"a":"\\u00e4\\ud83d\\ude00\\"x"}', 3, '{"a":"ä😀\\""}'],
      ['nothing that is short enough', '{"a":"\\u0078y", "b":1}', 2, '{"a":"\\u0078y", "b":1}'],
      ['numbers by taking them out', '{"a":12345,"b":1}', 2, '{"b":1}'],
      ['objects by taking them out', '{"a":{"c":"x"},"b":1}', 2, '{"b":1}'],
      ['lists by taking them out', '{"a":["x"],"b":1}', 2, '{"b":1}'],
      ['null by taking it out', '{"a":null,"b":1}', 2, '{"b":1}'],
    ])('%s', async (_, text, keep, expected) => {
      expect(await body(text, truncated('$.a', keep))).toBe(expected);
    });

    test('to the least that a rule says', async () => {
      const wide: JsonObject[] = [truncated('$.a', 2), truncated('$[*]', 2)];
      const narrow: JsonObject[] = [truncated('$.a', 1), truncated('$[*]', 1)];
      for (const two of wide) {
        for (const one of narrow) {
          expect(await body('{"a":"xyz"}', two, one)).toBe('{"a":"x"}');
          expect(await body('{"a":"xyz"}', one, two)).toBe('{"a":"x"}');
        }
      }
    });

    test.each([
      ['"\xe4\xb8\xad\xe6x"', 2, '"\xe4\xb8\xad\xe6"'],
      [`"\xc3${'\xa4'.repeat(20)}"`, 2, '"\xc3\xa4\xa4\xa4\xa4"'],
    ])('a text that is no UTF-8, too: %j', async (text, keep, expected) => {
      const got = await answer({ plugins: [masking(truncated('$.a', keep))], upstream: json(`{"a":${text}}`) });
      expect(got.body).toBe(`{"a":${expected}}`);
    });
  });

  describe('leaves alone', () => {
    test.each([
      ['numbers as they are written', '{"n":12345678901234567890,"f":0.30000000000000004,"e":1E2}', '"n"'],
      ['empty lists and objects', '{"l":[],"o":{},"m":[ ]}', ''],
      ['order, spaces and escapes inside of values', '{"z":{"b" : "\\u00e4\\/","a":[ 1 ,2]}}', ''],
    ])('%s', async (_, text) => {
      expect(await body(text.replace('{', '{"a":1,'), removed('$.a'))).toBe(text);
    });

    test('white space, but that around the members of what is changed', async () => {
      const text = ' { "a" : 1 , "b" : { "c" : 2 , "d" : [ 1 , { } ] } , "e" : [ 1 , 2 ] } ';
      expect(await body(text, removed('$.b.c'))).toBe(' {"a" : 1,"b" : {"d" : [ 1 , { } ]},"e" : [ 1 , 2 ]} ');
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
    ])('%s in %s', async (path, text) => {
      const upstream = json(text, { headers: { etag: '"1"' } });
      const got = await answer({ plugins: [masking(removed(path))], upstream });
      expect([got.body, got.source]).toEqual([text, 'service']);
    });
  });

  test('masks any answer as it would its parsed form', async () => {
    const random = randomOf(5);
    let changed = 0;
    for (let round = 0; round < 120; round++) {
      const value = { a: randomValue(random, 4), b: [randomValue(random, 3), randomValue(random, 3)] };
      const path = Array.from({ length: 1 + random(3) }, () => PARTS[random(PARTS.length)] ?? '');
      const shown = JSON.stringify(value, undefined, random(2) * 2);
      const got = await answer({ plugins: [masking(removed(`$${path.join('')}`))], upstream: json(shown) });
      const names = path.map((part) => part.replace(/[.[\]]/g, ''));
      expect(JSON.parse(got.body)).toEqual(without(value, names));
      if (got.body !== shown) changed++;
    }
    expect(changed).toBeGreaterThan(20);
  });

  describe('holds for', () => {
    const FREE = { groups: ['location:free'] };
    const MARKETING = { purposes: ['dpv:Marketing'] };
    const ONE = { operations: [{ operation: 'getArea', route: 'location_get-area' }] };

    test.each([
      ['members of the group', FREE, ['location:free'], undefined, true],
      ['members of other groups', FREE, ['location:paid'], undefined, false],
      ['members of two groups by the better one', FREE, ['location:free', 'location:paid'], undefined, false],
      ['callers without a group, to be safe', FREE, ['other:free'], undefined, true],
      ['the purpose', MARKETING, ['location:paid'], 'dpv:Marketing', true],
      ['other purposes', MARKETING, ['location:paid'], 'dpv:Billing', false],
      ['calls without a purpose, to be safe', MARKETING, ['location:paid'], undefined, true],
      ['both together', { ...FREE, ...MARKETING }, ['location:free'], 'dpv:Marketing', true],
      ['one of both', { ...FREE, ...MARKETING }, ['location:free'], 'dpv:Billing', false],
      ['the operation', ONE, ['location:paid'], undefined, true],
    ])('%s', async (_, rule, groups, word, holds) => {
      const plugins = [caller, masking(removed('$.area.center', rule)), ...(word ? [purpose(word)] : [])];
      const got = await answer({ plugins, acls: { 'c-1': groups }, upstream: json(AREA) });
      expect(got.body).toBe(holds ? MASKED : AREA);
      expect(got.reached).toBe(true);
    });

    test.each([
      ['another route', { ...GET, route: 'location_get-areas' }],
      ['a route without a name', { ...GET, route: true }],
    ])('the operation, not for %s', async (_, call) => {
      const got = await answer({ plugins: [masking(removed('$.area.center', ONE))], upstream: json(AREA) }, call);
      expect(got.body).toBe(AREA);
    });

    test.each([
      [['location:free'], MASKED],
      [['location:free', 'location:paid'], AREA],
      [[], MASKED],
    ])('members of Consumer Groups %j', async (names, expected) => {
      const consumer_groups = names.map((name) => ({ id: `id of ${name}`, name }));
      const plugins = [
        configured({
          group_source: 'consumer-groups',
          rules: [removed('$.area.center', { groups: ['location:free'] })],
        }),
      ];
      expect((await answer({ plugins, upstream: json(AREA) }, { ...GET, consumer_groups })).body).toBe(expected);
    });

    test('everybody while groups cannot be read, with all its rules', async () => {
      const plugins = [caller, masking(removed('$.area.center', FREE))];
      const acls = { 'c-1': ['location:paid'] };
      const got = await answer({ plugins, acls, acls_error: 'no database', upstream: json(AREA) });
      expect([got.status, got.body]).toEqual([200, MASKED]);
      expect(await gateway.logs()).toEqual([expect.stringMatching(/^err: .*no database$/)]);
    });

    test('a stranger, with all its rules', async () => {
      const plugins = [masking(removed('$.area.center', FREE))];
      expect((await answer({ plugins, upstream: json(AREA) })).body).toBe(MASKED);
    });
  });

  describe('the request', () => {
    const ASKING: Call = {
      ...GET,
      headers: { ...GET.headers, 'accept-encoding': 'gzip, br', range: 'bytes=0-9', accept: 'application/json' },
    };

    test('asks for the whole answer, uncompressed', async () => {
      const got = await answer({ plugins: [masking(removed('$.a'))], upstream: json(AREA) }, ASKING);
      expect(got.upstream).not.toHaveProperty('accept-encoding');
      expect(got.upstream).not.toHaveProperty('range');
      expect(got.upstream).toMatchObject({ accept: 'application/json' });
    });

    test('stays as it is where no rule holds', async () => {
      const plugins = [caller, masking(removed('$.a', { groups: ['location:free'] }))];
      const got = await answer({ plugins, acls: { 'c-1': ['location:paid'] }, upstream: json(AREA) }, ASKING);
      expect(got.upstream).toMatchObject({ 'accept-encoding': 'gzip, br', range: 'bytes=0-9' });
    });

    test.each(['websocket', 'WebSocket', 'h2c, websocket'])('may not be upgraded to %s', async (upgrade) => {
      const call = { ...GET, headers: { upgrade, connection: 'upgrade' } };
      const got = await answer({ plugins: [masking(removed('$.a')), errors], upstream: json(AREA) }, call);
      expect([got.status, JSON.parse(got.body).code, got.reached]).toEqual([400, 'INVALID_ARGUMENT', false]);
    });

    test('may offer other upgrades, which the gateway does not take', async () => {
      const call = { ...GET, headers: { upgrade: 'h2c', connection: 'upgrade' } };
      expect((await answer({ plugins: [masking(removed('$.area'))], upstream: json(AREA) }, call)).body).toBe('{}');
    });
  });

  describe('the answer', () => {
    test.each([200, 201, 404, 500])('with the status %i keeps it and its headers', async (status) => {
      const headers = { 'content-type': 'application/problem+json', 'x-own': 'a' };
      const upstream = json(AREA, { status, headers });
      const got = await answer({ plugins: [masking(removed('$.area.center')), errors], upstream });
      expect([got.status, got.body]).toEqual([status, MASKED]);
      expect(got.headers).toMatchObject({ ...headers, 'content-length': String(MASKED.length) });
    });

    test('loses the headers that tell of the body as it was', async () => {
      const headers = {
        etag: '"1"',
        'content-md5': 'Q2hlY2sgSW50ZWdyaXR5IQ==',
        digest: 'sha-256=a',
        'repr-digest': 'sha-256=:a:',
        'content-digest': 'sha-256=:a:',
        'accept-ranges': 'bytes',
        'content-encoding': 'identity',
      };
      const got = await answer({ plugins: [masking(removed('$.area'))], upstream: json(AREA, { headers }) });
      for (const name of Object.keys(headers)) expect(got.headers).not.toHaveProperty(name);
    });

    test.each([
      [204, 'GET'],
      [304, 'GET'],
      [200, 'HEAD'],
      [200, 'GET'],
    ])('without a body passes: %i of %s', async (status, method) => {
      const upstream = json('', { status, headers: { etag: '"1"', 'x-own': 'a' } });
      const got = await answer({ plugins: [masking(removed('$.a')), errors], upstream }, { ...GET, method });
      expect([got.status, got.body, got.headers.etag, got.headers['x-own']]).toEqual([status, '', undefined, 'a']);
    });

    test('of the gateway itself is not looked at', async () => {
      const plugins = [
        masking(removed('$.message')),
        { name: 'request-termination', config: { status: 403, message: 'm' }, bundled: true },
      ];
      expect(JSON.parse((await answer({ plugins })).body)).toEqual({ message: 'm' });
    });

    test('of the gateway where the upstream is away neither', async () => {
      const got = await answer({ plugins: [masking(removed('$.message'))], upstream: () => ({ away: true }) });
      expect([got.status, got.source]).toEqual([502, 'error']);
    });
  });

  describe('what cannot be read', () => {
    const UNREADABLE: readonly (readonly [string, string, ReturnType<typeof json>])[] = [
      ['compressed', 'compressed', json(AREA, { headers: { 'content-encoding': 'gzip' } })],
      ['a part', 'a part', json(AREA, { status: 206 })],
      ['too long', 'longer than 4000 bytes', json(`{"area":{"center":"${'x'.repeat(4000)}"}}`)],
      ['HTML', 'no JSON', json('<html></html>', { headers: { 'content-type': 'text/html' } })],
      ['cut off', 'no JSON', json('{"area":{"center":1}')],
      ['two documents', 'no JSON', json(`${AREA}\n${AREA}`)],
      ['two documents with a zero byte between them', 'no JSON', json(`${AREA}\0${AREA}`)],
      ['too deep', 'no JSON', json(`{"area":${'['.repeat(1001)}${']'.repeat(1001)}}`)],
      ['UTF-16', 'no JSON', json(Buffer.from(AREA, 'utf16le').toString('latin1'))],
      ['a mark before it', 'no JSON', json(`\xef\xbb\xbf${AREA}`)],
    ];

    test.each(UNREADABLE)('is a 502: %s', async (_, why, upstream) => {
      const got = await answer({ plugins: [masking(removed('$.area.center')), errors], upstream });
      expect([got.status, JSON.parse(got.body)]).toEqual([
        502,
        { status: 502, code: 'BAD_GATEWAY', message: expect.any(String) },
      ]);
      expect(got.headers).toMatchObject({
        'content-type': 'application/json',
        'content-length': String(got.body.length),
      });
      expect(got.headers).not.toHaveProperty('content-encoding');
      expect(await gateway.logs()).toEqual([expect.stringMatching(`err: .*held back: .*${why}`)]);
    });

    test.each(UNREADABLE)('passes where the policy says so: %s', async (_, why, upstream) => {
      const got = await answer({ plugins: [configured({ unreadable: 'pass' })], upstream });
      expect([got.status, got.body]).toEqual([upstream().status, upstream().body]);
      expect(got.headers).toMatchObject(upstream().headers);
      expect(await gateway.logs()).toEqual([expect.stringMatching(`err: .*passed: .*${why}`)]);
    });

    test.each([
      [401, 'UNAUTHENTICATED'],
      [404, 'NOT_FOUND'],
      [503, 'UNAVAILABLE'],
    ])('keeps the status of an error, not its body: %i', async (status, code) => {
      const upstream = json('<h1>at line 1</h1>', { status, headers: { 'content-type': 'text/html', etag: '"1"' } });
      for (const more of [[], [errors]]) {
        const got = await answer({ plugins: [masking(removed('$.a')), ...more], upstream });
        expect([got.status, JSON.parse(got.body)]).toMatchObject([status, { status, code }]);
        expect(got.headers).toMatchObject({ 'content-type': 'application/json' });
        expect(got.headers).not.toHaveProperty('etag');
      }
    });

    test('may be as long as the policy says', async () => {
      const text = `{"a":"${'x'.repeat(3992)}"}`;
      expect(text).toHaveLength(4000);
      expect(await body(text, removed('$.a'))).toBe('{}');
    });
  });

  describe('a config', () => {
    const checked = (config: JsonObject) => gateway.run('check_config', { plugin: 'partner-masking', config });

    test.each([
      ['of a rule that shortens', { ...CONFIG, rules: [truncated('$.a[*][0].b-c', 1000)] }],
      ['of Consumer Groups', { ...CONFIG, group_source: 'consumer-groups', unreadable: 'pass' }],
    ])('%s is accepted', async (_, config) => {
      expect(await checked(config)).toEqual({ config: expect.any(Object) });
    });

    test.each([
      ['without rules', { ...CONFIG, rules: [] }],
      ['without groups', { ...CONFIG, groups: [] }],
      ['with a word that is unknown', { ...CONFIG, unreadable: 'ignore' }],
      ['with a setting that is unknown', { ...CONFIG, depth: 1 }],
      [
        'with a rule that shortens to nobody knows what',
        { ...CONFIG, rules: [removed('$.a', { action: 'truncate' })] },
      ],
      ['with a rule that removes and keeps', { ...CONFIG, rules: [removed('$.a', { keep: 1 })] }],
      ['with a path that is none', { ...CONFIG, rules: [removed('a')] }],
      ['with a path into the depth', { ...CONFIG, rules: [removed('$..a b')] }],
    ])('%s is refused', async (_, config) => {
      expect(await checked(config)).toEqual({ errors: expect.anything() });
    });
  });
});

const PARTS = ['.a', '.b', '.c', '[*]', '[0]', '[1]'];

function randomValue(random: (count: number) => number, depth: number): unknown {
  const kind = random(depth > 0 ? 6 : 4);
  if (kind === 0) return random(1000) / 8;
  if (kind === 1) return ['x"y', '}]', '\\', '', '{"a":1', ','][random(6)];
  if (kind === 2) return [true, false, null][random(3)];
  if (kind === 3) return random(2) === 0 ? [] : {};
  const inner = Array.from({ length: 1 + random(3) }, () => randomValue(random, depth - 1));
  return kind === 4 ? inner : Object.fromEntries(inner.map((value, i) => [['a', 'b', 'c'][i], value]));
}

/** A copy without what the path leads to. */
function without(value: unknown, [part, ...rest]: readonly string[]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const list = Array.isArray(value);
  const kept = Object.entries(value).flatMap(([key, inner]) => {
    const fits = part === '*' || (part === key && /\d/.test(key) === list);
    if (!fits) return [[key, inner]];
    return rest.length === 0 ? [] : [[key, without(inner, rest)]];
  });
  return list ? kept.map(([, inner]) => inner) : Object.fromEntries(kept);
}
