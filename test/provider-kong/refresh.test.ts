import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AttributeSchema } from '../../provider-kong/facts/form';
import { refresh } from '../../provider-kong/tools/refresh';

const root = join(__dirname, '../..');
let folder: string;
let input: string;
const inFolder = (name: string) => join(folder, name);
const before: Record<string, string> = {};

type Attributes = Readonly<Record<string, AttributeSchema>>;

/** The output of Terraform for a provider with two used resources and an unused one, with descriptions. */
function printed(service: Attributes, acl: Attributes | null = { group: { type: 'string', required: true } }) {
  const resource = (attributes: Attributes, version = 0) => ({
    version,
    block: { attributes, description: 'A resource. It has prose.', description_kind: 'markdown' },
  });
  return {
    format_version: '1.0',
    provider_schemas: {
      'registry.opentofu.org/kong/kong-gateway': {
        provider: resource({ admin_token: { type: 'string', optional: true, sensitive: true } }),
        resource_schemas: {
          'kong-gateway_vault': resource({}),
          'kong-gateway_service': resource(service, 1),
          ...(acl && { 'kong-gateway_acl': resource(acl) }),
        },
        data_source_schemas: { 'kong-gateway_service': resource({}) },
        functions: { f: { description: 'x' } },
      },
      'registry.terraform.io/hashicorp/random': { provider: resource({}), resource_schemas: {} },
    },
  };
}

const old: Attributes = {
  host: { type: 'string', required: true },
  path: { type: 'string', optional: true },
  port: { type: 'number', optional: true, computed: true },
  tls: {
    nested_type: { nesting_mode: 'single', attributes: { verify: { type: 'bool', optional: true } } },
    optional: true,
  },
};

function give(value: unknown, options: { readonly name?: string; readonly encoding?: BufferEncoding } = {}): string {
  const path = join(input, options.name ?? 'schema.json');
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value), options.encoding ?? 'utf8');
  return path;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'provider-kong-'));
  input = join(folder, 'input');
  mkdirSync(input);
  const resources = ['kong-gateway_acl', 'kong-gateway_service'];
  writeFileSync(
    inFolder('resources.json'),
    JSON.stringify({ source: 'kong/kong-gateway', version: '1.1.0', resources }),
  );
  writeFileSync(inFolder('schema.json'), '{"provider_schemas":{}}');
  expect(refresh([give(printed(old))], '.', folder).status).toBe(0);
  for (const name of ['schema.json', 'resources.json']) before[name] = readFileSync(inFolder(name), 'utf8');
});
afterEach(() => rmSync(folder, { recursive: true }));

const expectNothingWritten = () => {
  for (const [name, text] of Object.entries(before)) expect(readFileSync(inFolder(name), 'utf8')).toBe(text);
  expect(readdirSync(folder).sort()).toEqual(['input', 'resources.json', 'schema.json']);
};

test('keeps only the used resources, without descriptions', () => {
  const schema = JSON.parse(before['schema.json'] ?? '');
  expect(schema).toEqual({
    format_version: '1.0',
    provider_schemas: {
      'registry.terraform.io/kong/kong-gateway': {
        provider: {
          version: 0,
          block: { attributes: { admin_token: { type: 'string', optional: true, sensitive: true } } },
        },
        resource_schemas: {
          'kong-gateway_acl': { version: 0, block: { attributes: { group: { type: 'string', required: true } } } },
          'kong-gateway_service': { version: 1, block: { attributes: old } },
        },
      },
    },
  });
});

test('reports that nothing changed, and writes the same bytes', () => {
  const { status, stdout } = refresh([give(printed(old)), '--provider-version', '1.1.0'], '.', folder);
  expect(stdout).toBe(`kong/kong-gateway 1.1.0 → 1.1.0
nothing changed in the resources used
wrote schema.json and resources.json; next: npm run build -w provider-kong
`);
  expect(status).toBe(0);
  expectNothingWritten();
});

