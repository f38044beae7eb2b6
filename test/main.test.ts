import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { synthesisFailure } from '../core/output/synthesis-failure';
import { type AppOptions, main } from '../main';
import { Workspace } from './cli/workspace';
import { AS_OF, edited, type Files, programmeFiles, writeFiles } from './support/programme';
import { inFolder } from './support/synthesis';

/** Runs the app on files, and returns its output, its exit status and the output folder. */
function run(
  folder: string,
  files: Files,
): { readonly status: number; readonly printed: string; readonly out: string } {
  const catalogFolder = path.join(folder, 'catalog');
  const out = path.join(folder, 'cdktf.out');
  writeFiles(catalogFolder, files);
  let printed = '';
  const status = main({ catalogFolder, outFolder: out, asOf: AS_OF }, (text) => {
    printed += text;
  });
  return { status, printed, out };
}

interface StackEntry {
  readonly name: string;
  readonly synthesizedStackPath: string;
  readonly workingDirectory: string;
  readonly annotations: readonly unknown[];
  readonly dependencies: readonly string[];
}

const withCatalog = (use: (folder: string) => void) =>
  inFolder((folder) => {
    mkdirSync(path.join(folder, 'catalog'));
    use(folder);
  });

describe('the app of cdktf.json', () => {
  test('writes the files that the CLI of CDK Terrain reads', () => {
    withCatalog((folder) => {
      const { status, printed, out } = run(folder, programmeFiles());
      expect(status).toBe(0);
      expect(printed).toContain(`16 stacks as of ${AS_OF}`);
      const { stacks } = JSON.parse(readFileSync(path.join(out, 'manifest.json'), 'utf8'));
      expect(Object.keys(stacks)).toHaveLength(16);
      for (const {
        name,
        synthesizedStackPath,
        workingDirectory,
        annotations,
        dependencies,
      } of Object.values<StackEntry>(stacks)) {
        expect(synthesizedStackPath).toBe(`${workingDirectory}/cdk.tf.json`);
        expect(annotations).toEqual([]);
        for (const dependency of dependencies) expect(stacks[dependency]).toBeDefined();
        const content = JSON.parse(readFileSync(path.join(out, synthesizedStackPath), 'utf8'));
        expect(content['//'].metadata.stackName).toBe(name);
        expect(content.terraform.required_providers['kong-gateway']).toEqual({
          source: 'kong/kong-gateway',
          version: '1.1.0',
        });
      }
    });
  });

  test('writes nothing if the check finds an error, and reports the error', () => {
    withCatalog((folder) => {
      const { out } = run(folder, programmeFiles());
      const before = readFileSync(path.join(out, 'manifest.json'), 'utf8');
      const broken = edited(
        programmeFiles(),
        ['acme-bank.yaml', 'tier: paid', 'tier: payed'],
        ['environments.yaml', 'shards: 3', 'shards: 1'],
      );
      const { status, printed } = run(folder, broken);
      expect(status).toBe(1);
      expect(printed).toContain("tier 'payed' does not exist");
      expect(printed).toContain("did you mean 'paid'?");
      expect(readFileSync(path.join(out, 'manifest.json'), 'utf8')).toBe(before);
    });
  });

  test('writes nothing for a catalog without documents', () => {
    withCatalog((folder) => {
      const { status, printed, out } = run(folder, { 'notes.md': 'Nothing yet.\n' });
      expect(status).toBe(1);
      expect(printed).toContain('error empty-catalog');
      expect(existsSync(out)).toBe(false);
    });
  });

  test('reports warnings, such as a changed number of shards', () => {
    withCatalog((folder) => {
      run(folder, programmeFiles());
      const { status, printed } = run(
        folder,
        edited(programmeFiles(), ['environments.yaml', 'shards: 3', 'shards: 4']),
      );
      expect(status).toBe(0);
      expect(printed).toContain('warning shards-differ-from-output');
    });
  });
});

