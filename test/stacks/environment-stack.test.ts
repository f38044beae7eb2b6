// biome-ignore-all lint/suspicious/noTemplateCurlyInString: expressions of Terraform are what is tested
import path from 'node:path';
import { App } from 'cdktf';
import { GatewayStack } from '../../constructs';
import type { Environment } from '../../core/model';
import { synthesizeTo } from '../../core/output';
import { EnvironmentStack } from '../../stacks';
import { AS_OF, catalogOfFiles } from '../support/programme';
import { inFolder, readStack, stacksOf } from '../support/synthesis';

const environment = catalogOfFiles().environments.get('sandbox')?.value as Environment;

/** The output of a stack that holds nothing. */
function outputOf(settings: Partial<Environment>, name = 'sandbox_global') {
  return inFolder((folder) => {
    const stack = new EnvironmentStack(new App({ outdir: folder }), name, {
      environment: { ...environment, ...settings },
    });
    return JSON.parse(JSON.stringify(stack.toTerraform()));
  });
}

test('a stack that holds nothing says everything else', () => {
  expect(outputOf({})).toEqual({
    '//': { metadata: { stackName: 'sandbox_global' }, gatewright: { environment: 'sandbox' } },
    terraform: {
      required_version: '>= 1.10.0',
      required_providers: { 'kong-gateway': { source: 'kong/kong-gateway', version: '1.1.0' } },
      backend: { local: { path: '../../../.gatewright/state/sandbox_global.tfstate' } },
    },
    provider: {
      'kong-gateway': [{ server_url: '${var.kong_admin_url}', admin_token: '${var.kong_admin_token}' }],
    },
    variable: {
      kong_admin_url: { type: 'string', description: expect.any(String) },
      kong_admin_token: {
        type: 'string',
        description: expect.any(String),
        sensitive: true,
        ephemeral: true,
        default: null,
      },
    },
  });
});

describe('the backend', () => {
  const backendOf = (backend: NonNullable<Environment['backend']>, name?: string) =>
    outputOf({ backend }, name).terraform.backend;

  test.each<[string, NonNullable<Environment['backend']>, unknown]>([
    ['local', { type: 'local' }, { local: { path: '../../../.gatewright/state/sandbox_global.tfstate' } }],
    [
      's3',
      { type: 's3', bucket: 'bucket', region: 'eu-south-2', prefix: 'a/b' },
      {
        s3: {
          bucket: 'bucket',
          key: 'a/b/sandbox_global.tfstate',
          region: 'eu-south-2',
          encrypt: true,
          use_lockfile: true,
        },
      },
    ],
    [
      's3 at another address',
      { type: 's3', bucket: 'bucket', region: 'region', prefix: 'p', endpoint: 'https://s3.operator.example' },
      {
        s3: expect.objectContaining({
          endpoints: { s3: 'https://s3.operator.example' },
          use_path_style: true,
          skip_credentials_validation: true,
        }),
      },
    ],
    [
      'http',
      { type: 'http', address: 'https://state.operator.example/gatewright/' },
      {
        http: {
          address: 'https://state.operator.example/gatewright/sandbox_global',
          lock_address: 'https://state.operator.example/gatewright/sandbox_global',
          unlock_address: 'https://state.operator.example/gatewright/sandbox_global',
        },
      },
    ],
    [
      'http without locks, with a query',
      { type: 'http', address: 'https://state.operator.example/s?team=a', lock: false },
      { http: { address: 'https://state.operator.example/s/sandbox_global?team=a' } },
    ],
    [
      "http as GitLab's, with locks below each state",
      {
        type: 'http',
        address: 'https://gitlab.example/api/v4/projects/7/terraform/state?x=1',
        lockPath: 'lock',
        lockMethod: 'POST',
        unlockMethod: 'DELETE',
      },
      {
        http: {
          address: 'https://gitlab.example/api/v4/projects/7/terraform/state/sandbox_global?x=1',
          lock_address: 'https://gitlab.example/api/v4/projects/7/terraform/state/sandbox_global/lock?x=1',
          unlock_address: 'https://gitlab.example/api/v4/projects/7/terraform/state/sandbox_global/lock?x=1',
          lock_method: 'POST',
          unlock_method: 'DELETE',
        },
      },
    ],
    ['pg', { type: 'pg' }, { pg: { schema_name: 'gatewright_sandbox_global' } }],
    ['pg with a name', { type: 'pg', schema: 'states' }, { pg: { schema_name: 'states_sandbox_global' } }],
  ])('%s has a place of its own for each stack', (_, backend, expected) => {
    expect(backendOf(backend)).toEqual(expected);
  });

  test('pg cuts no name off: two stacks with long names have two schemas', () => {
    const domain = 'a'.repeat(63);
    const schemas = ['b', 'c'].map((last) => backendOf({ type: 'pg' }, `sandbox_apis_${domain}${last}`).pg.schema_name);
    expect(new Set(schemas).size).toBe(2);
    for (const schema of schemas) expect(schema.length).toBeLessThanOrEqual(63);
  });

  test('text in its settings is no expression', () => {
    const { http } = backendOf({ type: 'http', address: 'https://x/${file("/etc/hostname")}' });
    expect(http.address).toBe('https://x/$${file("/etc/hostname")}/sandbox_global');
  });
});

test('no state is shared: the places of all stacks differ, and none is inside the output folder', () => {
  const stacks = Object.values(stacksOf(catalogOfFiles()));
  const places = stacks.map(({ terraform }) => JSON.stringify((terraform as { backend: unknown }).backend));
  expect(new Set(places).size).toBe(places.length);
  for (const place of places) expect(place).toMatch(/"path":"\.\.\/\.\.\/\.\.\/\.gatewright|"key":"gatewright\//);
});

describe('local states', () => {
  const pathOf = (out: string) =>
    inFolder((folder) => {
      synthesizeTo(path.join(folder, out), { catalog: catalogOfFiles(), asOf: AS_OF, environments: ['sandbox'] });
      const { terraform } = readStack(path.join(folder, out, 'stacks/sandbox_global')) as { terraform?: object };
      const { backend } = terraform as { backend: { local: { path: string } } };
      return path.relative(folder, path.join(folder, out, 'stacks/sandbox_global', backend.local.path));
    });

  test('of outputs side by side are told apart, outside all of them', () => {
    expect(['a', 'b', 'cdktf.out'].map(pathOf)).toEqual([
      '.gatewright/state/a/sandbox_global.tfstate',
      '.gatewright/state/b/sandbox_global.tfstate',
      '.gatewright/state/sandbox_global.tfstate',
    ]);
  });

  test('are where the output says, also where its name looks like an expression', () => {
    expect(pathOf('${x}')).toBe('.gatewright/state/$${x}/sandbox_global.tfstate');
  });
});

test('a stack belongs to its environment, and refuses one that is not valid', () => {
  expect(() => outputOf({ hosts: ['not a host'] })).toThrow("Environment 'sandbox' is not valid");
});

test('stacks of ours are told from others', () => {
  inFolder((folder) => {
    const app = new App({ outdir: folder });
    const stack = new EnvironmentStack(app, 'sandbox_global', { environment });
    expect(GatewayStack.of(stack)).toBe(stack);
  });
});
