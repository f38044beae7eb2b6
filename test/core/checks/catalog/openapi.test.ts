import { loadFiles } from '../../../support/catalog';
import { checkCatalog } from '../../../support/checks';
import { AS_OF, PROGRAMME } from './programme';
import { findings } from './table';

const API = 'number-verification.yaml';
const SPEC = 'number-verification.openapi.yaml';
const SECURITY = '      security: [{ openId: [number-verification:verify] }]\n';
const GET = `      operationId: getSession\n${SECURITY}`;
const HEAD = 'info: { title: Number Verification, version: 1.0.0 }\n';

describe('operations of an OpenAPI file:', () =>
  findings([
    [
      'a misspelt key of an exposed operation',
      ['error invalid-operation'],
      "'securty' is not a key of an operation in OpenAPI; did you mean 'security'?",
      [[SPEC, GET, GET.replace('security', '«securty')]],
    ],
    [
      'a misspelt key of a hidden operation',
      [],
      '',
      [
        [SPEC, GET, GET.replace('security', 'securty')],
        [API, 'lifecycle: published', 'routes: [{ operation: getSession, exposed: false }]\nlifecycle: published'],
      ],
    ],
    [
      'an operation that requires no scope',
      ['error operation-without-scopes'],
      "operation 'getSession' of api 'number-verification' requires no scope, so every subscriber may call it; if that is intended, write `routes: [{ operation: getSession, scopes: none }]`, or `scopes: none` for all of them; otherwise `routes: [{ operation: getSession, scopes: [...] }]`, or `security` in the OpenAPI file",
      [
        [SPEC, GET, '      operationId: getSession\n'],
        [API, 'openapi: ./number', 'openapi: «./number'],
      ],
    ],
    [
      'an operation with `scopes: none`',
      [],
      '',
      [
        [SPEC, GET, '      operationId: getSession\n'],
        [API, 'lifecycle: published', 'routes: [{ operation: getSession, scopes: none }]\nlifecycle: published'],
      ],
    ],
    [
      'an operation whose scopes its document removes',
      ['error scopes-weakened'],
      "operation 'getSession' of api 'number-verification' has `scopes: none`, but its OpenAPI file requires number-verification:verify; remove `scopes: none`, or change `security` of the operation in the",
      [[API, 'lifecycle: published', 'routes: [{ operation: getSession, scopes: «none }]\nlifecycle: published']],
    ],
  ]));

describe('scopes of a subscription:', () =>
  findings([
    [
      'a subscription without scopes if every operation needs one',
      ['error subscription-without-scopes'],
      'add `scopes: [...]`; scopes are: number-verification:verify',
      [
        ['acme-bank.yaml', '- api: number-verification', '- «api: number-verification'],
        ['acme-bank.yaml', '        scopes: [number-verification:verify]\n', ''],
      ],
    ],
    [
      'a subscription without scopes if an operation needs none',
      [],
      '',
      [
        ['acme-bank.yaml', '        scopes: [number-verification:verify]\n', ''],
        [SPEC, GET, '      operationId: getSession\n'],
        [API, 'lifecycle: published', 'scopes: none\nlifecycle: published'],
      ],
    ],
    [
      'a scope that the Api document assigns',
      [],
      '',
      [
        ['acme-bank.yaml', '[number-verification:verify]', '[number-verification:verify, sessions:read]'],
        [SPEC, GET, '      operationId: getSession\n'],
        [API, 'lifecycle: published', 'scopes: [sessions:read]\nlifecycle: published'],
      ],
    ],
  ]));