describe('the app with an invalid option', () => {
  test.each<[string, Partial<AppOptions>, 1 | 2, string]>([
    [
      'a text that is not a date',
      { asOf: 'banana' },
      2,
      "error: 'banana' is not a valid date: GATEWRIGHT_AS_OF must be a calendar date",
    ],
    ['a date that does not exist', { asOf: '2026-02-30' }, 2, "error: '2026-02-30' is not a valid date"],
    ['an empty date', { asOf: '' }, 2, "error: '' is not a valid date: GATEWRIGHT_AS_OF must be"],
    [
      'an empty catalog setting',
      { catalogFolder: '' },
      2,
      'error: GATEWRIGHT_CATALOG is empty\n       set it to the catalog folder, or unset it',
    ],
    ['an empty output setting', { outFolder: '' }, 2, 'error: the output folder has no name\n       choose a folder'],
    [
      'a catalog folder that does not exist',
      { catalogFolder: 'nowhere' },
      2,
      "error: folder 'nowhere' does not exist\n       set GATEWRIGHT_CATALOG to the catalog folder",
    ],
    ['the root folder as output', { outFolder: '/' }, 2, "error: '/' cannot be the output folder: it is the root"],
    ['a file as output', { outFolder: __filename }, 1, `error: cannot write '${__filename}': a part of the path is a`],
  ])('reports %s and writes nothing', (_, invalid, expected, message) => {
    withCatalog((folder) => {
      writeFiles(path.join(folder, 'catalog'), programmeFiles());
      const settings = { catalogFolder: path.join(folder, 'catalog'), outFolder: path.join(folder, 'o'), asOf: AS_OF };
      let printed = '';
      const status = main({ ...settings, ...invalid }, (text) => {
        printed += text;
      });
      expect(status).toBe(expected);
      expect(printed).toContain(message);
      expect(printed).not.toContain('    at ');
      expect(existsSync(settings.outFolder)).toBe(false);
    });
  });

  test('reports missing bindings', () => {
    const missing = Object.assign(new Error('the bindings have not been generated'), { code: 'bindings-missing' });
    expect(synthesisFailure(missing, 'cdktf.out')).toEqual({ message: missing.message, status: 2 });
  });
});

describe('the app as a process', () => {
  let workspace: Workspace;
  beforeEach(() => {
    workspace = new Workspace();
    workspace.start('programme');
  });
  afterEach(() => workspace.dispose());

  test('reads its settings from environment variables', () => {
    workspace.write('other/readme.txt', '');
    const { stdout, stderr, status } = workspace.app({ CDKTF_OUTDIR: 'build', GATEWRIGHT_AS_OF: AS_OF });
    expect({ stdout, stderr, status }).toEqual({ stdout: '', stderr: `3 stacks as of ${AS_OF} in build\n`, status: 0 });
    expect(workspace.app({ GATEWRIGHT_CATALOG: 'other' }).stderr).toContain('error empty-catalog');
  });

  test.each([
    ['GATEWRIGHT_CATALOG', 'GATEWRIGHT_CATALOG is empty'],
    ['CDKTF_OUTDIR', 'the output folder has no name'],
    ['GATEWRIGHT_AS_OF', "'' is not a valid date"],
  ])('rejects an empty %s', (name, message) => {
    const { stderr, status } = workspace.app({ [name]: '' });
    expect(stderr).toMatch(`error: ${message}`);
    expect({ status, files: workspace.files('cdktf.out') }).toEqual({ status: 2, files: [] });
  });

  test.each([
    ['a promise that is rejected', "void Promise.reject(new Error('too late'));", 'too late'],
    ['a timer that throws', "setImmediate(() => { throw new Error('too late'); });", 'too late'],
    ['a timer that ends the process', 'setImmediate(() => process.exit(0));', 'process.exit is called'],
  ])('writes nothing and reports code of the catalog that fails after loading: %s', (_, code, message) => {
    workspace.write('catalog/gatewright.catalog.ts', `${code}\n`);
    const { stderr, status } = workspace.app();
    expect(stderr).toContain(
      `error typescript-failed  code of the catalog failed after the file had run: ${message}; a catalog file cannot be asynchronous\n`,
    );
    expect(stderr).not.toContain('    at ');
    expect({ status, files: workspace.files('cdktf.out') }).toEqual({ status: 1, files: [] });
  });

  test('does not wait for pending timers of the catalog', () => {
    workspace.write('catalog/gatewright.catalog.ts', 'setInterval(() => undefined, 1000);\n');
    expect(workspace.app().status).toBe(0);
  });
});

test('cdktf.json names the built app', () => {
  const { app, output } = JSON.parse(readFileSync(path.join(__dirname, '../cdktf.json'), 'utf8'));
  expect({ app, output }).toEqual({ app: 'node dist/main.js', output: 'cdktf.out' });
});
