import { validateProvider, validateResource } from '../../provider-kong/facts/validate-resource';

const reference = `\${kong-gateway_consumer.acme-bank_checkout.id}`;
const acl = { consumer_id: 'c', group: 'sim-swap:paid' };
const customPlugin = { name: 'partner-token', config: { issuer: 'https://idp.example' } };

describe('accepts', () => {
  test.each<[what: string, type: string, attributes: object]>([
    ['only the required attributes', 'kong-gateway_acl', acl],
    ['a reference for a string', 'kong-gateway_acl', { ...acl, consumer_id: reference }],
    ['a reference for a number', 'kong-gateway_service', { host: 'up.example', port: `\${var.port}` }],
    ['a reference for a boolean', 'kong-gateway_service', { host: 'up.example', enabled: `\${var.enabled}` }],
    ['a list of strings', 'kong-gateway_consumer', { username: 'acme', tags: ['a', reference] }],
    [
      'a nested object',
      'kong-gateway_plugin_acl',
      { config: { allow: ['sim-swap:paid'] }, service: { id: reference } },
    ],
    ['a map of strings', 'kong-gateway_plugin_http_log', { config: { http_endpoint: 'h', headers: { 'x-a': 'b' } } }],
    ['a map of lists', 'kong-gateway_route', { headers: { 'x-tenant': ['acme', 'globex'] } }],
    ['lists of objects', 'kong-gateway_route', { sources: [{ ip: '192.0.2.1' }, { port: 8443 }] }],
    ['null, which is Terraform’s "not set"', 'kong-gateway_service', { host: 'up.example', path: null }],
    ['an attribute that is undefined', 'kong-gateway_service', { host: 'up.example', path: undefined }],
    [
      'plain data in a dynamic attribute',
      'kong-gateway_custom_plugin',
      { name: 'x', config: { a: [1, { b: null }], c: true } },
    ],
    [
      'what Terraform itself reads in every block',
      'kong-gateway_acl',
      {
        ...acl,
        '//': { note: 'x' },
        depends_on: ['a.b'],
        lifecycle: { create_before_destroy: true },
        provider: 'kong-gateway',
      },
    ],
  ])('%s', (_what, type, attributes) => {
    expect(validateResource(type, attributes)).toEqual([]);
  });
});

