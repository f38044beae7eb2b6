import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withSeverity } from '../../../../core/checks/with-severity';
import { FolderSource, loadCatalog, loadTypeScript, MemorySource } from '../../../../core/load';
import { defineApi, defineTeam, type TypeScriptDocument } from '../../../../core/model';
import { brief, OPENAPI } from '../../../support/catalog';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatewright-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Writes files into the folder and loads them as a catalog named `catalog`. */
function load(files: Readonly<Record<string, string>>) {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return loadCatalog(new FolderSource(folder, 'catalog'), loadTypeScript(folder, 'catalog'));
}

const CATALOG = 'gatewright.catalog.ts';

test('a catalog without the file has no documents from it', () => {
  expect(loadTypeScript(folder)).toEqual({ documents: [], findings: [] });
});

test('exported documents join the catalog, lists and defaults too', () => {
  const { catalog, findings } = load({
    [CATALOG]: `import { defineTeam, defineTier, type TypeScriptDocument } from 'gatewright/model';
const names: string[] = ['free', 'paid'];
export const tiers: TypeScriptDocument[] = names.map((name) => defineTier({ name, title: name, status: 'draft', version: '1.0.0' }));
export default defineTeam({ name: 'identity-apis', title: 'Identity APIs', email: 'identity@operator.example' });
`,
  });
  expect(findings).toEqual([]);
  expect([...catalog.tiers.keys()]).toEqual(['free', 'paid']);
  expect(catalog.teams.get('identity-apis')?.value.title).toBe('Identity APIs');
});

test('places are those of the calls in the source, whatever the translation does to columns', () => {
  const { findings } = load({
    [CATALOG]: `import { defineTeam, defineTier } from 'gatewright/model';
interface Shape { name: string; title: string }
const shape = { name: 'a', title: 'A' } as Shape; export const first = /* é */ defineTeam({ ...shape, email: 'no mail' });
export const rest = [
  defineTeam({ name: 'b', title: 'B', email: 'b@x.example' }), defineTeam({ name: 'c', title: 'C', email: 'no mail' }),
    ['free'].map((name) => defineTier({ name, title: name, status: 'gone' as never, version: '1.0.0' })),
];
`,
  });
  expect(brief(findings).map((line) => line.split(' ').slice(0, 2))).toEqual([
    ['catalog/gatewright.catalog.ts:3:80', 'malformed-value'],
    ['catalog/gatewright.catalog.ts:5:64', 'malformed-value'],
    ['catalog/gatewright.catalog.ts:6:28', 'not-allowed-value'],
  ]);
  expect(findings[0]?.at).toMatchObject({ path: '/email', length: 'defineTeam'.length });
});

test('documents from a file next to it keep that file as their place', () => {
  const { findings } = load({
    'teams.ts': `import { defineTeam } from 'gatewright/model';\nexport const team = defineTeam({ name: 'a', title: 'A', email: 'no mail' });\n`,
    [CATALOG]: `export { team } from '../teams';\n`,
  });
  expect(brief(findings)).toEqual([expect.stringMatching(/^catalog\/teams\.ts:2:21 malformed-value/)]);
});

test('an API from TypeScript finds its OpenAPI file next to the file that defines it', () => {
  const body = {
    name: 'sim-swap',
    title: 'SIM Swap',
    domain: 'identity',
    owner: 'identity-apis',
    version: '2.1.0',
    basePath: '/sim-swap/v2',
    openapi: './openapi.yaml',
    lifecycle: 'draft',
    criticality: 'low',
    personalData: false,
    visibility: 'public',
    tiers: ['free'],
    upstreams: { sandbox: { url: 'https://sim-swap.internal' } },
    policies: { token: 'operator-idp', errors: 'camara-errors' },
  } as const;
  const { catalog, findings } = load({
    'openapi.yaml': OPENAPI,
    [CATALOG]: `import { defineApi } from 'gatewright/model';\nexport const api = defineApi(${JSON.stringify(body)});\n`,
  });
  expect(findings).toEqual([]);
  expect(catalog.apis.get('sim-swap')?.definition.file).toBe('catalog/openapi.yaml');
  const elsewhere = loadCatalog(new MemorySource({ 'openapi.yaml': OPENAPI }), { documents: [defineApi(body)] });
  expect(elsewhere.findings).toEqual([]);
});

test('a document that is defined and not exported is a warning at its call', () => {
  const { findings } = load({
    [CATALOG]: `import { defineTeam } from 'gatewright/model';\ndefineTeam({ name: 'a', title: 'A', email: 'a@x.example' });\n`,
  });
  expect(withSeverity(findings)).toMatchObject([
    { code: 'document-not-exported', severity: 'warning', at: { line: 2, column: 1 } },
  ]);
});

test.each([
  ['a map that only looks like a document', "export const team = { kind: 'Team', name: 'a' };", 'invalid-export'],
  ['a promise', 'export const team = Promise.resolve(1);', 'invalid-export'],
])('%s among the exports is reported', (_, text, code) => {
  expect(withSeverity(load({ [CATALOG]: text }).findings)).toMatchObject([
    { code, severity: 'error', at: { line: 1, column: 1 } },
  ]);
});

