import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { cycles, folderCycles } from './architecture/cycles';
import { importsOf } from './architecture/imports';
import { INSIDE, insideViolations } from './architecture/inside';
import { TABLE } from './architecture/table';
import type { Tree } from './architecture/tree';
import { violations } from './architecture/violations';

const root = path.join(__dirname, '..');

/** Every TypeScript file of the components in the import table. */
function sources(): readonly string[] {
  const tops = new Set(Object.keys(TABLE).map((component) => component.split('/')[0] ?? component));
  return [...tops].flatMap((component) => {
    if (!existsSync(path.join(root, component))) return [];
    if (component.endsWith('.ts')) return [component];
    return readdirSync(path.join(root, component), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${component}/${name.replaceAll(path.sep, '/')}`);
  });
}

const text = (file: string) => readFileSync(path.join(root, file), 'utf8');
const tree: Tree = new Map(sources().map((file) => [file, importsOf(text(file))]));

/** A tree of made-up sources. */
const treeOf = (files: Record<string, string>): Tree =>
  new Map(Object.entries(files).map(([file, source]) => [file, importsOf(source)]));

describe('importsOf', () => {
  test.each([
    ["import { a } from './a';", './a', false],
    ["import './a';", './a', false],
    ["import type { A } from './a';", './a', true],
    ["import { type A, type B } from './a';", './a', true],
    ["import { type A, b } from './a';", './a', false],
    ["import * as all from './a';", './a', false],
    ["export { a } from './a';", './a', false],
    ["export type { A } from './a';", './a', true],
    ["export * from './a';", './a', false],
    ["import a = require('./a');", './a', false],
    ["const a = require('./a') as string;", './a', false],
    ["const a = import('./a');", './a', false],
    ["let a: import('./a').A;", './a', true],
    ["function deep() { return () => require('./a'); }", './a', false],
  ])('finds %s', (source, specifier, typeOnly) => {
    expect(importsOf(source).map((one) => [one.specifier, one.typeOnly])).toEqual([[specifier, typeOnly]]);
  });

  test.each([
    "// import './a';",
    "const a = `import './a'`;",
    "/** {@link import('./a')} */ const b = /require\\('x'\\)/;",
  ])('finds no import in %s', (source) => {
    expect(importsOf(source)).toEqual([]);
  });
});

describe('the import table', () => {
  test('has no violation in any source file', () => {
    expect(tree.size).toBeGreaterThan(50);
    expect(violations(tree)).toEqual([]);
  });

  test.each([
    [
      'a package that a component may not use',
      { 'core/model/a.ts': "import { App } from 'cdktf';" },
      'the package cdktf',
    ],
    [
      'a component that a component may not use',
      { 'core/model/a.ts': "import '../report/b';", 'core/report/b.ts': '' },
      'core/report/b.ts',
    ],
    [
      'a folder that is not allowed',
      { 'constructs/a.ts': "import '../core/checks/b';", 'core/checks/b.ts': '' },
      'core/checks/b.ts',
    ],
    ['a forbidden module of Node', { 'policies/a.ts': "import 'node:fs';" }, 'node:fs'],
    [
      'a value from a component that allows only types',
      { 'core/report/a.ts': "import { b } from '../model/b';", 'core/model/b.ts': '' },
      'only types',
    ],
    [
      'a name that the index of its component exports',
      {
        'policies/a.ts': "import { b } from '../core/model/b';",
        'core/model/b.ts': '',
        'core/model/index.ts': "export { b } from './b';",
      },
      'policies/a.ts must import b from the index of core/model, not from core/model/b.ts',
    ],
    ['a file that does not exist', { 'cli/a.ts': "import '../model/b';" }, 'not a source file'],
    ['a module of Node without its prefix', { 'core/model/a.ts': "import 'fs';" }, 'the package fs'],
    [
      'bindings outside constructs and stacks',
      { 'cli/a.ts': "import '@cdktf/provider-kong';" },
      '@cdktf/provider-kong',
    ],
    ['a file outside all components', { 'extra/a.ts': '' }, 'in no component'],
  ])('rejects %s', (_, files, message) => {
    expect(violations(treeOf(files as unknown as Record<string, string>))).toEqual([expect.stringContaining(message)]);
  });

  test('accepts types from a component that allows only types', () => {
    expect(
      violations(treeOf({ 'core/report/a.ts': "import type { B } from '../model/b';", 'core/model/b.ts': '' })),
    ).toEqual([]);
  });

  test('allows stacks to import only the provider class from the bindings', () => {
    for (const [file, imports] of tree)
      for (const { specifier, names } of imports)
        if (file.startsWith('stacks/') && specifier.startsWith('@cdktf/provider-kong'))
          expect([file, names]).toEqual([file, ['provider']]);
  });
});

describe('imports', () => {
  test('have no cycles of files', () => {
    expect(cycles(tree)).toEqual([]);
  });

  test('in a cycle of files are found', () => {
    const files = { 'model/a.ts': "import './b';", 'model/b.ts': "import './c';", 'model/c.ts': "import './b';" };
    expect(cycles(treeOf(files))).toEqual(['model/b.ts → model/c.ts → model/b.ts']);
  });

  test('have no cycles of folders', () => {
    expect(folderCycles(tree)).toEqual([]);
  });

  test.each([
    [
      'two folders of a component',
      {
        'core/load/yaml/a.ts': "import '../documents/b';",
        'core/load/documents/b.ts': '',
        'core/load/documents/c.ts': "import type { D } from '../yaml/d';",
        'core/load/yaml/d.ts': '',
      },
      'core/load/yaml → core/load/documents → core/load/yaml',
    ],
    [
      'a folder and a file next to it',
      {
        'core/model/api/a.ts': "import '../catalog';",
        'core/model/catalog.ts': "import './api/b';",
        'core/model/api/b.ts': '',
      },
      'core/model/api → core/model/catalog.ts → core/model/api',
    ],
    [
      'nested folders',
      {
        'trial/e2e/a/b.ts': "import '../c/d';",
        'trial/e2e/c/d.ts': '',
        'trial/e2e/c/e.ts': "import '../a/f';",
        'trial/e2e/a/f.ts': '',
      },
      'trial/e2e/a → trial/e2e/c → trial/e2e/a',
    ],
    [
      'components',
      {
        'core/view/a.ts': "import '../../policies/b';",
        'policies/b.ts': '',
        'policies/c.ts': "import '../core/view/d';",
        'core/view/d.ts': '',
      },
      'core/view → policies → core/view',
    ],
  ])('in a cycle of %s are found', (_, files, cycle) => {
    expect(cycles(treeOf(files as unknown as Record<string, string>))).toEqual([]);
    expect(folderCycles(treeOf(files as unknown as Record<string, string>))).toEqual([cycle]);
  });

  test('of an index, which only re-exports, are ignored in cycles of folders', () => {
    const files = { 'core/load/index.ts': "export { a } from './yaml/a';", 'core/load/yaml/a.ts': '' };
    expect(folderCycles(treeOf(files))).toEqual([]);
  });

  test('name only packages in package.json', () => {
    const { dependencies, devDependencies } = JSON.parse(text('package.json'));
    for (const [file, imports] of tree) {
      // trial/ is not in the package.
      const known = file.startsWith('trial/') ? { ...dependencies, ...devDependencies } : dependencies;
      for (const { specifier } of imports) {
        const name = specifier.match(/^(@[^/]+\/)?[^./][^/]*/)?.[0];
        if (name !== undefined && !name.startsWith('node:') && name !== 'gatewright')
          expect([file, Object.keys(known)]).toEqual([file, expect.arrayContaining([name])]);
      }
    }
  });

  test('of an index are re-exports by name of its direct children, or of files in a child folder without an index', () => {
    for (const file of tree.keys()) {
      if (!file.endsWith('/index.ts')) continue;
      expect(text(file)).not.toMatch(/^export \*/m);
      for (const [, from] of text(file).matchAll(/^export [^;]*? from '([^']+)'/gm)) {
        expect([file, from]).toEqual([file, expect.stringMatching(/^\.(\/[a-z0-9-]+){1,2}$/)]);
        const [, child, deeper] = from?.split('/') ?? [];
        const index = `${path.posix.dirname(file)}/${child}/index.ts`;
        expect([file, from, deeper !== undefined && tree.has(index)]).toEqual([file, from, false]);
      }
    }
  });
});

describe('inside a component', () => {
  test('folders import only what their rules allow', () => {
    expect(insideViolations(tree)).toEqual([]);
  });

  test('the rules name only existing folders and files', () => {
    for (const [component, { others, folders = {} }] of Object.entries(INSIDE))
      for (const folder of [...others, ...Object.keys(folders), ...Object.values(folders).flat()])
        expect([component, folder, existsSync(path.join(root, component, folder))]).toEqual([component, folder, true]);
  });

  test.each([
    ['the catalog from a kind', { 'core/model/kinds/a.ts': "import '../catalog/b';", 'core/model/catalog/b.ts': '' }],
    ['documents from text', { 'core/load/yaml/a.ts': "import '../documents/b';", 'core/load/documents/b.ts': '' }],
    [
      'checks of another group',
      { 'core/checks/catalog/a.ts': "import '../gateway/b';", 'core/checks/gateway/b.ts': '' },
    ],
    [
      'cells from their renderer',
      { 'core/desired/terraform/a.ts': "import '../cells/b';", 'core/desired/cells/b.ts': '' },
    ],
    ['accesses from offers', { 'core/view/offer/a.ts': "import '../access/b';", 'core/view/access/b.ts': '' }],
    ['another use case', { 'core/app/new/a.ts': "import '../check-catalog';", 'core/app/check-catalog.ts': '' }],
    ['another policy', { 'policies/token/a.ts': "import type { B } from '../mtls/b';", 'policies/mtls/b.ts': '' }],
    [
      'a policy from a folder that all policies share',
      { 'policies/target/a.ts': "import '../token/b';", 'policies/token/b.ts': '' },
    ],
    ['a file directly in a component', { 'policies/token/a.ts': "import '../widening';", 'policies/widening.ts': '' }],
    [
      'another program of the trial',
      { 'trial/upstream-stub/a.ts': "import '../admin-proxy/b';", 'trial/admin-proxy/b.ts': '' },
    ],
    ['the index of its own folder', { 'core/view/access/a.ts': "import '..';", 'core/view/index.ts': '' }],
  ])('rejects an import of %s', (_, files) => {
    expect(insideViolations(treeOf(files as unknown as Record<string, string>))).toHaveLength(1);
  });
});

describe('a policy', () => {
  const SHARED = ['plugin', 'plugin-attributes', 'target'];
  const folders = readdirSync(path.join(root, 'policies'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !SHARED.includes(entry.name))
    .map(({ name }) => name);

  test.each(folders)('%s has a file of its name, and no other file with its name as prefix', (folder) => {
    const files = readdirSync(path.join(root, 'policies', folder));
    expect(files).toContain(`${folder}.ts`);
    expect(files.filter((file) => file.startsWith(`${folder}-`))).toEqual([]);
  });

  test.each(folders)('%s chooses between portable and native plugins only in the file of its name', (folder) => {
    const choosing = [...tree]
      .filter(([, imports]) =>
        ['./native', './portable'].every((one) => imports.some((each) => each.specifier === one)),
      )
      .map(([file]) => file)
      .filter((file) => file.startsWith(`policies/${folder}/`) && !file.endsWith('/index.ts'));
    const files = readdirSync(path.join(root, 'policies', folder));
    const hasBoth = files.includes('native.ts') && files.includes('portable.ts');
    expect(choosing).toEqual(hasBoth ? [`policies/${folder}/${folder}.ts`] : []);
  });
});

describe('a kind of document', () => {
  /** Files outside `core/model/kinds` and the policy's own folder that name a kind, with the reasons. */
  const NAMING: Readonly<Record<string, string>> = {
    'core/model/index.ts': 'the names that the package exports',
    'core/model/types.ts': 'generated',
    'core/model/complete-types.ts': 'generated',
    'core/desired/api/response-masking.ts': 'the function of this policy takes its documents',
    'examples/constructs/policies.ts': 'an example of the construct',
  };

  test('is named only in its own file and in files with a reason', () => {
    const naming = [...tree.keys()].filter(
      (file) =>
        !file.startsWith('core/model/kinds/') &&
        !file.startsWith('policies/masking/') &&
        // A check names the kinds that it reads, and its example has documents of them.
        !file.startsWith('core/checks/') &&
        text(file).includes('MaskingPolicy'),
    );
    expect(naming.sort()).toEqual(Object.keys(NAMING).sort());
  });
});

describe('the limits of a tier', () => {
  /** Files that read the windows of a tier, with the reasons. */
  const READING: Readonly<Record<string, string>> = {
    'core/model/windows.ts': 'merges limits, quotas and overrides',
    'core/model/terms/changes.ts': 'whether limits fell from one version of terms to the next',
    'core/model/index.ts': 'the names that the package exports',
    'core/view/offer/windows.ts': 'the limits in effect, with their origins',
    'core/checks/catalog/shared/local-quotas.ts': 'whether a tier has a quota',
    'core/checks/catalog/limits-out-of-order.ts': 'whether a longer window allows fewer calls',
    'core/checks/gateway/month-counted-as-30-days.ts': 'whether a tier has a quota per month',
    'core/checks/catalog/shared/monthly-quota.ts': 'how many calls a quota permits in a month',
    'policies/tier-limits/native.ts': "settings of Kong's plugin",
    'policies/tier-limits/portable.ts': "settings of Gatewright's plugin",
  };

  test('are computed in one file, and read only by files with a reason', () => {
    const reading = [...tree.keys()].filter((file) => /\btierWindows\b/.test(text(file)));
    expect(reading.sort()).toEqual(Object.keys(READING).sort());
  });
});

describe('core/app', () => {
  test('never prints and never reads the process or the clock', () => {
    for (const file of tree.keys()) {
      if (!file.startsWith('core/app/')) continue;
      const code = text(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      expect([file, /\b(process|console)\b|new Date\(\)|Date\.now/.exec(code)?.[0]]).toEqual([file, undefined]);
    }
  });
});

describe('the configuration', () => {
  test.each(['tsconfig.json', 'tsconfig.build.json'])(
    '%s sets no baseUrl, which would make constructs/ shadow the package',
    (file) => {
      expect(text(file)).not.toContain('baseUrl');
    },
  );

  test('has no root barrel', () => {
    expect(existsSync(path.join(root, 'index.ts'))).toBe(false);
  });
});
