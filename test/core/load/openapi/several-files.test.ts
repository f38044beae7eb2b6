import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { FolderSource, loadCatalog, MemorySource, type Source } from '../../../../core/load';
import { checkCatalog } from '../../../support/checks';
import { HEAD, petsApi } from './pets';

const ITEM =
  "get:\n  operationId: listPets\n  security: [{ o: ['pets:read'] }]\n  responses: { 200: { $ref: '../responses.yaml#/ok' } }\n";
const CODES = new Set([
  'invalid-operation',
  'unknown-openapi-key',
  'unknown-security-scheme',
  'repeated-operation-id',
  'unused-openapi-file',
  'operation-without-scopes',
]);

function read(source: Source) {
  const { catalog, findings } = loadCatalog(source);
  const found = [...findings, ...checkCatalog(catalog, '2026-11-30').filter(({ code }) => CODES.has(code))];
  return {
    found: found.map(({ code, message, at }) => `${at.file}:${at.line}:${at.column} ${code} ${message}`),
    operations: catalog.apis.get('pets')?.definition.operations.map(({ id, scopes }) => [id, scopes]),
  };
}

const files = (more: Readonly<Record<string, string>>, openapi = './openapi.yaml') =>
  new MemorySource({ 'api.yaml': petsApi({ openapi, basePath: '/' }), ...more });

const SPREAD = {
  'openapi.yaml': `${HEAD}security: [{ o: [all] }]\npaths:\n  /pets: { $ref: 'paths/pets.yaml' }\n  /pets/{id}: { $ref: './paths/more.json#/items/~1pets~1%7Bid%7D' }\n`,
  'paths/pets.yaml': ITEM,
  'paths/more.json': JSON.stringify({
    items: { '/pets/{id}': { $ref: '../shared.yaml#/components/pathItems/a%20b' } },
  }),
  'shared.yaml': 'components: { pathItems: { "a b": { delete: { operationId: dropPet } } } }\n',
  'responses.yaml': 'ok: { description: OK }\n404: { description: no }\n',
};

test('a definition may consist of several files, whose parts are not documents', () => {
  expect(read(files(SPREAD))).toEqual({
    found: [],
    operations: [
      ['listPets', [['pets:read']]],
      ['dropPet', [['all']]],
    ],
  });
});

test('reports a mistake in a part once, at its position, for any number of references', () => {
  const { found } = read(
    files({
      ...SPREAD,
      'openapi.yaml': `${SPREAD['openapi.yaml']}  /again: { $ref: paths/pets.yaml }\n  /once-more: { $ref: paths/pets.yaml }\n`,
      'paths/pets.yaml': `${ITEM}Post: { operationId: x }\n`,
    }),
  );
  expect(found.filter((line) => /repeated-operation-id|invalid-openapi-file/.test(line))).toEqual([
    expect.stringContaining(
      "catalog/paths/pets.yaml:2:16 repeated-operation-id operationId 'listPets' is used by several",
    ),
    expect.stringContaining(
      "catalog/paths/pets.yaml:5:1 invalid-openapi-file 'Post' is not a key of a path item in OpenAPI",
    ),
  ]);
});

test.each([
  ['../outside.yaml', 'refers to a file outside the catalog'],
  ['/etc/passwd', 'refers to a file outside the catalog'],
  ['https://x.example/a.yaml', 'refers to a URL'],
  ['file:///etc/passwd', 'refers to a URL'],
  ['nothing.yaml', 'refers to a file that does not exist'],
  ['paths/pets.yaml#/nothing', 'refers to a value that does not exist'],
  ['paths/pets.yaml#anchor', 'refers to a value that does not exist'],
  ['#/paths/~1pets', 'refers to itself'],
  ['openapi.yaml#/paths/~1pets', 'refers to itself'],
])('reports the reference %s of a path at its position', (reference, what) => {
  const { found, operations } = read(
    files({ ...SPREAD, 'openapi.yaml': `${HEAD}paths:\n  /pets: { $ref: '${reference}' }\n` }),
  );
  expect(operations).toBeUndefined();
  expect(found.filter((line) => line.includes('invalid-openapi-file'))).toEqual([
    `catalog/openapi.yaml:4:18 invalid-openapi-file $ref of path '/pets' ${what}`,
  ]);
});

test('a cycle of references through several files is an error, not a loop', () => {
  const { found } = read(
    files({
      'openapi.yaml': `${HEAD}paths:\n  /pets: { $ref: 'a.yaml#/x' }\n`,
      'a.yaml': "x: { $ref: 'b.yaml#/y' }\n",
      'b.yaml': "y: { $ref: 'a.yaml#/x' }\n",
    }),
  );
  expect(found).toEqual(["catalog/a.yaml:1:12 invalid-openapi-file $ref of path '/pets' refers to itself"]);
});

