import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { loadCatalog } from '../../../../core/load';
import { MAX_DOCUMENT_BYTES, MAX_OPENAPI_BYTES } from '../../../../core/load/yaml/bounds';
import type { OpenApiDefinition } from '../../../../core/model';
import { brief, loadFiles, OPENAPI } from '../../../support/catalog';
import { checkCatalog } from '../../../support/checks';

const API = (name: string, openapi: string) => `kind: Api
name: ${name}
title: SIM Swap
domain: identity
owner: identity-apis
version: 2.1.0
basePath: /${name}/v2
openapi: ${openapi}
lifecycle: published
criticality: high
personalData: true
visibility: public
tiers: [paid]
upstreams: { sandbox: { url: https://sim-swap.internal } }
policies: { token: operator-idp, errors: camara-errors }
`;

/** Codes of problems of exposed operations. */
const OPERATION_CODES = new Set<string>(['invalid-operation', 'unknown-openapi-key', 'unknown-security-scheme']);

/** Loads an API with a definition, and gives it with everything that is said about OpenAPI. */
function define(text: string, file = 'openapi.yaml', more: Readonly<Record<string, string>> = {}) {
  const { catalog, findings } = loadFiles({ 'api.yaml': API('sim-swap', `./${file}`), [file]: text, ...more });
  const found = [...findings, ...checkCatalog(catalog, '2026-11-30').filter(({ code }) => OPERATION_CODES.has(code))];
  const definition = catalog.apis.get('sim-swap')?.definition;
  return { definition, found, findings: brief(found) };
}

const HEAD = `openapi: 3.0.3
info: { title: T, version: 1.0.0 }
`;

test('a definition is what an operator needs of it', () => {
  expect(define(OPENAPI)).toMatchObject({
    findings: [],
    definition: {
      file: 'catalog/openapi.yaml',
      title: 'SIM Swap',
      version: '2.1.0',
      paths: ['/check'],
      operations: [{ id: 'check', method: 'POST', path: '/check', scopes: [['sim-swap:check']] }],
      scopes: ['sim-swap:check'],
    } satisfies OpenApiDefinition,
  });
});

test.each([['3.0.0'], ['3.0.4'], ['3.1.0'], ["'3.1'"], ['3.2.0']])('OpenAPI %s is read', (version) => {
  expect(define(OPENAPI.replace('3.0.3', version)).findings).toEqual([]);
});

test('a definition may be JSON, with tabs', () => {
  const json = JSON.stringify(
    { openapi: '3.1.0', info: { title: 'T', version: '1' }, paths: { '/a': { get: { operationId: 'a' } } } },
    null,
    '\t',
  );
  expect(define(json, 'openapi.json').definition?.operations).toEqual([
    { id: 'a', method: 'GET', path: '/a', scopes: [] },
  ]);
});

test('uses the source text of a version that YAML reads as a number', () => {
  expect(define(OPENAPI.replace('2.1.0', '1.10')).definition?.version).toBe('1.10');
});

test('accepts response codes without quotes', () => {
  expect(define(OPENAPI.replace("'200'", '200')).findings).toEqual([]);
});

test('operations are sorted by path and method, and named by method and path if they have no id', () => {
  const { definition } = define(`${HEAD}paths:
  /sessions/{sessionId}: { get: {}, delete: { operationId: deleteSession } }
  /a: { put: {}, parameters: [], summary: x, x-internal: true }
  x-note: text
`);
  expect(definition?.operations.map(({ id, method, path }) => [id, method, path])).toEqual([
    ['PUT /a', 'PUT', '/a'],
    ['deleteSession', 'DELETE', '/sessions/{sessionId}'],
    ['GET /sessions/{sessionId}', 'GET', '/sessions/{sessionId}'],
  ]);
});

