import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { type Elsewhere, elsewhere, LEFT_BEHIND, must, shell } from './elsewhere';

/** The first command of the README. */
const FIRST_LINE = 'npm ci && npm run synth';
const place = elsewhere(FIRST_LINE);
const suite = typeof place === 'string' ? describe.skip : describe;
const reason = typeof place === 'string' ? ` (skipped: ${place})` : '';
const { folder, clone, created, initLines, programme, firstLine } = place as Elsewhere;

afterAll(() => {
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
});

/** Every folder below one that is a package of this name. */
function copiesOf(name: string, folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'package.json')
    .filter((file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')).name === name)
    .map((file) => path.dirname(file));
}

/** Contents of every file below a folder. */
function contents(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = files.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name))).sort();
  return new Map(names.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
}

/** An Enterprise gateway with native plugins, in addition to the open-source gateway that `init` creates. */
const PRODUCTION = `kind: Environment
name: production
title: Production
stage: production
gateway: { edition: enterprise, version: '3.15', plugins: native }
hosts: [api.operator.example]
counters: { store: redis, host: redis.internal, password: '{vault://env/redis-password}' }
partners: { shards: 2, sealed: 2 }
isolation: { upstreams: ['*.production.internal'] }
`;

suite(`a clone${reason}`, () => {
  test('writes Terraform with the first line of the README', () => {
    expect(readFileSync(path.join(clone, 'README.md'), 'utf8')).toContain(FIRST_LINE);
    expect(firstLine).toMatch(/^sandbox +oss /m);
    expect(firstLine).toMatch(/^production +enterprise /m);
    expect(existsSync(path.join(clone, 'cdktf.out/stacks/sandbox_global/cdk.tf.json'))).toBe(true);
  });

  test('runs npx --no-install gatewright, even without a network', () => {
    // Use a separate cache, so that nothing is left in the user's cache.
    const env = { npm_config_cache: path.join(clone, '.npm-cache'), npm_config_offline: 'true' };
    const version = JSON.parse(readFileSync(path.join(clone, 'package.json'), 'utf8')).version;
    for (const _ of ['first', 'second'])
      expect(must(clone, 'npx --no-install gatewright --version', env).trim()).toMatch(new RegExp(`${version}$`));
  });

  test('reports which command to run if the bindings are missing, and only constructs need them', () => {
    const lib = path.join(clone, 'provider-kong/lib');
    renameSync(lib, `${lib}.away`);
    try {
      const { stdout, stderr, status } = shell(clone, 'node dist/main.js');
      expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
      expect(stderr).toContain("run 'npm run build -w provider-kong'");
      expect(stderr).not.toContain('    at ');
      for (const command of ['check', 'synth'])
        expect([command, shell(clone, `node dist/cli/gatewright.js ${command}`).status]).toEqual([command, 0]);
    } finally {
      renameSync(`${lib}.away`, lib);
    }
  });
});

suite(`a programme created from a clone${reason}`, () => {
  test('passes the check after the lines that init prints', () => {
    expect(initLines.lines).toHaveLength(2);
    expect(initLines.printed).toMatch(/^no problems found in \d+ documents/m);
  });
});

