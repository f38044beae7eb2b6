import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { acl, type pluginAcl, provider, service } from '@cdktf/provider-kong';
import { providerSource, providerVersion, resourceNames, validateResource } from '@cdktf/provider-kong/schema';
import { App, TerraformStack, Testing } from 'cdktf';

const root = join(__dirname, '../..');
const folder = join(root, 'provider-kong');

/** Runs a script in a new Node process in the repository and returns its output, parsed as JSON. */
function inFreshNode<T>(script: string): T {
  return JSON.parse(execFileSync(process.execPath, ['-e', script], { cwd: root, encoding: 'utf8' }));
}

/** Code for the script: the paths of loaded modules that match. */
const loaded =
  'const loaded = (re) => Object.keys(require.cache).filter((path) => re.test(path.replaceAll("\\\\", "/")));';

test.each(['generated', 'lib'])('no file in %s imports cdktn', (part) => {
  const files = readdirSync(join(folder, part), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(ts|js)$/.test(name),
  );
  expect(files.length).toBeGreaterThan(resourceNames.length);
  const importing = (module: string) =>
    files.filter((name) =>
      new RegExp(`(from|require\\(|import\\()\\s*['"]${module}['"/]`).test(
        readFileSync(join(folder, part, name), 'utf8'),
      ),
    );
  expect(importing('cdktn')).toEqual([]);
  expect(importing('cdktf').length).toBeGreaterThan(resourceNames.length);
});

test('only one copy of constructs and cdktf is loaded, and bindings are instances of their classes', () => {
  const found = inFreshNode<{
    readonly constructs: string[];
    readonly cdktf: string[];
    readonly instances: boolean[];
  }>(`
    ${loaded}
    const kong = require('@cdktf/provider-kong');
    const { App, TerraformResource, TerraformStack } = require('cdktf');
    const { Construct } = require('constructs');
    for (const name of Object.keys(kong)) kong[name];
    const made = new kong.service.Service(new TerraformStack(new App(), 'stack'), 'billing', { host: 'up.example' });
    console.log(JSON.stringify({
      constructs: loaded(/\\/constructs\\/lib\\/construct\\.js$/),
      cdktf: loaded(/\\/(cdktf|cdktn)\\/lib\\/index\\.js$/),
      instances: [made instanceof Construct, made instanceof TerraformResource],
    }));`);
  expect(found.constructs).toHaveLength(1);
  expect(found.cdktf).toHaveLength(1);
  expect(found.instances).toEqual([true, true]);
});

test('each resource is loaded at first use, without the others', () => {
  const steps = inFreshNode<string[][]>(`
    ${loaded}
    const bindings = () => loaded(/\\/provider-kong\\/lib\\//).map((path) => path.replaceAll('\\\\', '/').split('/provider-kong/lib/')[1]);
    const kong = require('@cdktf/provider-kong');
    const steps = [bindings()];
    kong.service; steps.push(bindings());
    kong.pluginAcl; kong.service; steps.push(bindings());
    console.log(JSON.stringify(steps));`);
  expect(steps).toEqual([
    ['index.js'],
    ['index.js', 'service/index.js'],
    ['index.js', 'service/index.js', 'plugin-acl/index.js'],
  ]);
});

test('the schema loads neither cdktf nor a binding', () => {
  const found = inFreshNode<string[]>(`
    ${loaded}
    require('@cdktf/provider-kong/schema').validateResource('kong-gateway_acl', {});
    console.log(JSON.stringify(loaded(/\\/(cdktf|cdktn|constructs|provider-kong\\/lib)\\//)));`);
  expect(found).toEqual([]);
});

test('every resource and the provider have a binding', () => {
  const types = inFreshNode<(string | undefined)[]>(`
    const kong = require('@cdktf/provider-kong');
    const types = Object.values(kong).flatMap((module) => Object.values(module).map((made) => made.tfResourceType));
    console.log(JSON.stringify(types.filter(Boolean)));`);
  expect(types.sort()).toEqual(['kong-gateway', ...resourceNames]);
});

test('the bindings write valid attributes, and the source and version of the provider', () => {
  const stack = new TerraformStack(new App(), 'stack');
  new provider.KongGatewayProvider(stack, 'kong', { serverUrl: 'http://admin.example' });
  const config: service.ServiceConfig = { host: 'up.example', port: 443, enabled: true };
  const made = new service.Service(stack, 'billing', config);
  const rules: pluginAcl.PluginAclConfig = { config: { allow: ['sim-swap:paid'] }, service: { id: made.id } };
  new acl.Acl(stack, 'entry', { consumerId: made.id, group: rules.config?.allow?.[0] ?? '' });
  const { resource, terraform } = JSON.parse(Testing.synth(stack));
  expect(terraform.required_providers['kong-gateway']).toEqual({ source: providerSource, version: providerVersion });
  expect(resource['kong-gateway_acl'].entry.consumer_id).toBe(`\${kong-gateway_service.billing.id}`);
  expect(validateResource('kong-gateway_service', resource['kong-gateway_service'].billing)).toEqual([]);
  expect(validateResource('kong-gateway_acl', resource['kong-gateway_acl'].entry)).toEqual([]);
});

describe('without generated bindings', () => {
  let copy: string;
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'provider-kong-'));
    for (const part of ['package.json', 'entry']) cpSync(join(folder, part), join(copy, part), { recursive: true });
  });
  afterAll(() => rmSync(copy, { recursive: true }));

  test.each(['index.js', 'schema.js'])('entry/%s reports which command to run', (entry) => {
    const { code, message } = inFreshNode<{ readonly code: string; readonly message: string }>(`
      try { require(${JSON.stringify(join(copy, 'entry', entry))}); }
      catch ({ code, message }) { console.log(JSON.stringify({ code, message })); }`);
    expect(code).toBe('bindings-missing');
    expect(message).toMatch(
      /^the bindings of @cdktf\/provider-kong have not been generated .*'npm run build -w provider-kong'/,
    );
  });
});