test.each([
  ['throws', "\nfunction f() { throw new Error('no\\nlines'); }\n   f();\n", '2:22', 'file throws an error: no'],
  ['throws a text', "throw 'words';", '1:1', 'file throws an error: words'],
  ['throws nothing', 'throw undefined;', '1:1', 'file throws an error: undefined'],
  [
    'is not valid TypeScript',
    "\nconst a = 'abc;\n",
    '2:11',
    'file is not valid TypeScript: Unterminated string constant.',
  ],
  [
    'imports what is not there',
    "\nimport 'nothing-of-this-name';",
    '2:1',
    "module 'nothing-of-this-name' does not exist",
  ],
  [
    'waits',
    'export const a = await Promise.resolve(1);',
    '1:1',
    'file throws an error: await is only valid in async functions',
  ],
])('a file that %s is one finding with a place and without a stack', (_, text, place, message) => {
  const { findings } = load({ [CATALOG]: text });
  expect(findings).toHaveLength(1);
  expect(brief(findings)[0]).toContain(`catalog/gatewright.catalog.ts:${place} typescript-failed ${message}`);
  expect(JSON.stringify(findings)).not.toContain('node_modules');
  expect(JSON.stringify(findings)).not.toContain(folder);
});

test('a failure in a file next to it is placed there', () => {
  const { findings } = load({
    'other.ts': 'export function fail(text: string): never {\n  throw new Error(text);\n}\n',
    [CATALOG]: "import { fail } from '../other';\nfail('no');\n",
  });
  expect(brief(findings)).toEqual([
    expect.stringMatching(/^catalog\/other\.ts:2:9 typescript-failed file throws an error: no$/),
  ]);
});

test('a secret in what a file throws is not shown', () => {
  const { findings } = load({ [CATALOG]: "throw new Error('password=hunter2');" });
  expect(JSON.stringify(findings)).not.toContain('hunter2');
});

test('a changed file is loaded anew', () => {
  const text = (name: string) =>
    `import { defineTeam } from 'gatewright/model';\nexport const team = defineTeam({ name: '${name}', title: 'A', email: 'a@x.example' });\n`;
  expect([...load({ [CATALOG]: text('a') }).catalog.teams.keys()]).toEqual(['a']);
  expect([...load({ [CATALOG]: text('b') }).catalog.teams.keys()]).toEqual(['b']);
});

describe('values of a program that JSON cannot say', () => {
  const circle: Record<string, unknown> = {};
  circle.self = circle;
  test.each([
    ['a function', () => 1, 'a function'],
    ['undefined', undefined, 'undefined'],
    ['a date', new Date(0), 'of the class Date'],
    ['a map', new Map(), 'of the class Map'],
    ['a symbol', Symbol('x'), 'a symbol'],
    ['a large integer', 10n, 'a bigint'],
    ['no number', Number.NaN, 'NaN'],
    ['a circle', circle, 'contains itself'],
    [
      'a getter that throws',
      Object.defineProperty({}, 'x', {
        enumerable: true,
        get: () => {
          throw new Error('no');
        },
      }),
      'cannot be read',
    ],
  ])('%s', (_, value, words) => {
    const made = defineTeam({ name: 'a', title: 'A', email: 'a@x.example', labels: { x: value as string } });
    const { findings } = loadCatalog(new MemorySource({}), { documents: [made] });
    expect(findings).toMatchObject([{ code: 'unsupported-value', message: expect.stringContaining(words) }]);
  });

  test('are looked for all the way down, and shared values are none', () => {
    const shared = { a: 'x' };
    const made = {
      document: { kind: 'Team', name: 'a', title: 'A', email: 'a@x.example', labels: shared, x: [shared] },
      at: defineTeam({} as never).at,
    };
    const { findings } = loadCatalog(new MemorySource({}), { documents: [made as unknown as TypeScriptDocument] });
    expect(findings.map(({ code, at }) => [code, at.path])).toEqual([['unknown-field', '/x']]);
  });
});

test('a document does not change with the value it was made from', () => {
  const labels: Record<string, string> = { a: 'x' };
  const made = defineTeam({ name: 'a', title: 'A', email: 'a@x.example', labels });
  const { catalog } = loadCatalog(new MemorySource({}), { documents: [made] });
  labels.a = 'y';
  expect(catalog.teams.get('a')?.value.labels).toEqual({ a: 'x' });
});

test('a secret in a document from TypeScript is reported and not shown', () => {
  const made = defineTeam({ name: 'a', title: 'A', email: 'a@x.example', labels: { password: 'hunter2' } });
  const { findings } = loadCatalog(new MemorySource({}), { documents: [made] });
  expect(findings).toMatchObject([{ code: 'secret-in-catalog', at: { path: '/labels/password' } }]);
  expect(JSON.stringify(findings)).not.toContain('hunter2');
});