test('alternative scopes are separate, schemes of one requirement are joined, and the operation overrides the file', () => {
  const { definition } = define(`${HEAD}security: [{ openId: [all] }]
paths:
  /a: { get: { operationId: inherits } }
  /b: { get: { operationId: none, security: [] } }
  /c: { get: { operationId: either, security: [{ openId: [x] }, { openId: [y, z] }, {}, { key: [] }] } }
  /d: { get: { operationId: both, security: [{ openId: [y], second: [x, y] }] } }
components:
  securitySchemes:
    openId: { type: openIdConnect, openIdConnectUrl: 'https://x.example' }
    second: { $ref: '#/components/securitySchemes/real' }
    real: { type: oauth2, flows: { clientCredentials: { tokenUrl: 'https://x.example', scopes: { declared: D, 'not a scope': N } } } }
`);
  expect(Object.fromEntries((definition?.operations ?? []).map(({ id, scopes }) => [id, scopes]))).toEqual({
    inherits: [['all']],
    none: [],
    either: [['x'], ['y', 'z']],
    both: [['x', 'y']],
  });
  expect(definition?.scopes).toEqual(['all', 'declared', 'x', 'y', 'z']);
});

test('accepts every character of a scope in RFC 6749', () => {
  const scopes = ["!#$%&'()*+,-./:;<=>?@[]^_`{|}~", 'https://graph.microsoft.com/.default', 'read,write'];
  const { definition } = define(`${HEAD}paths: { /a: { get: { security: [{ o: ${JSON.stringify(scopes)} }] } } }\n`);
  expect(definition?.scopes).toEqual(scopes);
});

test.each([
  ['/'],
  ['/a/'],
  ['/caf%C3%A9'],
  ['/caf%c3%a9'],
  ['/a%20b'],
  ['/a%2Fb'],
  ['/100%25'],
  ["/a:b@c;d=e,f!g$h&i(j)*k+l'm~n"],
  ['/.well-known/x'],
  ['/a../..b/...'],
  ['/{x}.{y}'],
  ['/.{x}'],
  ['/{wörter und mehr}'],
])('%s is a path that calls can fit', (path) => {
  const { definition, findings } = define(`${HEAD}paths:\n  ${JSON.stringify(path)}: { get: {} }\n`);
  expect(findings).toEqual([]);
  expect(definition?.operations.map((one) => one.path)).toEqual([path]);
});

test('a path item may refer to another one in the file', () => {
  const { definition, findings } = define(`${HEAD}paths:
  /a: { $ref: '#/components/pathItems/shared' }
  /b: { $ref: '#/paths/~1a' }
components: { pathItems: { shared: { get: {} } } }
`);
  expect(findings).toEqual([]);
  expect(definition?.operations.map(({ id }) => id)).toEqual(['GET /a', 'GET /b']);
});

test('references to other files are ignored elsewhere', () => {
  const text = OPENAPI.replace(
    '{ description: OK }',
    "{ $ref: '../common/CAMARA_common.yaml#/components/responses/Generic' }",
  );
  expect(define(text).findings).toEqual([]);
});