describe('servers of an OpenAPI file:', () =>
  findings([
    [
      'the base path',
      [],
      '',
      [[SPEC, HEAD, `${HEAD}servers: [{ url: 'https://x.example/number-verification/v1/' }]\n`]],
    ],
    [
      'a base path behind a path of the upstream',
      [],
      '',
      [[SPEC, HEAD, `${HEAD}servers: [{ url: '{root}/number-verification/v1' }]\n`]],
    ],
    ['no path', [], '', [[SPEC, HEAD, `${HEAD}servers: [{ url: 'https://x.example' }]\n`]]],
    ['a variable in the path', [], '', [[SPEC, HEAD, `${HEAD}servers: [{ url: 'https://x.example/{version}' }]\n`]]],
    [
      'another path',
      ['warning server-path-mismatch'],
      "`servers` have the path '/number-verification/v2', but the gateway sends calls of api 'number-verification' to its basePath '/number-verification/v1'; write `basePath: /number-verification/v2` if the",
      [
        [
          SPEC,
          HEAD,
          `${HEAD}servers: [{ url: «'https://{host}/number-verification/v2', variables: { host: { default: x } } }]\n`,
        ],
      ],
    ],
    [
      'a path that is invalid as a base path',
      ['warning server-path-mismatch'],
      "`servers` have the path '/a%20b', but the gateway sends calls of api 'number-verification' to its basePath '/number-verification/v1'; correct `servers`",
      [[SPEC, HEAD, `${HEAD}servers: [{ url: «'https://x.example/a b' }]\n`]],
    ],
    [
      'servers of one operation',
      ['warning server-path-mismatch'],
      "operation 'getSession' of api 'number-verification' has servers with the path '/other'",
      [[SPEC, GET, `${GET}      servers: [{ url: «'https://x.example/other' }]\n`]],
    ],
    [
      'servers of an operation without a path if the file has no path',
      [],
      '',
      [[SPEC, GET, `${GET}      servers: [{ url: 'https://x.example' }]\n`]],
    ],
    [
      'servers of an operation without a path if the file has a path',
      ['warning server-path-mismatch'],
      "operation 'getSession' of api 'number-verification' has servers with the path '/'",
      [
        [SPEC, GET, `${GET}      servers: [{ url: «'https://x.example' }]\n`],
        [SPEC, HEAD, `${HEAD}servers: [{ url: 'https://x.example/number-verification/v1' }]\n`],
      ],
    ],
    [
      'servers of a path item',
      ['warning server-path-mismatch'],
      "operation 'getSession' of api 'number-verification' has servers",
      [[SPEC, '/sessions/{sessionId}:\n', '/sessions/{sessionId}:\n    servers: [{ url: «/other }]\n']],
    ],
  ]));

describe('an OpenAPI file:', () =>
  findings([
    [
      'a file that no Api uses',
      ['warning unused-openapi-file'],
      'no Api refers to this OpenAPI file, so nothing in it reaches a gateway; name it in an Api (`openapi: ./other.yaml`), or delete it',
      [['other.yaml', '', '«openapi: 3.1.0\ninfo: { title: O, version: 1.0.0 }\npaths: {}\n']],
    ],
    [
      'a JSON file that no Api uses',
      ['warning unused-openapi-file'],
      'no Api refers',
      [['other.json', '', '{ «"openapi": "3.1.0", "info": {}, "paths": {} }']],
    ],
    [
      'a file that another file uses',
      [],
      '',
      [
        ['parts/other.yaml', '', 'openapi: 3.1.0\ninfo: { title: O, version: 1.0.0 }\npaths: {}\n'],
        ['parts/schemas.yaml', '', '200: { $ref: other.yaml }\n'],
        [SPEC, HEAD, `${HEAD}x-used: { $ref: 'parts/schemas.yaml#/Pet' }\n`],
      ],
    ],
  ]));

test("rejects an API with more operations than the gateway's plugins take", () => {
  const paths = Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`/p${at}`, { get: {} }]));
  const definition = { openapi: '3.1.0', info: { title: 'N', version: '1.0.0' }, paths };
  const { catalog } = loadFiles({
    'api.yaml': `${PROGRAMME[API]}scopes: none\n`.replace('number-verification.openapi.yaml', 'large.json'),
    'large.json': JSON.stringify(definition),
  });
  const found = checkCatalog(catalog, AS_OF).filter(({ code }) => code === 'too-many-operations');
  expect(found.map(({ severity, message }) => `${severity} ${message}`)).toEqual([
    "error api 'number-verification' exposes 10001 operations; the gateway takes at most 10000 for one API",
  ]);
});
