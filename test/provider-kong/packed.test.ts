import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../..');
let folder: string;
let installed: string;

/** The product's tarball, unpacked as in an installation, next to its two peer libraries. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'provider-kong-'));
  const modules = join(folder, 'node_modules');
  mkdirSync(modules);
  const [packed] = JSON.parse(npm('pack', '--ignore-scripts', '--json', '--pack-destination', folder));
  execFileSync('tar', ['-xzf', join(folder, packed.filename), '-C', folder]);
  installed = join(folder, 'package', 'node_modules', '@cdktf', 'provider-kong');
  for (const name of ['cdktf', 'constructs'])
    symlinkSync(join(root, 'node_modules', name), join(modules, name), 'junction');
});
afterAll(() => rmSync(folder, { recursive: true }));

function npm(...args: readonly string[]): string {
  return execFileSync('npm', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

test('the product’s tarball contains the built package, but neither its generator nor its sources', () => {
  expect(readdirSync(installed).sort()).toEqual([
    'dist',
    'entry',
    'lib',
    'package.json',
    'resources.json',
    'schema.json',
  ]);
  expect(readdirSync(join(installed, 'dist'))).toEqual(['facts']);
});

test('the packed bindings and schema work after unpacking', () => {
  const script = `
    const { acl } = require('@cdktf/provider-kong');
    const { validateResource } = require('@cdktf/provider-kong/schema');
    const { App, TerraformStack, Testing } = require('cdktf');
    const stack = new TerraformStack(new App(), 'stack');
    new acl.Acl(stack, 'entry', { consumerId: 'c', group: 'sim-swap:paid' });
    const block = JSON.parse(Testing.synth(stack)).resource['kong-gateway_acl'].entry;
    console.log(JSON.stringify({ from: require.resolve('@cdktf/provider-kong'), block, problems: validateResource('kong-gateway_acl', block) }));`;
  const cwd = join(folder, 'package');
  expect(JSON.parse(execFileSync(process.execPath, ['-e', script], { cwd, encoding: 'utf8' }))).toEqual({
    from: expect.stringContaining(join('package', 'node_modules', '@cdktf', 'provider-kong', 'entry', 'index.js')),
    block: { consumer_id: 'c', group: 'sim-swap:paid' },
    problems: [],
  });
});