describe('reports a definition that cannot be used in its file', () => {
  test.each([
    ['Swagger 2', 'swagger: "2.0"\ninfo: {}\n', '1:10 invalid-openapi-file API definition is Swagger 2'],
    ['OpenAPI 4', OPENAPI.replace('3.0.3', '4.0.0'), "1:10 invalid-openapi-file 'openapi' is '4.0.0'"],
    ['a number as version', OPENAPI.replace('3.0.3', '3.1'), "1:10 invalid-openapi-file 'openapi' is not text"],
    ['no info', `openapi: 3.0.3\npaths: {}\n`, "1:1 invalid-openapi-file API definition has no 'info.title'"],
    ['no paths', HEAD, "1:1 invalid-openapi-file API definition has no 'paths'"],
    ['paths as list', `${HEAD}paths: []\n`, "3:8 invalid-openapi-file API definition has no 'paths'"],
    [
      'a path that is not a map',
      `${HEAD}paths: { /a: get }\n`,
      "3:14 invalid-openapi-file path '/a' is not a map of operations",
    ],
    [
      'a reference to a file that is not there',
      `${HEAD}paths: { /a: { $ref: b.yaml } }\n`,
      "3:22 invalid-openapi-file $ref of path '/a' refers to a file that does not exist",
    ],
    [
      'a reference to nothing',
      `${HEAD}paths: { /a: { $ref: '#/x' } }\n`,
      "invalid-openapi-file $ref of path '/a' refers to a value that does not exist",
    ],
    [
      'references in a circle',
      `${HEAD}paths: { /a: { $ref: '#/paths/~1b' }, /b: { $ref: '#/paths/~1a' } }\n`,
      "$ref of path '/a' refers to itself",
    ],
    [
      'an operation that is not a map',
      `${HEAD}paths: { /a: { get: x } }\n`,
      "3:21 invalid-openapi-file GET of path '/a' is not a map",
    ],
    [
      'security that is not a list',
      `${HEAD}security: x\npaths: { /a: { get: {} } }\n`,
      "3:11 invalid-openapi-file 'security' is not a list",
    ],
    [
      'two definitions',
      `${OPENAPI}---\n${OPENAPI}`,
      '1:1 invalid-openapi-file file contains more than one OpenAPI definition',
    ],
    ['nothing', '', '1:1 invalid-openapi-file file is not an OpenAPI definition'],
    ['bad YAML', `${OPENAPI}x: "\\q"\n`, '9:5 yaml-syntax escape sequence in double quotes is unknown'],
    ['one key twice', `${OPENAPI}openapi: 3.0.0\n`, "9:1 duplicate-key key 'openapi' appears twice in one map"],
    ['aliases that explode', `${HEAD}x: &x [1]\npaths: *y\n`, '4:8 yaml-alias'],
  ])('%s', (_, text, expected) => {
    const { definition, findings } = define(text);
    expect(definition).toBeUndefined();
    expect(findings[0]).toContain('catalog/openapi.yaml:');
    expect(findings[0]).toContain(expected);
  });

  test.each([['a'], ['a/{b}'], ['get']])('reports the path %s, which does not start with a slash', (path) => {
    const { definition, found } = define(`${HEAD}paths:\n  ${path}: { get: {} }\n`);
    expect(definition).toBeUndefined();
    expect(found).toMatchObject([
      { message: `path '${path}' does not start with a slash`, hint: "write it like '/sessions/{sessionId}'" },
    ]);
  });

  test('reports all its mistakes at once', () => {
    expect(define(`${HEAD}paths: { a: {}, b: {}, /c: x }\n`).findings).toHaveLength(3);
  });

  test.each([
    ['deep nesting', `${HEAD}x: ${'['.repeat(50_000)}`, 'nested-too-deep'],
    ['UTF-16', Buffer.from(OPENAPI, 'utf16le'), 'invalid-encoding'],
    ['too many bytes', Buffer.alloc(MAX_OPENAPI_BYTES + 1, 0x20), 'file-too-large'],
  ])('%s', (_, content, code) => {
    const { findings } = loadFiles({ 'api.yaml': API('sim-swap', 'openapi.yaml'), 'openapi.yaml': content });
    expect(findings.map((found) => [found.at.file, found.code])).toEqual([['catalog/openapi.yaml', code]]);
  });
});

