import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { main } from '../main';
import { AS_OF, edited, type Files, programmeFiles } from './support/programme';
import { inFolder } from './support/synthesis';

/** Runs the app on files; what it printed, its exit status, and the folder of the output. */
function run(
  folder: string,
  files: Files,
): { readonly status: number; readonly printed: string; readonly out: string } {
  const catalogFolder = path.join(folder, 'catalog');
  const out = path.join(folder, 'cdktf.out');
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(catalogFolder, name), text);
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

describe('the app that cdktf.json names', () => {
  test('writes what the CLI of CDK Terrain reads', () => {
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

  test('writes nothing when the check finds an error, and says what and where', () => {
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

  test('writes nothing for a catalog without a document', () => {
    withCatalog((folder) => {
      const { status, printed, out } = run(folder, { 'notes.yaml': '# nothing yet\n' });
      expect(status).toBe(1);
      expect(printed).toContain('error empty-catalog');
      expect(existsSync(out)).toBe(false);
    });
  });

  test('passes warnings on: a changed number of shards', () => {
    withCatalog((folder) => {
      run(folder, programmeFiles());
      const { status, printed } = run(
        folder,
        edited(programmeFiles(), ['environments.yaml', 'shards: 3', 'shards: 4']),
      );
      expect(status).toBe(0);
      expect(printed).toContain('warning shards-changed');
    });
  });
});

test('cdktf.json names the app as it is built', () => {
  const { app, output } = JSON.parse(readFileSync(path.join(__dirname, '../cdktf.json'), 'utf8'));
  expect({ app, output }).toEqual({ app: 'node dist/main.js', output: 'cdktf.out' });
});
