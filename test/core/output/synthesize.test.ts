import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type App, LocalBackend, TerraformStack } from 'cdktf';
import { CatalogApi, GatewayStack } from '../../../constructs';
import type { Catalog } from '../../../core/model';
import { synthesizeTo } from '../../../core/output';
import { EnvironmentStack } from '../../../stacks';
import { AS_OF, catalogOfFiles, edited, programmeFiles } from '../../support/programme';
import { inFolder } from '../../support/synthesis';

const files = programmeFiles();
const catalog = catalogOfFiles(files);
const write = (out: string, from: Catalog = catalog, environments?: readonly string[]) =>
  synthesizeTo(out, { catalog: from, asOf: AS_OF, environments });

/** Every file below a folder with its text, by path. */
function contentOf(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(path.join(folder, name)).isFile())
      .sort()
      .map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]),
  );
}

/** Runs a function with an output folder inside a temporary folder. */
const withOut = (use: (out: string, folder: string) => void) =>
  inFolder((folder) => use(path.join(folder, 'cdktf.out'), folder));

describe('synthesizeTo', () => {
  test('writes a file for each stack, and a manifest that lists them in order', () => {
    withOut((out) => {
      const { stacks, removed, previous, outsideCatalog } = write(out);
      expect({ removed, previous, outsideCatalog }).toEqual({ removed: [], previous: {}, outsideCatalog: [] });
      expect(Object.keys(contentOf(out))).toEqual(
        [...stacks.map(({ name }) => `stacks/${name}/cdk.tf.json`), 'manifest.json'].sort(),
      );
      const manifest = JSON.parse(readFileSync(path.join(out, 'manifest.json'), 'utf8'));
      expect(Object.keys(manifest.stacks)).toEqual(stacks.map(({ name }) => name).sort());
      expect(manifest.stacks.sandbox_partners_1).toMatchObject({
        name: 'sandbox_partners_1',
        workingDirectory: 'stacks/sandbox_partners_1',
        synthesizedStackPath: 'stacks/sandbox_partners_1/cdk.tf.json',
        dependencies: ['sandbox_global', 'sandbox_apis_communication', 'sandbox_apis_identity'],
      });
    });
  });

  test('writes nothing for an invalid as-of date', () => {
    withOut((out) => {
      expect(() => synthesizeTo(out, { catalog, asOf: 'tomorrow' })).toThrow("asOf 'tomorrow' is not a valid date");
      expect(existsSync(out)).toBe(false);
    });
  });

  test('counts the resources of each stack', () => {
    withOut((out) => {
      for (const { name, resources } of write(out).stacks) {
        const { resource = {} } = JSON.parse(readFileSync(path.join(out, 'stacks', name, 'cdk.tf.json'), 'utf8'));
        const blocks = Object.values<object>(resource).flatMap((byName) => Object.keys(byName));
        expect([name, resources]).toEqual([name, blocks.length]);
      }
    });
  });

  test.each([
    ['entities', ['written']],
    ['constructs', ['created', 'written']],
  ] as const)('reports its progress, from %s', (from, steps) => {
    withOut((out) => {
      const reported: string[] = [];
      synthesizeTo(out, {
        catalog,
        asOf: AS_OF,
        from,
        environments: ['sandbox'],
        onProgress: (done, total, stack) => reported.push(`${done}/${total} ${stack}`),
      });
      const names = ['global', 'apis_communication', 'apis_identity', 'partners_0', 'partners_1', 'partners_2'];
      expect(reported).toEqual(
        steps.flatMap((done) => names.map((name, index) => `${index + 1}/6 stacks ${done}: sandbox_${name}`)),
      );
    });
  });

  test('leaves no files next to the output folder', () => {
    withOut((out, folder) => {
      write(out);
      write(out);
      expect(readdirSync(folder)).toEqual(['cdktf.out']);
    });
  });

  test('removes stacks that no longer exist, and returns their names', () => {
    withOut((out) => {
      write(out);
      const fewer = catalogOfFiles(
        edited(
          files,
          ['sim-swap.yaml', 'domain: identity', 'domain: communication'],
          ['environments.yaml', 'shards: 3', 'shards: 2'],
        ),
      );
      const { removed } = write(out, fewer);
      expect(removed).toEqual([
        'production_apis_identity',
        'sandbox_apis_identity',
        'sandbox_partners_2',
        'staging_apis_identity',
      ]);
      for (const name of removed) expect(existsSync(path.join(out, 'stacks', name))).toBe(false);
    });
  });

  test('of one environment does not change the stacks of the others', () => {
    withOut((out) => {
      write(out);
      const before = contentOf(out);
      const changed = catalogOfFiles(
        edited(files, ['policies.yaml', 'limits: { second: 500,', 'limits: { second: 499,']),
      );
      write(out, changed, ['sandbox']);
      const after = contentOf(out);
      const differ = Object.keys(after).filter((name) => after[name] !== before[name]);
      expect(Object.keys(after)).toEqual(Object.keys(before));
      expect(differ).toEqual(['stacks/sandbox_apis_identity/cdk.tf.json']);
    });
  });

  test('of one environment writes only that environment if there is no output yet', () => {
    withOut((out) => {
      const { stacks } = write(out, catalog, ['staging']);
      expect(new Set(stacks.map(({ environment }) => environment))).toEqual(new Set(['staging']));
      expect(Object.keys(contentOf(out))).toHaveLength(stacks.length + 1);
    });
  });

  test('rejects an environment that does not exist', () => {
    withOut((out) => {
      expect(() => write(out, catalog, ['sandbx'])).toThrow(
        "environment 'sandbx' does not exist; environments are: production, sandbox, staging",
      );
      expect(existsSync(out)).toBe(false);
    });
  });

  test.each(['entities', 'constructs'] as const)('rejects an empty list of environments, from %s', (from) => {
    withOut((out) => {
      expect(() => synthesizeTo(out, { catalog, asOf: AS_OF, environments: [], from })).toThrow(
        "'environments' is an empty list; omit it for all environments, or list some of: production, sandbox, staging",
      );
      expect(existsSync(out)).toBe(false);
    });
  });

  test('ignores duplicate environments', () => {
    withOut((out) => {
      write(out, catalog, ['staging']);
      const once = write(out, catalog, ['staging']);
      const content = contentOf(out);
      expect(write(out, catalog, ['staging', 'staging'])).toEqual(once);
      expect(contentOf(out)).toEqual(content);
    });
  });

  test('keeps the files of Terraform and users', () => {
    withOut((out) => {
      write(out);
      const folder = path.join(out, 'stacks/sandbox_global');
      mkdirSync(path.join(folder, '.terraform'));
      writeFileSync(path.join(folder, '.terraform/x'), 'provider');
      writeFileSync(path.join(folder, '.terraform.lock.hcl'), 'lock');
      writeFileSync(path.join(out, 'note.txt'), 'mine');
      write(out);
      expect(contentOf(out)).toMatchObject({
        'stacks/sandbox_global/.terraform/x': 'provider',
        'stacks/sandbox_global/.terraform.lock.hcl': 'lock',
        'note.txt': 'mine',
      });
    });
  });
});

