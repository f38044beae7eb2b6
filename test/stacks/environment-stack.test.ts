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

/** The output of an empty stack. */
function outputOf(settings: Partial<Environment>, name = 'sandbox_global') {
  return inFolder((folder) => {
    const stack = new EnvironmentStack(new App({ outdir: folder }), name, {
      environment: { ...environment, ...settings },
    });
    return JSON.parse(JSON.stringify(stack.toTerraform()));
  });
}

test('an empty stack has provider, variables and backend', () => {
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
  ])('%s stores the state of each stack separately', (_, backend, expected) => {
    expect(backendOf(backend)).toEqual(expected);
  });

  test('pg does not truncate names, so that two stacks with long names have different schemas', () => {
    const domain = 'a'.repeat(63);
    const schemas = ['b', 'c'].map((last) => backendOf({ type: 'pg' }, `sandbox_apis_${domain}${last}`).pg.schema_name);
    expect(new Set(schemas).size).toBe(2);
    for (const schema of schemas) expect(schema.length).toBeLessThanOrEqual(63);
  });

  test('escapes text in its settings', () => {
    const { http } = backendOf({ type: 'http', address: 'https://x/${file("/etc/hostname")}' });
    expect(http.address).toBe('https://x/$${file("/etc/hostname")}/sandbox_global');
  });
});

test('each stack has a separate state, outside the output folder', () => {
  const stacks = Object.values(stacksOf(catalogOfFiles()));
  const backends = stacks.map(({ terraform }) => JSON.stringify((terraform as { backend: unknown }).backend));
  expect(new Set(backends).size).toBe(backends.length);
  for (const backend of backends) expect(backend).toMatch(/"path":"\.\.\/\.\.\/\.\.\/\.gatewright|"key":"gatewright\//);
});

describe('local states', () => {
  const pathOf = (out: string) =>
    inFolder((folder) => {
      synthesizeTo(path.join(folder, out), { catalog: catalogOfFiles(), asOf: AS_OF, environments: ['sandbox'] });
      const { terraform } = readStack(path.join(folder, out, 'stacks/sandbox_global')) as { terraform?: object };
      const { backend } = terraform as { backend: { local: { path: string } } };
      return path.relative(folder, path.join(folder, out, 'stacks/sandbox_global', backend.local.path));
    });

  test('are separate for each output in a folder, and outside all outputs', () => {
    expect(['a', 'b', 'cdktf.out'].map(pathOf)).toEqual([
      '.gatewright/state/a/sandbox_global.tfstate',
      '.gatewright/state/b/sandbox_global.tfstate',
      '.gatewright/state/sandbox_global.tfstate',
    ]);
  });

  test('have the escaped name of an output folder that looks like an expression', () => {
    expect(pathOf('${x}')).toBe('.gatewright/state/$${x}/sandbox_global.tfstate');
  });
});

test('a stack rejects an invalid environment', () => {
  expect(() => outputOf({ hosts: ['not a host'] })).toThrow("Environment 'sandbox' is not valid");
});

test('an environment stack is a GatewayStack', () => {
  inFolder((folder) => {
    const app = new App({ outdir: folder });
    const stack = new EnvironmentStack(app, 'sandbox_global', { environment });
    expect(GatewayStack.of(stack)).toBe(stack);
  });
});