test('reports each changed attribute', () => {
  const now: Attributes = {
    ca: { type: ['list', 'string'], optional: true, computed: true, sensitive: true },
    host: { type: 'string', optional: true, deprecated: true },
    port: { type: 'string', required: true },
    tls: {
      nested_type: { nesting_mode: 'list', attributes: { verify: { type: 'bool', optional: true, sensitive: true } } },
      optional: true,
    },
  };
  const { status, stdout, stderr } = refresh([give(printed(now)), '--provider-version=1.2.0'], '.', folder);
  expect(stdout).toBe(`kong/kong-gateway 1.1.0 → 1.2.0
~ kong-gateway_service
    + ca          list(string), optional and computed, sensitive
    ~ host        required → optional, current → deprecated
    - path        string, optional
    ~ port        number → string, optional and computed → required
    ~ tls         object → list(object)
    ~ tls.verify  not sensitive → sensitive
wrote schema.json and resources.json; next: npm run build -w provider-kong
`);
  expect([status, stderr]).toEqual([0, '']);
  expect(JSON.parse(readFileSync(inFolder('resources.json'), 'utf8')).version).toBe('1.2.0');
  expect(readFileSync(inFolder('schema.json'), 'utf8')).toContain('"port": { "type": "string", "required": true }');
});

test('rejects a schema without a used resource, and writes nothing', () => {
  const gone = printed({ ...old, extra: { type: 'string', optional: true } }, null);
  const { status, stdout, stderr } = refresh([give(gone), '--provider-version', '2.0.0'], '.', folder);
  expect(stdout).toBe(`kong/kong-gateway 1.1.0 → 2.0.0
- kong-gateway_acl
~ kong-gateway_service
    + extra  string, optional
`);
  expect(stderr).toMatch(
    /^this provider has no kong-gateway_acl; remove what is no longer used from resources.json and try again\n/,
  );
  expect(status).toBe(1);
  expectNothingWritten();
});

test('adds a newly used resource', () => {
  const used = JSON.parse(before['resources.json'] ?? '');
  writeFileSync(
    inFolder('resources.json'),
    JSON.stringify({ ...used, resources: [...used.resources, 'kong-gateway_vault'] }),
  );
  const { stdout } = refresh([give(printed(old))], '.', folder);
  expect(stdout).toContain('\n+ kong-gateway_vault\n');
});

describe('the version', () => {
  const version = () => JSON.parse(readFileSync(inFolder('resources.json'), 'utf8')).version;
  const lock = (source: string) =>
    `provider "registry.terraform.io/hashicorp/random" {\n  version = "3.0.0"\n}\n\nprovider "registry.terraform.io/${source}" {\n  version     = "1.3.0"\n  constraints = "1.3.0"\n}\n`;

  test('is read from the lock file next to the schema', () => {
    give(lock('kong/kong-gateway'), { name: '.terraform.lock.hcl' });
    expect(refresh([give(printed(old))], '.', folder).stdout).toMatch(/^kong\/kong-gateway 1.1.0 → 1.3.0\n/);
    expect(version()).toBe('1.3.0');
  });
  test('stays the same, with a note, if neither lock file nor option contains it', () => {
    give(lock('kong/konnect'), { name: '.terraform.lock.hcl' });
    expect(refresh([give(printed(old))], '.', folder).stdout).toContain('the version stays 1.1.0: ');
    expect(version()).toBe('1.1.0');
  });
  test('of an option takes precedence', () => {
    give(lock('kong/kong-gateway'), { name: '.terraform.lock.hcl' });
    refresh([give(printed(old)), '--provider-version', '1.4.0-rc.1'], '.', folder);
    expect(version()).toBe('1.4.0-rc.1');
  });
});

test.each<[what: string, encoding: BufferEncoding]>([
  ['a byte order mark', 'utf8'],
  ['UTF-16, as older PowerShell writes', 'utf16le'],
])('a file with %s is read', (_what, encoding) => {
  expect(refresh([give(`\uFEFF${JSON.stringify(printed(old))}`, { encoding })], '.', folder).status).toBe(0);
});

const kong = (provider: unknown) => ({
  format_version: '1.0',
  provider_schemas: { 'registry.terraform.io/kong/kong-gateway': provider },
});
const withService = (attribute: unknown) => printed({ x: attribute as AttributeSchema });