const slower = catalogOfFiles(edited(files, ['policies.yaml', 'limits: { second: 500,', 'limits: { second: 499,']));

describe('the output is unchanged after an error', () => {
  test.each<[string, (out: string) => void]>([
    [
      'while adding stacks',
      (out) =>
        synthesizeTo(out, {
          catalog,
          asOf: AS_OF,
          addStacks: () => {
            throw new Error('boom');
          },
        }),
    ],
    [
      'while writing the last stack',
      (out) =>
        synthesizeTo(out, {
          catalog,
          asOf: AS_OF,
          onProgress: (done, total) => {
            if (done === total) throw new Error('boom');
          },
        }),
    ],
    ['because a file is in place of a folder', (out) => write(out, slower)],
  ])('%s', (_, fail) => {
    withOut((out, folder) => {
      write(out);
      // The last stack's folder is a file, so that nothing can be moved into it.
      rmSync(path.join(out, 'stacks/staging_partners_1'), { recursive: true });
      writeFileSync(path.join(out, 'stacks/staging_partners_1'), 'in the way');
      const before = contentOf(out);
      expect(() => fail(out)).toThrow();
      expect(contentOf(out)).toEqual(before);
      expect(readdirSync(folder)).toEqual(['cdktf.out']);
    });
  });

  test('even if there was none', () => {
    withOut((out, folder) => {
      expect(() =>
        synthesizeTo(out, {
          catalog,
          asOf: AS_OF,
          onProgress: () => {
            throw new Error('boom');
          },
        }),
      ).toThrow('boom');
      expect(readdirSync(folder)).toEqual([]);
    });
  });
});