describe('rejects', () => {
  test.each<[what: string, type: string, attributes: unknown, path: string, message: string | RegExp]>([
    [
      'a type that is not bound',
      'kong-gateway_key_auth',
      {},
      '',
      /^unknown resource type 'kong-gateway_key_auth'; known are: kong-gateway_acl, /,
    ],
    ['a type named like a method of objects', 'toString', {}, '', /^unknown resource type 'toString'/],
    ['a block that is a list', 'kong-gateway_acl', [acl], '', 'expected an object, found a list'],
    ['no block', 'kong-gateway_acl', undefined, '', 'expected an object, found nothing'],
    [
      'a missing attribute',
      'kong-gateway_acl',
      { group: 'g' },
      'consumer_id',
      'required attribute is missing; add it with a value of type string',
    ],
    [
      'null for a required attribute',
      'kong-gateway_acl',
      { ...acl, group: null },
      'group',
      /^required attribute is missing/,
    ],
    [
      'an unknown attribute',
      'kong-gateway_acl',
      { ...acl, grup: 'g' },
      'grup',
      /^unknown attribute 'grup'; known are: consumer_id, .*workspace$/,
    ],
    [
      'a name in the bindings’ spelling',
      'kong-gateway_acl',
      { ...acl, createdAt: 1 },
      'createdAt',
      "unknown attribute 'createdAt'; write 'created_at'",
    ],
    [
      'an attribute named like a method of objects',
      'kong-gateway_acl',
      { ...acl, toString: 'x' },
      'toString',
      /^unknown attribute 'toString'/,
    ],
    [
      'an attribute that only the provider sets',
      'kong-gateway_custom_plugin',
      { ...customPlugin, id: 'x' },
      'id',
      'only the provider sets this attribute; remove it',
    ],
    ['a number for a string', 'kong-gateway_acl', { ...acl, group: 5 }, 'group', 'expected a string, found a number'],
    [
      'digits in a string for a number',
      'kong-gateway_service',
      { host: 'h', port: '80' },
      'port',
      'expected a number, found a string',
    ],
    [
      'a reference inside other text for a number',
      'kong-gateway_service',
      { host: 'h', port: `8\${var.port}` },
      'port',
      /^expected a number/,
    ],
    [
      'an escaped reference for a number',
      'kong-gateway_service',
      { host: 'h', port: `$\${var.port}` },
      'port',
      /^expected a number/,
    ],
    [
      'a number that JSON cannot write',
      'kong-gateway_service',
      { host: 'h', port: Number.NaN },
      'port',
      'expected a number, found NaN',
    ],
    [
      'text for a truth value',
      'kong-gateway_service',
      { host: 'h', enabled: 'true' },
      'enabled',
      'expected true or false, found a string',
    ],
    ['one string for a list', 'kong-gateway_consumer', { tags: 'a' }, 'tags', 'expected list(string), found a string'],
    ['a reference for a list', 'kong-gateway_consumer', { tags: reference }, 'tags', /^expected list\(string\)/],
    [
      'a wrong item in a list',
      'kong-gateway_consumer',
      { tags: ['a', 7] },
      'tags[1]',
      'expected a string, found a number',
    ],
    ['null in a list', 'kong-gateway_consumer', { tags: [null] }, 'tags[0]', 'expected a string, found null'],
    [
      'a list for a map',
      'kong-gateway_route',
      { headers: ['a'] },
      'headers',
      'expected map(list(string)), found a list',
    ],
    [
      'a wrong value in a map',
      'kong-gateway_route',
      { headers: { 'x tenant': ['a', 1] } },
      'headers["x tenant"][1]',
      'expected a string, found a number',
    ],
    [
      'a string for a nested object',
      'kong-gateway_plugin_acl',
      { service: reference },
      'service',
      'expected an object, found a string',
    ],
    [
      'an unknown attribute of a nested object',
      'kong-gateway_plugin_acl',
      { service: { name: 'x' } },
      'service.name',
      "unknown attribute 'name'; known are: id",
    ],
    [
      'a wrong type deep inside',
      'kong-gateway_plugin_acl',
      { config: { allow: [1] } },
      'config.allow[0]',
      'expected a string, found a number',
    ],
    [
      'one object for a list of objects',
      'kong-gateway_route',
      { sources: { ip: 'x' } },
      'sources',
      'expected a list of objects, found an object',
    ],
    [
      'a string in a list of objects',
      'kong-gateway_route',
      { sources: ['x'] },
      'sources[0]',
      'expected an object, found a string',
    ],
    [
      'a wrong type in a list of objects',
      'kong-gateway_route',
      { sources: [{}, { port: 'x' }] },
      'sources[1].port',
      'expected a number, found a string',
    ],
    [
      'a function in plain data',
      'kong-gateway_custom_plugin',
      { name: 'x', config: { a: [() => 1] } },
      'config.a[0]',
      'expected plain data, found a function',
    ],
    [
      'a list with a hole in plain data',
      'kong-gateway_custom_plugin',
      { name: 'x', config: [undefined] },
      'config[0]',
      'expected plain data, found nothing',
    ],
    [
      'a missing attribute of a required object',
      'kong-gateway_plugin_exit_transformer',
      { service: { id: 's' } },
      'config',
      /^required attribute is missing/,
    ],
  ])('%s', (_what, type, attributes, path, message) => {
    expect(validateResource(type, attributes)).toEqual([
      { path, message: typeof message === 'string' ? message : expect.stringMatching(message) },
    ]);
  });

  test('data that contains itself', () => {
    const config: Record<string, unknown> = {};
    config.again = { config };
    expect(validateResource('kong-gateway_custom_plugin', { name: 'x', config })).toEqual([
      { path: 'config.again.config', message: 'contains itself; write plain data' },
    ]);
  });

  test('several attributes, with all problems', () => {
    expect(
      validateResource('kong-gateway_service', { port: 'x', tags: [1, 2], nope: 1 }).map(({ path }) => path),
    ).toEqual(['nope', 'host', 'port', 'tags[0]', 'tags[1]']);
  });
});

test('validateProvider validates the configuration of the provider', () => {
  expect(
    validateProvider({ server_url: `\${var.kong_admin_url}`, admin_token: `\${var.kong_admin_token}`, alias: 'a' }),
  ).toEqual([]);
  expect(validateProvider({ server_url: 1, http_headers: { a: 2 }, url: 'x' })).toEqual([
    { path: 'url', message: expect.stringMatching(/^unknown attribute 'url'; known are: admin_token, /) },
    { path: 'http_headers.a', message: 'expected a string, found a number' },
    { path: 'server_url', message: 'expected a string, found a number' },
  ]);
});

test('messages do not contain values, which could be secrets', () => {
  const secret = 'hunter2-hunter2';
  const problems = [
    ...validateResource('kong-gateway_service', { host: { secret }, port: secret, tags: secret, enabled: [secret] }),
    ...validateProvider({ admin_token: [secret], http_headers: secret }),
  ];
  expect(problems).toHaveLength(6);
  expect(JSON.stringify(problems)).not.toContain(secret);
});