describe('invalid input is rejected with exit status 1, and nothing is written', () => {
  test.each<[what: string, content: unknown, message: RegExp]>([
    ['an empty file', '', /schema\.json is not JSON: /],
    ['half a file', '{"format_version":"1.0",', /schema\.json is not JSON: /],
    [
      'a list',
      [],
      /^the file does not hold a JSON object; give the file that 'terraform providers schema -json' wrote/,
    ],
    ['another JSON file', { version: 4 }, /^the file has no format_version; /],
    ['a future format', { format_version: '2.0' }, /^format_version '2\.0' is not known; allowed is 1\.x/],
    ['no providers', { format_version: '1.0' }, /^the file has no provider_schemas; run 'terraform init'/],
    [
      'another provider',
      { format_version: '1.0', provider_schemas: { 'a.example/kong/konnect': {} } },
      /^expected one provider kong\/kong-gateway in the file; found: a\.example\/kong\/konnect\n/,
    ],
    [
      'the provider from two registries',
      { format_version: '1.0', provider_schemas: { 'a/kong/kong-gateway': {}, 'b/kong/kong-gateway': {} } },
      /found: a\/kong\/kong-gateway, b\/kong\/kong-gateway\n/,
    ],
    ['a provider without resources', kong({}), /^provider kong\/kong-gateway has no resource_schemas/],
    ['a provider without a block', kong({ resource_schemas: {} }), /^provider has no version and block/],
    [
      'a resource that is null',
      kong({ provider: { version: 0, block: {} }, resource_schemas: { 'kong-gateway_acl': null } }),
      /^kong-gateway_acl has no version and block/,
    ],
    ['an attribute that is a string', withService('string'), /^kong-gateway_service\.x is not an object/],
    [
      'an attribute without a type',
      withService({ optional: true }),
      /^kong-gateway_service\.x has a type that is not known: none/,
    ],
    [
      'a type that is not known',
      withService({ type: ['bag', 'string'] }),
      /^kong-gateway_service\.x has a type that is not known: \["bag","string"\]/,
    ],
    [
      'a nesting mode that is not known',
      withService({ nested_type: { nesting_mode: 'heap', attributes: {} } }),
      /^kong-gateway_service\.x has nesting_mode "heap"; known are: single, list, set, map/,
    ],
  ])('%s', (_what, content, message) => {
    const { status, stdout, stderr } = refresh([give(content)], '.', folder);
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/\nnothing was written\n$/);
    expect([status, stdout]).toEqual([1, '']);
    expectNothingWritten();
  });

  test('a file that does not exist', () => {
    expect(refresh(['nowhere.json'], input, folder)).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^cannot read .*nowhere\.json: ENOENT\n/),
    });
  });
  test('a folder', () => {
    expect(refresh(['input'], folder, folder)).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/: EISDIR\n/),
    });
  });
});

describe('a wrong command line exits with 2 and prints the usage:', () => {
  test.each<[args: string[], message: RegExp]>([
    [[], /^expected one FILE, found 0\nusage: /],
    [['a', 'b'], /^expected one FILE, found 2\nusage: /],
    [
      ['a', '--provider-version', 'latest'],
      /^--provider-version 'latest' is not a version; write it as 1\.2\.0\nusage: /,
    ],
    [['a', '--force'], /^Unknown option '--force'[\s\S]*\nusage: /],
  ])('%j', (args, message) => {
    expect(refresh(args, '.', folder)).toEqual({ status: 2, stdout: '', stderr: expect.stringMatching(message) });
    expectNothingWritten();
  });
});

test('the documented command works in the root of a clone, with FILE relative to the working directory', () => {
  const clone = inFolder('clone');
  mkdirSync(clone);
  for (const part of ['package.json', 'tsconfig.json']) cpSync(join(root, part), join(clone, part));
  for (const part of ['package.json', 'tsconfig.json', 'facts', 'tools', 'schema.json', 'resources.json']) {
    cpSync(join(root, 'provider-kong', part), join(clone, 'provider-kong', part), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'), 'junction');
  const text = readFileSync(join(root, 'provider-kong/schema.json'), 'utf8');
  const newer = text.replace(
    '"group": { "type": "string", "required": true }',
    '"group": { "type": "string", "optional": true }',
  );
  writeFileSync(join(clone, 'newer.json'), newer);
  const command = ['run', 'refresh', '-w', 'provider-kong', '--', 'newer.json', '--provider-version', '9.9.9'];
  const stdout = execFileSync('npm', command, { cwd: clone, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  expect(stdout).toMatch(
    /kong\/kong-gateway [\d.]+ → 9\.9\.9\n~ kong-gateway_acl\n {4}~ group {2}required → optional\nwrote /,
  );
  expect(readFileSync(join(clone, 'provider-kong/schema.json'), 'utf8')).toBe(newer);
  expect(readFileSync(join(root, 'provider-kong/schema.json'), 'utf8')).toBe(text);
});