describe('reports a problem of one operation:', () => {
  test.each([
    ['/a b', 'contains a space', "write it as '%20'"],
    ['/a ', 'ends with a space', 'remove it'],
    [
      '/a?b=c',
      "contains a '?'; the query is not part of the path",
      "remove it and declare the query under 'parameters'",
    ],
    ['/a#b', "contains a '#'; clients do not send fragments", 'remove it'],
    ['/a\\b', 'contains a backslash', "write '/' between segments"],
    ['/a\nb', 'contains a control character', 'remove it'],
    ['/a/{b\u0007}', 'contains a control character', 'remove it'],
    ['/a/{b', "contains a '{' that is not part of a parameter", "write parameters like '{sessionId}', in one segment"],
    ['/a/b}', "contains a '}' that is not part of a parameter", 'in one segment'],
    ['/a/{}', "contains a '{' that is not part of a parameter", 'in one segment'],
    ['/a/{b/c}', "contains a '{' that is not part of a parameter", 'in one segment'],
    ['/a/{{b}}', "contains a '{' that is not part of a parameter", 'in one segment'],
    ['/a/"b"', "contains '\"', which is not allowed in a path", "write it as '%22'"],
    ['/café', "contains 'é', which is not allowed in a path", "write it as '%C3%A9'"],
    ['/a\u200b', "contains '?'", 'remove it'],
    ['/a\ud800', 'contains', 'remove it'],
    ['//a', 'contains an empty segment; the gateway merges consecutive slashes', 'remove the second slash'],
    ['/a//', 'contains an empty segment', 'remove the second slash'],
    [
      '/./a',
      "contains the segment '.', which the gateway resolves before it matches a call",
      'write the resolved path',
    ],
    ['/a/..', "contains the segment '..'", 'write the resolved path'],
    ['/a/%2e%2E/b', "contains the segment '..'", 'write the resolved path'],
    ['/a%', "contains a '%' that is not followed by two hexadecimal digits", "write '%25' for the character itself"],
    ['/a%2', "contains a '%' that is not followed by two hexadecimal digits", "write '%25'"],
    ['/a%{b}20', "contains a '%' that is not followed by two hexadecimal digits", "write '%25'"],
    ['/%C3', 'contains percent-encoded bytes that are not UTF-8', "write characters like 'é' as '%C3%A9'"],
    ['/%C3{a}%A9', 'contains percent-encoded bytes that are not UTF-8', "write characters like 'é'"],
    ['/a%00', 'contains a percent-encoded control character', 'remove it'],
    ['/a%0A', 'contains a percent-encoded control character', 'remove it'],
  ])(
    'a call can never fit the path %j: an error where its operation is exposed, and only there',
    (path, what, hint) => {
      const text = `${HEAD}paths:\n  ${JSON.stringify(path)}: { get: { operationId: odd } }\n  /fine: { get: {} }\n`;
      const [problem, ...more] = define(text).found;
      expect(more).toEqual([]);
      expect(problem).toMatchObject({
        code: 'invalid-operation',
        at: { file: 'catalog/openapi.yaml', line: 4, column: 3 },
      });
      expect(problem?.message).toContain(what);
      expect(problem?.hint).toContain(hint);
      const hidden = loadFiles({
        'api.yaml': `${API('sim-swap', './openapi.yaml')}routes: [{ operation: odd, exposed: false }]\n`,
        'openapi.yaml': text,
      });
      expect(hidden.findings).toEqual([]);
      expect(checkCatalog(hidden.catalog, '2026-11-30').filter(({ code }) => OPERATION_CODES.has(code))).toEqual([]);
    },
  );
});

test('reads a definition above the limit for documents if an API refers to it, and reports it otherwise', () => {
  const large = `${OPENAPI}x-text: |\n${`  ${'x'.repeat(998)}\n`.repeat(MAX_DOCUMENT_BYTES / 1_000)}`;
  expect(large.length).toBeGreaterThan(MAX_DOCUMENT_BYTES);
  expect(define(large).findings).toEqual([]);
  expect(brief(loadFiles({ 'openapi.yaml': large }).findings)).toEqual([
    expect.stringContaining('openapi.yaml:1:1 file-too-large'),
  ]);
});

describe('the path of the file', () => {
  const codes = (openapi: string, files: Record<string, string> = { 'apis/sim/openapi.yaml': OPENAPI }) =>
    loadFiles({ 'apis/sim/api.yaml': API('sim-swap', openapi), ...files }).findings.map(
      ({ code, at, hint }) => `${at.line}:${at.column} ${code} ${hint}`,
    );

  test.each([['openapi.yaml'], ['./openapi.yaml'], ['../sim/openapi.yaml']])('%s counts from the document', (path) => {
    expect(codes(path)).toEqual([]);
  });

  test.each([
    ['opanapi.yaml', "did you mean './openapi.yaml'?"],
    ['../../../openapi.yaml', 'copy it into the catalog, and write its path relative to the file of this document'],
    ['/etc/hostname', 'copy it into the catalog, and write its path relative to the file of this document'],
    [
      'https://x.example/a.yaml',
      'download it into the catalog, and write its path relative to the file of this document',
    ],
    ['file:///etc/hostname', 'download it into the catalog, and write its path relative to the file of this document'],
    ['.', 'write a path relative to the file of this document'],
  ])('reports %s at its position', (path, hint) => {
    expect(codes(path)).toEqual([`8:10 openapi-file-not-found ${hint}`]);
  });

  test('an API without a usable file is not in the catalog, and references to it are not reported', () => {
    const { catalog } = loadFiles({ 'api.yaml': API('sim-swap', 'nothing.yaml') });
    expect(catalog.apis.size).toBe(0);
    expect(catalog.unread?.has('Api/sim-swap')).toBe(true);
  });
});