suite(`an installation from the tarball${reason}`, () => {
  test('copies its tarball into a new programme, so that it depends on no other folder', () => {
    const { dependencies } = JSON.parse(readFileSync(path.join(programme, 'package.json'), 'utf8'));
    expect(dependencies.gatewright).toMatch(/^file:gatewright-[\d.]+\.tgz$/);
    expect(existsSync(path.join(programme, dependencies.gatewright.slice('file:'.length)))).toBe(true);
  });

  test('contains one copy of constructs and one of cdktf', () => {
    for (const folder of [created, programme])
      for (const name of ['constructs', 'cdktn', '@cdktf/provider-kong']) {
        const own = copiesOf(name, path.join(folder, 'node_modules'));
        expect([name, own]).toEqual([name, [expect.anything()]]);
      }
  });

  test('contains schemas, documentation and license, but no tests, sample catalog or sources', () => {
    const installed = path.join(programme, 'node_modules/gatewright');
    expect(readdirSync(installed).sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'core',
      'dist',
      'docs',
      'gateway',
      'node_modules',
      'package.json',
    ]);
    expect(readdirSync(path.join(installed, 'core/model'))).toEqual(['schemas']);
  });

  test('contains no leftovers of an older build', () => {
    for (const file of LEFT_BEHIND) expect([file, existsSync(path.join(clone, file))]).toEqual([file, false]);
    const installed = path.join(programme, 'node_modules/gatewright/dist');
    // The build generates it from the schemas.
    const generated = 'core/model/validation/compiled-schemas.js';
    expect(existsSync(path.join(installed, generated))).toBe(true);
    const compiled = [...contents(installed).keys()].filter((file) => !file.endsWith('.json') && file !== generated);
    expect(compiled.length).toBeGreaterThan(500);
    for (const file of compiled) {
      const source = file.replace(/(\.d\.ts|\.js)$/, '.ts');
      expect([file, existsSync(path.join(clone, source))]).toEqual([file, true]);
    }
  });

  test('checks the new programme and writes Terraform for it', () => {
    expect(must(programme, 'npx --no-install gatewright check')).toMatch(/^no problems found in \d+ documents/);
    expect(must(programme, 'npm run -s check')).toMatch(/^no problems found in \d+ documents/);
    expect(must(programme, 'npx --no-install gatewright synth')).toMatch(/^sandbox +oss 3\.9 /m);
  });

  test('runs the commands of the CI workflow of the new programme', () => {
    const workflow = parse(readFileSync(path.join(programme, '.github/workflows/gatewright.yml'), 'utf8'));
    const lines: string[] = workflow.jobs.check.steps.flatMap((step: { run?: string }) => step.run ?? []);
    expect(lines).toHaveLength(3);
    for (const line of lines) must(programme, line);
  });

  test('provides the schemas to editors', () => {
    const settings = JSON.parse(readFileSync(path.join(programme, '.vscode/settings.json'), 'utf8'));
    for (const schema of Object.keys(settings['yaml.schemas']))
      expect(existsSync(path.join(programme, schema))).toBe(true);
    const documents = [...contents(path.join(programme, 'catalog'))].filter(([name]) => !name.includes('openapi'));
    for (const [name, text] of documents) {
      const schema = /^# yaml-language-server: \$schema=(.*)$/m.exec(text)?.[1] ?? '';
      expect([name, existsSync(path.join(programme, 'catalog', path.dirname(name), schema))]).toEqual([name, true]);
    }
    must(programme, 'npx --no-install gatewright new partner blue-kite');
    const partner = readFileSync(path.join(programme, 'catalog/partners/blue-kite.yaml'), 'utf8');
    expect(partner).toContain('$schema=../../node_modules/gatewright/core/model/schemas/document.schema.json\n');
  });

  test('writes the same bytes as the clone, for both editions', () => {
    writeFileSync(path.join(programme, 'catalog/environments/production.yaml'), PRODUCTION);
    must(programme, 'npx --no-install gatewright synth --as-of 2026-11-02');
    const here = contents(path.join(programme, 'cdktf.out'));
    const out = path.join(clone, 'elsewhere/cdktf.out');
    must(clone, `node dist/cli/gatewright.js synth --as-of 2026-11-02 --catalog '${programme}/catalog' --out '${out}'`);
    expect(here.size).toBeGreaterThan(6);
    expect(contents(out)).toEqual(here);
  });

  test('is the app of its cdktf.json', () => {
    const { app } = JSON.parse(readFileSync(path.join(programme, 'cdktf.json'), 'utf8'));
    must(programme, app, { CDKTF_OUTDIR: 'app/cdktf.out', GATEWRIGHT_AS_OF: '2026-11-02' });
    must(programme, 'npx --no-install gatewright synth --as-of 2026-11-02');
    expect(contents(path.join(programme, 'app/cdktf.out'))).toEqual(contents(path.join(programme, 'cdktf.out')));
  });

  test('is a library with entry points that load and have types', () => {
    const manifest = JSON.parse(readFileSync(path.join(programme, 'node_modules/gatewright/package.json'), 'utf8'));
    const parts = Object.entries<{ types?: string }>(manifest.exports).filter(
      ([, target]) => target.types !== undefined,
    );
    expect(parts.length).toBeGreaterThan(3);
    for (const [name, { types = '' }] of parts) {
      expect(existsSync(path.join(programme, 'node_modules/gatewright', types))).toBe(true);
      must(programme, `node -e "require('${name.replace('.', 'gatewright')}')"`);
    }
  });

  test('depends on as many packages as ADR 2 states', () => {
    const { packages } = JSON.parse(readFileSync(path.join(programme, 'package-lock.json'), 'utf8'));
    const count = Object.keys(packages).filter((name) => name !== '').length;
    expect(readFileSync(path.join(clone, 'docs/adr/0002-dependencies.md'), 'utf8')).toContain(`${count} packages`);
  });
});