test('a document stays in the catalog if a definition refers to its file', () => {
  const team = 'kind: Team\nname: team\ntitle: Team\nemail: team@x.example\n';
  const spread = { ...SPREAD, 'openapi.yaml': `${SPREAD['openapi.yaml']}x-hidden: { $ref: ./team.yaml }\n` };
  const { catalog } = loadCatalog(files({ ...spread, 'team.yaml': team }));
  expect([...catalog.teams.keys()]).toEqual(['team']);
  const { found } = read(files({ ...spread, 'team.yaml': team.replace('kind', 'Kind') }));
  expect(found).toEqual([expect.stringContaining('catalog/team.yaml:')]);
});

test('an OpenAPI 3.1 definition with only webhooks has no operations', () => {
  expect(read(files({ 'openapi.yaml': `${HEAD}webhooks: { note: { post: {} } }\n` }))).toEqual({
    found: [],
    operations: [],
  });
});

describe('symbolic links inside the catalog', () => {
  let folder = '';
  beforeEach(() => {
    folder = join(realpathSync(mkdtempSync(join(tmpdir(), 'gatewright-'))), 'catalog');
    for (const [path, text] of Object.entries(SPREAD)) write(`common/${path}`, text);
  });
  afterEach(() => rmSync(dirname(folder), { recursive: true }));

  function write(path: string, text: string) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }

  const operations = [
    ['listPets', [['pets:read']]],
    ['dropPet', [['all']]],
  ];

  test('to a file are followed', () => {
    write('apis/api.yaml', petsApi({ openapi: './pets.yaml', basePath: '/' }));
    symlinkSync('../common/openapi.yaml', join(folder, 'apis/pets.yaml'));
    expect(read(new FolderSource(folder))).toEqual({ found: [], operations });
  });

  test('to a folder are followed', () => {
    write('apis/api.yaml', petsApi({ openapi: './shared/openapi.yaml', basePath: '/' }));
    symlinkSync('../common', join(folder, 'apis/shared'));
    expect(read(new FolderSource(folder))).toEqual({ found: [], operations });
  });

  test('may be on the path of a reference', () => {
    write('apis/api.yaml', petsApi({ openapi: './openapi.yaml', basePath: '/' }));
    write('apis/openapi.yaml', SPREAD['openapi.yaml']);
    symlinkSync('../common/paths', join(folder, 'apis/paths'));
    write('common/openapi.yaml', 'openapi: 3.1.0\n');
    expect(read(new FolderSource(folder)).operations).toEqual(operations);
  });
});

describe('a definition in JSON', () => {
  const json = (value: object) =>
    JSON.stringify({ openapi: '3.1.0', info: { title: 'P', version: '1.0.0' }, ...value }, null, 2);

  test('has findings at their positions', () => {
    const text = json({
      paths: { '/a b': { get: { 200: [], security: [{ o: ['s'] }] } }, '/c': { get: { operationId: 7, securty: [] } } },
    });
    expect(read(files({ 'openapi.json': text }, './openapi.json')).found).toEqual([
      `catalog/openapi.json:${line(text, '"/a b"')}:5 invalid-operation path '/a b' contains a space`,
      `catalog/openapi.json:${line(text, '"200"')}:9 unknown-openapi-key '200' is not a key of an operation in OpenAPI`,
      `catalog/openapi.json:${line(text, '"securty"')}:9 invalid-operation 'securty' is not a key of an operation in OpenAPI`,
    ]);
  });

  test('uses the source text of a numeric operationId', () => {
    const text = json({ paths: { '/c': { get: { operationId: 70, security: [{ o: ['s'] }] } } } }).replace('70', '7.0');
    expect(read(files({ 'openapi.json': text }, './openapi.json')).operations).toEqual([['7.0', [['s']]]]);
  });

  test('with a repeated key is an error at the second one', () => {
    const text = '{ "openapi": "3.1.0",\n  "paths": {},\n  "paths": {} }';
    expect(read(files({ 'openapi.json': text }, './openapi.json')).found).toEqual([
      "catalog/openapi.json:3:3 duplicate-key key 'paths' appears twice in one map",
    ]);
  });

  test('that is nested too deep is an error, not a crash', () => {
    const text = `{ "openapi": "3.1.0", "x": ${'['.repeat(50_000)}`;
    expect(read(files({ 'openapi.json': text }, './openapi.json')).found[0]).toContain('nested-too-deep');
  });

  test('that is invalid JSON is read as YAML', () => {
    const text = "{ openapi: '3.1.0', info: { title: P, version: '1' }, paths: {} }";
    expect(read(files({ 'openapi.json': text }, './openapi.json'))).toEqual({ found: [], operations: [] });
  });

  test('may be larger than YAML', () => {
    const text = json({ 'x-filler': Array.from({ length: 9 }, () => 'x'.repeat(1024 * 1024)), paths: {} });
    expect(read(files({ 'openapi.json': text }, './openapi.json'))).toEqual({ found: [], operations: [] });
  });

  function line(text: string, part: string): number {
    return text.slice(0, text.indexOf(part)).split('\n').length;
  }
});
