import { withSeverity } from '../../../../core/checks/with-severity';
import { consentPlugins, servedOperations } from '../../../../policies';
import { type Files, loadFiles } from '../../../support/catalog';
import { checkCatalog } from '../../../support/checks';
import { HEAD, petsApi } from './pets';

const CODES = new Set<string>([
  'invalid-operation',
  'unknown-openapi-key',
  'unknown-security-scheme',
  'operation-without-scopes',
  'scopes-weakened',
]);

/** What is found about the operations of an API, and what the gateway would ask for each. */
function read(openapi: string, api = '', more: Files = {}) {
  const { catalog, findings } = loadFiles({ 'api.yaml': petsApi() + api, 'openapi.yaml': HEAD + openapi, ...more });
  const found = [
    ...withSeverity(findings),
    ...checkCatalog(catalog, '2026-11-30').filter(({ code }) => CODES.has(code)),
  ];
  const entry = catalog.apis.get('pets');
  return {
    errors: found.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code} ${message}`),
    found,
    scopes: entry && Object.fromEntries(servedOperations(entry).map(({ id, scopes }) => [id, scopes])),
    entry,
  };
}

describe('input that is only partly understood is an error, and allows no calls', () => {
  test.each([
    [
      'an operation behind a $ref in this file',
      "paths: { /a: { get: { $ref: '#/x-ops/a' } } }\nx-ops: { a: { security: [{ o: [s] }] } }",
      "'$ref' is not a key of an operation",
    ],
    [
      'an operation behind a $ref to another file',
      'paths: { /a: { get: { $ref: ./other.yaml } } }',
      "'$ref' is not a key of an operation",
    ],
    [
      'a misspelt security',
      'security: [{ o: [weak] }]\npaths: { /a: { get: { securty: [{ o: [strong] }] } } }',
      "'securty' is not a key of an operation",
    ],
    [
      'security in another case',
      'security: [{ o: [weak] }]\npaths: { /a: { get: { Security: [{ o: [strong] }] } } }',
      "'Security' is not a key of an operation",
    ],
    [
      'another word for security',
      'security: [{ o: [weak] }]\npaths: { /a: { get: { securityRequirements: [{ o: [strong] }] } } }',
      "'securityRequirements' is not a key",
    ],
    [
      'scopes next to the operation',
      'security: [{ o: [weak] }]\npaths: { /a: { get: { scopes: [strong] } } }',
      "'scopes' is not a key of an operation",
    ],
    [
      'security of a path item',
      'paths: { /a: { security: [{ o: [s] }], get: {} } }',
      "'security' is not a key of a path item",
    ],
    [
      'a method in upper case',
      'paths: { /a: { Post: { security: [{ o: [s] }] } } }',
      "'Post' is not a key of a path item",
    ],
    [
      'a method that OpenAPI does not have',
      'paths: { /a: { link: { security: [{ o: [s] }] } } }',
      "'link' is not a key of a path item",
    ],
    [
      'an operation on both sides of a $ref',
      "paths: { /a: { $ref: '#/components/pathItems/a', get: {} } }\ncomponents: { pathItems: { a: { get: { security: [{ o: [s] }] } } } }",
      "GET of path '/a' is defined twice",
    ],
    [
      'a misspelt security of the whole file',
      'securty: [{ o: [s] }]\npaths: { /a: { get: {} } }',
      "'securty' is not a key of an API definition",
    ],
    ['security that is not a list', 'paths: { /a: { get: { security: { o: [s] } } } }', "'security' is not a list"],
    [
      'security without a value',
      'security: [{ o: [s] }]\npaths: { /a: { get: { security: } } }',
      "'security' is not a list",
    ],
    ['a requirement that is a name', 'paths: { /a: { get: { security: [o] } } }', 'security requirement is not a map'],
    ['scopes that are not a list', 'paths: { /a: { get: { security: [{ o: s }] } } }', "scopes of 'o' are not a list"],
    [
      'a requirement behind a $ref',
      "paths: { /a: { get: { security: [{ $ref: '#/x' }] } } }",
      "scopes of '$ref' are not a list",
    ],
    ['a scope with a space', 'paths: { /a: { get: { security: [{ o: [a b] }] } } }', 'not an OAuth 2.0 scope'],
    ['a scope that is a map', 'paths: { /a: { get: { security: [{ o: [{ s: x }] }] } } }', 'not an OAuth 2.0 scope'],
    [
      'too many alternatives',
      `paths: { /a: { get: { security: [${Array.from({ length: 101 }, (_, at) => `{ o: [s${at}] }`).join(', ')}] } } }`,
      'has 101 alternatives; at most 100',
    ],
    ['an operation that is empty', 'paths: { /a: { get: } }', "GET of path '/a' is not a map"],
    [
      'a key that is not a path',
      'paths: { get: { security: [{ o: [s] }] } }',
      "path 'get' does not start with a slash",
    ],
    [
      'a merge key in quotes',
      "x-s: &s { security: [{ o: [strong] }] }\nsecurity: [{ o: [weak] }]\npaths: { /a: { get: { '<<': *s } } }",
      "'<<' is not a key of an operation",
    ],
    [
      'an operation that is put together',
      "security: [{ o: [weak] }]\npaths: { /a: { get: { allOf: [{ $ref: '#/x-s' }] } } }",
      "'allOf' is not a key of an operation",
    ],
    [
      'letters that look like others',
      'security: [{ o: [weak] }]\npaths: { /a: { get: { ѕесυrіtу: [{ o: [strong] }] } } }',
      'is not a key of an operation',
    ],
    [
      'letters that look like others, for the whole file',
      'ѕесυrіtу: [{ o: [strong] }]\npaths: { /a: { get: {} } }',
      'is not a key of an API definition',
    ],
    [
      'permissions next to the operation',
      'security: [{ o: [weak] }]\npaths: { /a: { get: { permissions: [strong] } } }',
      "'permissions' is not a key of an operation",
    ],
    [
      'roles next to the operation',
      'security: [{ o: [weak] }]\npaths: { /a: { get: { x-roles: [other], allowedRoles: [strong] } } }',
      "'allowedRoles' is not a key of an operation",
    ],
    [
      'security that is indented below responses',
      'security: [{ o: [weak] }]\npaths: { /a: { get: { responses: { 200: {}, security: [{ o: [strong] }] } } } }',
      "'security' has no effect in 'responses'",
    ],
    [
      'security that is indented below a response',
      'security: [{ o: [weak] }]\npaths: { /a: { get: { responses: { 200: { security: [{ o: [strong] }] } } } } }',
      "'security' has no effect in a response",
    ],
    [
      'security that is indented below a parameter',
      'security: [{ o: [weak] }]\npaths: { /a: { get: { parameters: [{ name: x, in: query, security: [{ o: [strong] }] }] } } }',
      "'security' has no effect in a parameter",
    ],
    [
      'security that is indented below a server of a path item',
      'security: [{ o: [weak] }]\npaths: { /a: { servers: [{ url: /, security: [{ o: [strong] }] }], get: {} } }',
      "'security' has no effect in a server",
    ],
    [
      'security of the file below components',
      'components: { security: [{ o: [strong] }] }\npaths: { /a: { get: {} } }',
      "'security' has no effect in 'components'",
    ],
    ['paths in another file', 'paths: { $ref: ./paths.yaml }', "'$ref' cannot stand for all paths"],
  ])('%s', (_, openapi, message) => {
    const { errors, scopes, entry } = read(`${openapi}\n`, 'scopes: none\n');
    expect(errors).toEqual([expect.stringMatching(/^(invalid-operation|invalid-openapi-file) /)]);
    expect(errors[0]).toContain(message);
    // Where the API is in the catalog at all, its operation has no scopes with which it could be called.
    for (const needed of Object.values(scopes ?? {})) expect(needed).toEqual([]);
    if (entry && Object.keys(scopes ?? {}).length > 0) expect(() => pluginsOf(entry)).toThrow('run the check first');
  });
});

test('an operation of another OpenAPI file needs its own `security` if the files differ', () => {
  const root = "security: [{ o: [weak] }]\npaths: { /a: { $ref: './other.yaml#/paths/~1a' } }\n";
  const other = (security: string, own = '') =>
    read(root, '', { 'other.yaml': `${HEAD}security: [{ o: [${security}] }]\npaths: { /a: { get: {${own}} } }\n` });
  expect(other('strong').errors).toEqual([expect.stringContaining("operation has no 'security'")]);
  expect(other('strong').scopes).toEqual({ 'GET /a': [] });
  expect(other('weak').errors).toEqual([]);
  expect(other('strong', ' security: [{ o: [own] }] ').scopes).toEqual({ 'GET /a': [['own']] });
});

test('reports an error after any number of warnings', () => {
  const odd = Array.from({ length: 120 }, (_, at) => `  /w${at}: { foo${at}: 1, get: {} }\n`).join('');
  const { errors, entry } = read(
    `security: [{ o: [weak] }]\npaths:\n${odd}  /z: { security: [{ o: [strong] }], get: {} }\n`,
  );
  expect(errors).toEqual(["invalid-openapi-file 'security' is not a key of a path item in OpenAPI"]);
  expect(entry).toBeUndefined();
});

test.each([
  ['a key that is written twice', 'get: { security: [{ o: [weak] }], security: [{ o: [strong] }] }', 'duplicate-key'],
  ['a merge key', 'get: { <<: { security: [{ o: [strong] }] } }', 'yaml-merge'],
  ['a key that is not a word', 'get: { ? [security] : [{ o: [strong] }] }', 'yaml-key'],
  ["a key '__proto__'", 'get: { __proto__: { security: [{ o: [strong] }] } }', 'yaml-key'],
])('%s is an error even after many response codes without quotes', (_, operation, code) => {
  const paths = Array.from({ length: 30 }, (_, at) => `  /w${at}: { get: { responses: { 200: {} } } }\n`).join('');
  const { found, entry } = read(`security: [{ o: [weak] }]\npaths:\n${paths}  /z: { ${operation} }\n`);
  expect(found.map((one) => one.code)).toEqual([code]);
  expect(entry).toBeUndefined();
});

function pluginsOf(entry: NonNullable<ReturnType<typeof read>['entry']>) {
  return consentPlugins({
    api: entry.value,
    operations: servedOperations(entry),
    token: { kind: 'TokenPolicy', name: 'idp', title: 'IdP', signedBy: 'idp', environments: {} } as never,
    environment: { name: 'sandbox', gateway: { edition: 'oss', version: '3.9' } },
  });
}

describe('an operation for which the file requires no scope is an error', () => {
  test.each([
    ['no security at all', 'paths: { /a: { get: {} } }'],
    ['an empty list', 'security: [{ o: [s] }]\npaths: { /a: { get: { security: [] } } }'],
    ['only an empty alternative', 'paths: { /a: { get: { security: [{}] } } }'],
    [
      'an API key',
      'paths: { /a: { get: { security: [{ key: [] }] } } }\ncomponents: { securitySchemes: { key: { type: apiKey, name: k, in: header } } }',
    ],
    ['OAuth 2.0 without scopes', 'paths: { /a: { get: { security: [{ o: [] }] } } }'],
    [
      'OpenID Connect, HTTP and mutual TLS without scopes',
      'security: [{ oidc: [], mtls: [] }, { basic: [] }]\npaths: { /a: { get: {} } }',
    ],
  ])('%s', (_, openapi) => {
    const { errors, scopes, entry } = read(`${openapi}\n`);
    expect(errors).toEqual([
      "operation-without-scopes operation 'GET /a' of api 'pets' requires no scope, so every subscriber may call it",
    ]);
    expect(scopes).toEqual({ 'GET /a': [] });
    expect(() => entry && pluginsOf(entry)).toThrow("operation 'GET /a' of api 'pets' requires no scopes");
  });

  test.each([
    ['the API says that it is meant', 'scopes: none\n', 'none'],
    ['its route says that it is meant', 'routes: [{ operation: GET /a, scopes: none }]\n', 'none'],
    ['the API has scopes for it', 'scopes: [b, a]\n', [['a', 'b']]],
    ['its route has scopes for it', 'routes: [{ operation: GET /a, scopes: [x] }]\nscopes: none\n', [['x']]],
    ['it is hidden', 'routes: [{ operation: GET /a, exposed: false }]\n', undefined],
  ])('unless %s', (_, api, scopes) => {
    const result = read('paths: { /a: { get: {} } }\n', api);
    expect(result.errors).toEqual([]);
    expect(result.scopes).toEqual(scopes === undefined ? {} : { 'GET /a': scopes });
  });

  test('one finding for all of an API, with the first five named', () => {
    const paths = Array.from({ length: 7 }, (_, at) => `/${at}: { get: {} }`).join(', ');
    expect(read(`paths: { ${paths} }\n`).errors).toEqual([
      "operation-without-scopes operations 'GET /0', 'GET /1', 'GET /2', 'GET /3', 'GET /4' and 2 more of api 'pets' require no scope, so every subscriber may call them",
    ]);
  });
});

describe('the document cannot remove requirements of the file', () => {
  const openapi = 'paths: { /a: { get: { operationId: a, security: [{ o: [s] }, { o: [t] }] } } }\n';

  test.each([
    ['`scopes: none` of the API is for the others', 'scopes: none\n', [['s'], ['t']]],
    ['scopes of the API are for the others', 'scopes: [x]\n', [['s'], ['t']]],
    [
      'scopes of its route are needed in addition',
      'routes: [{ operation: a, scopes: [x, s] }]\n',
      [
        ['s', 'x'],
        ['s', 't', 'x'],
      ],
    ],
  ])('%s', (_, api, scopes) => {
    const result = read(openapi, api);
    expect(result.errors).toEqual([]);
    expect(result.scopes).toEqual({ a: scopes });
  });

  test('`scopes: none` of its route is an error, and has no effect', () => {
    const { errors, scopes } = read(openapi, 'routes: [{ operation: a, scopes: none }]\n');
    expect(errors).toEqual([
      "scopes-weakened operation 'a' of api 'pets' has `scopes: none`, but its OpenAPI file requires s, or t",
    ]);
    expect(scopes).toEqual({ a: [['s'], ['t']] });
  });

  test('an alternative without scopes applies only if the document chooses it', () => {
    const optional = 'paths: { /a: { get: { operationId: a, security: [{ o: [s] }, {}] } } }\n';
    expect(read(optional)).toMatchObject({ errors: [], scopes: { a: [['s']] } });
    expect(read(optional, 'scopes: none\n')).toMatchObject({ errors: [], scopes: { a: [['s']] } });
    expect(read(optional, 'routes: [{ operation: a, scopes: none }]\n')).toMatchObject({
      errors: [],
      scopes: { a: 'none' },
    });
  });
});

test('keys that decide nothing are warnings, one for all places in which a file has them', () => {
  const { found, scopes } = read(
    'security: [{ o: [s] }]\npaths: { /a: { get: { produces: [x] }, put: { produces: [x] } }, /b: { note: x, get: { x-mine: 1 } } }\n',
  );
  expect(found.map(({ severity, message }) => `${severity} ${message}`)).toEqual([
    "warning 'note' is not a key of a path item in OpenAPI",
    "warning 'produces' is not a key of an operation in OpenAPI, here and in 1 more places",
  ]);
  expect(scopes).toEqual({ 'GET /a': [['s']], 'GET /b': [['s']], 'PUT /a': [['s']] });
});

test('a path item has the operations next to its $ref and those of its target', () => {
  const { errors, scopes } = read(
    "paths: { /a: { $ref: '#/components/pathItems/a', put: { security: [{ o: [p] }] } } }\ncomponents: { pathItems: { a: { get: { security: [{ o: [g] }] } } } }\n",
  );
  expect(errors).toEqual([]);
  expect(scopes).toEqual({ 'GET /a': [['g']], 'PUT /a': [['p']] });
});

test('OpenAPI 3.2 has `query` and operations of other methods', () => {
  const { errors, scopes } = read(
    'paths: { /a: { query: { security: [{ o: [q] }] }, additionalOperations: { COPY: { security: [{ o: [c] }] } } } }\n'.replace(
      '3.1',
      '3.2',
    ),
  );
  expect(errors).toEqual([]);
  expect(scopes).toEqual({ 'COPY /a': [['c']], 'QUERY /a': [['q']] });
});