describe('what the result has of the previous output', () => {
  test('is the number of shards and the stack of each API, by environment', () => {
    withOut((out) => {
      write(out);
      const { previous } = write(out);
      expect(Object.keys(previous)).toEqual(['production', 'sandbox', 'staging']);
      expect(previous.sandbox).toEqual({
        shards: 3,
        apis: expect.objectContaining({ 'sim-swap': 'sandbox_apis_identity' }),
      });
    });
  });

  test('is that of the environments that are written', () => {
    withOut((out) => {
      write(out);
      expect(Object.keys(write(out, catalog, ['staging']).previous)).toEqual(['staging']);
    });
  });

  test('is what the latest output has, not an earlier one', () => {
    const more = catalogOfFiles(edited(files, ['environments.yaml', 'shards: 3', 'shards: 4']));
    withOut((out) => {
      write(out);
      expect(write(out, more).previous.sandbox?.shards).toBe(3);
      expect(write(out, more).previous.sandbox?.shards).toBe(4);
    });
  });

  test('is empty without a previous output, or if its manifest cannot be read', () => {
    withOut((out) => {
      expect(write(out).previous).toEqual({});
      writeFileSync(path.join(out, 'manifest.json'), '{');
      expect(write(out).previous).toEqual({});
    });
  });

  test('lacks an API that was not in that output', () => {
    withOut((out) => {
      write(out);
      write(out, catalogOfFiles(edited(files, ['sim-swap.yaml', 'lifecycle: published', 'lifecycle: retired'])));
      expect(write(out).previous.sandbox?.apis).not.toHaveProperty('sim-swap');
    });
  });

  test('lacks the APIs of a stack whose file cannot be read', () => {
    withOut((out) => {
      write(out);
      writeFileSync(path.join(out, 'stacks/sandbox_apis_identity/cdk.tf.json'), '{');
      const { previous } = write(out);
      expect(previous.sandbox?.apis).not.toHaveProperty('sim-swap');
      expect(previous.staging?.apis).toHaveProperty('sim-swap');
    });
  });
});

describe('an output folder of another project', () => {
  /** Creates the output of another CDKTF project. */
  function foreign(out: string): void {
    const stack = path.join(out, 'stacks/billing');
    mkdirSync(stack, { recursive: true });
    writeFileSync(path.join(stack, 'cdk.tf.json'), '{"//":{"metadata":{"stackName":"billing"}}}');
    writeFileSync(path.join(stack, 'terraform.tfstate'), 'precious');
    const manifest = { stacks: { billing: { name: 'billing', synthesizedStackPath: 'stacks/billing/cdk.tf.json' } } };
    writeFileSync(path.join(out, 'manifest.json'), JSON.stringify(manifest));
  }

  /** Adds a stack to the manifest of Gatewright's output. */
  const withStack = (out: string, name: string, stack: unknown) => {
    write(out);
    const manifest = JSON.parse(readFileSync(path.join(out, 'manifest.json'), 'utf8'));
    manifest.stacks[name] = stack;
    writeFileSync(path.join(out, 'manifest.json'), JSON.stringify(manifest));
  };

  test.each<[string, string, (out: string) => void]>([
    ['with its manifest', "it contains stack 'billing', which gatewright did not create", foreign],
    [
      "without its manifest, with a stack that has the name of one of Gatewright's",
      "it contains stack 'sandbox_global', which gatewright did not create",
      (out) => {
        mkdirSync(path.join(out, 'stacks/sandbox_global'), { recursive: true });
        writeFileSync(path.join(out, 'stacks/sandbox_global/cdk.tf.json'), '{}');
      },
    ],
    [
      'that names folders elsewhere',
      "its manifest.json lists stack '../../precious', which gatewright did not create",
      (out) => withStack(out, '../../precious', { name: '../../precious' }),
    ],
    [
      'that is written in HCL',
      "its manifest.json lists stack 'billing', which gatewright did not create",
      (out) => withStack(out, 'billing', { name: 'billing', synthesizedStackPath: 'stacks/billing/cdk.tf' }),
    ],
    [
      'that has a manifest of another kind',
      'its manifest.json is not a list of stacks',
      (out) => {
        mkdirSync(out);
        writeFileSync(path.join(out, 'manifest.json'), '{"short_name":"portal"}');
      },
    ],
  ])('%s is rejected and not changed', (_, message, prepare) => {
    withOut((out, folder) => {
      prepare(out);
      const before = contentOf(folder);
      expect(() => write(out)).toThrow(message);
      expect(contentOf(folder)).toEqual(before);
    });
  });
});