test('reports each reference to a document of the catalog as a definition at its position', () => {
  const { findings } = loadFiles({
    'a.yaml': API('a', './team.yaml'),
    'b.yaml': API('b', './team.yaml'),
    'c.yaml': API('c', './c.yaml'),
    'team.yaml': 'kind: Team\nname: t\ntitle: T\nemail: t@x.example\n',
  });
  expect(
    findings.map(({ code, at, message, hint }) => [code, `${at.file}:${at.line}:${at.column}`, message, hint]),
  ).toEqual(
    [
      ['a', 'team', 'Team'],
      ['b', 'team', 'Team'],
      ['c', 'c', 'Api'],
    ].map(([api, file, kind]) => [
      'invalid-openapi-file',
      `catalog/${api}.yaml:8:10`,
      `file 'catalog/${file}.yaml' contains a document of the catalog (kind '${kind}'), not an API definition`,
      "write the path of the OpenAPI file, which begins with 'openapi: 3…'",
    ]),
  );
});

test('reports a URL, a folder and a path outside the catalog', () => {
  const message = (openapi: string) =>
    loadFiles({ 'apis/sim/api.yaml': API('sim-swap', openapi), 'apis/sim/x/openapi.yaml': OPENAPI }).findings[0]
      ?.message;
  expect(message('https://x.example/a.yaml')).toBe(
    "'https://x.example/a.yaml' is a URL; it must be the path of a file in the catalog",
  );
  expect(message('./x')).toBe("'catalog/apis/sim/x' is a folder, not a file");
  expect(message('x/')).toBe("'catalog/apis/sim/x/' is a folder, not a file");
  expect(message('../..')).toMatch(/is a folder, not a file$/);
  expect(message('../../../a.yaml')).toBe('OpenAPI file is outside the catalog');
});

test('a file of two APIs is read for both at once, and its mistakes are reported once', () => {
  let reads = 0;
  const text = `security: x\n${OPENAPI}`;
  const files: Record<string, string> = {
    'a.yaml': API('a', 'openapi.json'),
    'b.yaml': API('b', 'openapi.json'),
    'openapi.json': text,
  };
  const entries = Object.entries(files).map(([path, content]) => ({
    path,
    size: content.length,
    read: () => {
      if (path === 'openapi.json') reads += 1;
      return Buffer.from(content);
    },
  }));
  const { findings } = loadCatalog({ root: 'catalog', list: () => entries });
  expect(findings.map(({ code }) => code)).toEqual(['invalid-openapi-file']);
  // Once for the definition, and once to look for secrets.
  expect(reads).toBe(2);
});

// Real definitions, where they lie beside this repository; they are no part of it.
const SHARED = join(__dirname, '../../../../../shared/data/camara');
const found = existsSync(SHARED)
  ? readdirSync(SHARED, { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.yaml') && !name.includes('common'),
    )
  : [];

describe('definitions of CAMARA', () => {
  if (found.length === 0) {
    test.skip('skipped: the shared data with CAMARA definitions is not there', () => {});
    return;
  }
  const index = readFileSync(join(SHARED, 'INDEX.tsv'), 'utf8')
    .split('\n')
    .map((line) => line.split('\t'));
  const columns = index[0] ?? [];
  const field = (row: readonly string[], name: string) => row[columns.indexOf(name)] ?? '';

  test.each(found.sort())('reads %s without findings', (name) => {
    const { definition, findings } = define(readFileSync(join(SHARED, name), 'utf8'));
    const row = index.find((line) => relative('.', name) === join(field(line, 'form'), field(line, 'file'))) ?? [];
    expect(findings).toEqual([]);
    expect(definition?.operations).toHaveLength(Number(field(row, 'n_ops')));
    expect(definition?.version).toBe(field(row, 'info_version'));
    expect(definition?.scopes).toEqual(
      field(row, 'scopes')
        .split(' ')
        .filter((scope) => scope !== '')
        .sort(),
    );
  });
});
