import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withSeverity } from '../../../../core/checks/with-severity';
import { FolderSource, loadCatalog, loadTypeScript } from '../../../../core/load';
import { brief } from '../../../support/catalog';
import { inFolder } from '../../../support/synthesis';

/** What is told of a catalog of these files. */
const load = (files: Readonly<Record<string, string>>) =>
  inFolder((folder) => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
    return loadCatalog(new FolderSource(folder, 'catalog'), loadTypeScript(folder, 'catalog'));
  });

const IMPORT = "import { defineTeam } from 'gatewright/model';\n";
const TEAM = "defineTeam({ name: 'a', title: 'A', email: 'a@x.example' })";
const told = (text: string) => load({ 'gatewright.catalog.ts': IMPORT + text }).findings;

test.each([
  ['a function', `export default () => [${TEAM}];`, '2:1', "'default' is a function"],
  [
    'a function further down',
    `\n  export default function make() { return [${TEAM}]; }`,
    '3:3',
    "'default' is a function",
  ],
  ['a list with a function', `export default [() => ${TEAM}];`, '2:1', "'default' is a list with a function"],
  ['an object', `export default { team: ${TEAM} };`, '2:1', "'default' is an object"],
  ['a text', "export default 'teams';", '2:1', `'default' is the string "teams"`],
  ['nothing', 'export default undefined;', '2:1', "'default' is undefined"],
  [
    'a function with a name, and no document next to it',
    `export const teams = () => [${TEAM}];`,
    '2:1',
    "'teams' is a function",
  ],
])('reports an export that is %s, with the edit to make', (_, text, place, message) => {
  const [first] = told(text).filter(({ code }) => code === 'invalid-export');
  expect(brief(first ? [first] : [])).toEqual([
    `catalog/gatewright.catalog.ts:${place} invalid-export export ${message}; a catalog file exports documents and lists of documents`,
  ]);
  expect(withSeverity(first ? [first] : [])).toMatchObject([
    { severity: 'error', hint: expect.stringContaining('[defineTeam({ … })]') },
  ]);
});

test.each([
  ['a document', `export default ${TEAM};`],
  ['lists in a list', `export default [[${TEAM}], []];`],
  [
    'documents next to functions and settings',
    `export const help = () => 1;\nexport const LIMIT = 3;\nexport const team = ${TEAM};`,
  ],
])('%s may be exported', (_, text) => {
  expect(told(text)).toEqual([]);
});

test.each([
  ['gatewright.catalog.mts', "rename it to 'gatewright.catalog.ts'"],
  ['gatewright.catalog.js', "rename it to 'gatewright.catalog.ts'"],
  ['gatewright.catalog.cts', "rename it to 'gatewright.catalog.ts'"],
  ['partners/gatewright.catalog.ts', "rename it, and export its documents from 'gatewright.catalog.ts'"],
])('reports the misplaced program %s', (name, hint) => {
  const { findings } = load({ [name]: `${IMPORT}export const team = ${TEAM};\n` });
  expect(brief(findings)).toEqual([
    `catalog/${name}:1:1 misplaced-typescript file '${name}' is not run; only 'gatewright.catalog.ts' in the catalog's folder defines documents`,
  ]);
  expect(findings[0]?.hint).toContain(hint);
});

test('reports a function that does not exist by its name, with a suggestion', () => {
  const text = "import { defineTem } from 'gatewright/model';\nexport const team = defineTem({});\n";
  const { findings } = load({ 'gatewright.catalog.ts': text });
  expect(brief(findings)).toEqual([
    "catalog/gatewright.catalog.ts:2:21 typescript-failed file calls 'defineTem', which is not a function of the imported module",
  ]);
  expect(findings[0]?.hint).toMatch(/^did you mean 'defineTeam'\? functions of gatewright\/model are: /);
  const other = load({
    'gatewright.catalog.ts': "import { shout } from './own';\nshout();\n",
    'own.ts': 'export const whisper = 1;\n',
  });
  expect(other.findings).toMatchObject([{ message: expect.stringContaining("'shout'") }]);
  expect(other.findings[0]).not.toHaveProperty('hint');
});

test('files in which TypeScript defines documents are counted', () => {
  const { counts } = load({
    'gatewright.catalog.ts': `${IMPORT}export const team = ${TEAM};\n`,
    'x.yaml': 'kind: Team\n',
  });
  expect(counts).toEqual({ files: 2, documents: 2 });
});