describe('a stack that no longer exists', () => {
  const fewer = catalogOfFiles(edited(files, ['environments.yaml', 'shards: 3', 'shards: 2']));

  test('leaves other files in its folder', () => {
    withOut((out) => {
      write(out);
      mkdirSync(path.join(out, 'stacks/sandbox_partners_2/.terraform'));
      writeFileSync(path.join(out, 'stacks/sandbox_partners_2/.terraform/x'), 'provider');
      expect(write(out, fewer).removed).toEqual(['sandbox_partners_2']);
      expect(contentOf(path.join(out, 'stacks/sandbox_partners_2'))).toEqual({ '.terraform/x': 'provider' });
    });
  });

  test('leaves a file that Gatewright may not have created', () => {
    withOut((out) => {
      write(out);
      writeFileSync(path.join(out, 'stacks/sandbox_partners_2/cdk.tf.json'), '{');
      write(out, fewer);
      expect(contentOf(path.join(out, 'stacks/sandbox_partners_2'))).toEqual({ 'cdk.tf.json': '{' });
    });
  });

  test.each([
    ['a cdktf stack', (app: App) => new TerraformStack(app, 'sandbox_own')],
    ['a GatewayStack without comments', (app: App) => new GatewayStack(app, 'sandbox_own')],
  ])('is removed even if it was outside the catalog: %s', (_, make) => {
    withOut((out) => {
      const addStacks = (app: App) => {
        const stack = make(app);
        new LocalBackend(stack, { path: 'own.tfstate' });
      };
      const synthesize = () => synthesizeTo(out, { catalog, asOf: AS_OF, addStacks });
      synthesize();
      synthesize();
      expect(write(out).removed).toEqual(['sandbox_own']);
      expect(existsSync(path.join(out, 'stacks/sandbox_own'))).toBe(false);
    });
  });
});

test('additional stacks are rejected if the files are rendered from entities', () => {
  withOut((out) => {
    const addStacks = (app: App) => new LocalBackend(new TerraformStack(app, 'sandbox_own'), { path: 'own.tfstate' });
    expect(() => synthesizeTo(out, { catalog, asOf: AS_OF, from: 'entities', addStacks })).toThrow(
      "addStacks adds constructs, which `from: 'entities'` does not support; omit `from`",
    );
    expect(existsSync(out)).toBe(false);
  });
});

test('resources outside the catalog are reported', () => {
  withOut((out) => {
    const api = catalog.apis.get('push-message');
    const environment = catalog.environments.get('sandbox')?.value;
    if (!api || !environment) throw new Error('the fixture has changed');
    const { token, errors } = catalog.policies;
    const { outsideCatalog } = synthesizeTo(out, {
      catalog,
      asOf: AS_OF,
      environments: ['sandbox'],
      addStacks: (app) => {
        const stack = new EnvironmentStack(app, 'sandbox_own', { environment });
        new CatalogApi(stack, 'copy', {
          api: { ...api.value, name: 'copy', basePath: '/copy/v1' },
          definition: api.definition,
          environment,
          tiers: [...catalog.tiers.values()].map(({ value }) => value),
          policies: {
            token: token.get('partner-signed')?.value as never,
            errors: errors.get('camara-errors')?.value as never,
          },
        });
      },
    });
    expect(outsideCatalog).toEqual([{ stack: 'sandbox_own', resources: 15 }]);
    const manifest = readFileSync(path.join(out, 'manifest.json'), 'utf8');
    expect(manifest).toContain("stack 'sandbox_own' has 15 resources outside the catalog");
    expect(manifest).not.toContain(process.cwd());
  });
});
