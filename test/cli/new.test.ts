import { parse } from 'yaml';
import { Workspace } from './workspace';

/** Commands that do not change any gateway. */
const UNUSED = [
  'new api device-status',
  'new tier bronze',
  'new team night-shift',
  'new contract-template developer-terms',
  'new policy token second-idp',
  'new policy errors plain-errors',
  'new policy rate-limit careful',
  'new policy mtls any-certificate',
  'new policy consent delivery --purpose dpv:DeliveryOfGoods --purpose dpv:RequestedServiceProvision',
  'new policy masking hide-it',
  'new policy audit short-audit',
  'new policy MetricsPolicy counts',
];

const USE_CASES = ['new use-case safe-rides --api device-status --anchor blue-kite --stage pilot'];

const PARTNERS = ['new partner blue-kite', 'new application rider-app --partner blue-kite'];

/** Commands for every kind that `gatewright new` creates. */
const COMMANDS = [
  ...UNUSED,
  ...PARTNERS,
  ...USE_CASES,
  'new environment qa --stage staging',
  'new environment second-sandbox',
];

/** Codes of findings about a policy that no API names, and an environment that no API has an upstream for. */
const NOT_USED_YET = new Set(['unused-document', 'environment-serves-nothing']);

describe.each(['programme', 'test/fixtures/programme'])('in the catalog %s', (from) => {
  let workspace: Workspace;
  beforeEach(() => {
    workspace = new Workspace();
    workspace.start(from);
  });
  afterEach(() => workspace.dispose());

  test('new documents cause no findings except that they are not used yet', async () => {
    const check = async () => {
      const { stdout, status } = await workspace.run(['check', '--format', 'json']);
      const found = JSON.parse(stdout) as readonly { readonly code: string; readonly at: { readonly file: string } }[];
      return { status, found };
    };
    const { found: before, status: passes } = await check();
    expect(passes).toBe(0);
    for (const command of COMMANDS) {
      const { stdout, stderr, status } = await workspace.run(command.split(' '));
      expect([command, stderr, status]).toEqual([command, '', 0]);
      for (const [, file = ''] of stdout.matchAll(/^wrote (.*)$/gm)) expect(workspace.read(file)).not.toBe('');
      const { found, status: stillPasses } = await check();
      expect(stillPasses).toBe(0);
      const isNew = ({ code, at }: (typeof found)[number]) =>
        NOT_USED_YET.has(code) && !before.some((known) => known.code === code && known.at.file === at.file);
      expect(found.filter((one) => !isNew(one))).toEqual(before);
    }
  });

  test('new APIs, tiers, teams and policies do not change the output: they are drafts or unused', async () => {
    await workspace.run(['synth']);
    const before = workspace.contents('cdktf.out');
    for (const command of UNUSED) await workspace.run(command.split(' '));
    await workspace.run(['synth']);
    expect(workspace.contents('cdktf.out')).toEqual(before);
  });

  test('a new application changes only one partner stack of the sandbox', async () => {
    await workspace.run(['synth']);
    const before = workspace.contents('cdktf.out');
    for (const command of PARTNERS) await workspace.run(command.split(' '));
    await workspace.run(['synth']);
    const changed = [...workspace.contents('cdktf.out')].filter(([file, text]) => before.get(file) !== text);
    expect(changed.map(([file]) => file)).toEqual([
      expect.stringMatching(/^stacks\/sandbox_partners_\d+\/cdk\.tf\.json$/),
    ]);
  });
});

describe('a new environment', () => {
  let workspace: Workspace;
  beforeEach(() => {
    workspace = new Workspace();
    workspace.start('test/fixtures/programme');
  });
  afterEach(() => workspace.dispose());

  test.each([
    ['staging', 'portable'],
    ['production', 'native'],
  ])('in stage %s gets the %s plugins of the existing environment in that stage', async (stage, plugins) => {
    const { stdout } = await workspace.run(['new', 'environment', 'second', '--stage', stage]);
    const file = /^wrote (.*)$/m.exec(stdout)?.[1] ?? '';
    expect(parse(workspace.read(file)).gateway).toMatchObject({ edition: 'enterprise', plugins });
  });
});

describe('a new document', () => {
  let workspace: Workspace;
  beforeEach(() => {
    workspace = new Workspace();
    workspace.start('programme');
  });
  afterEach(() => workspace.dispose());

  test('is written although other documents have errors, with a note about them', async () => {
    workspace.edit('catalog/teams/api-platform.yaml', 'email: api-platform@operator.example', 'email: nobody');
    workspace.write('catalog/teams/second.yaml', 'kind: Team\nname: second\ntitle: S\nemail: s@operator.example\n');
    const { stderr, status } = await workspace.run(['new', 'tier', 'bronze']);
    expect({ stderr, status }).toEqual({ stderr: expect.stringContaining('has other errors'), status: 0 });
  });

  test('that fails the check is not written', async () => {
    // The new application would get the client ID of another one.
    workspace.edit('catalog/partners/acme/shop.yaml', 'acme-shop-sandbox', 'acme-web-sandbox');
    const before = workspace.contents('catalog');
    const { stderr, status } = await workspace.run(['new', 'application', 'web', '--partner', 'acme']);
    expect(status).toBe(1);
    expect(stderr).toContain('shared-client-id');
    expect(stderr).toContain('nothing was written');
    expect(workspace.contents('catalog')).toEqual(before);
  });

  test('has no subscription if no API is suitable', async () => {
    workspace.edit(
      'catalog/apis/connectivity/coverage/coverage.yaml',
      'visibility: partner-only',
      'visibility: { partners: [acme] }',
    );
    await workspace.run(['new', 'partner', 'blue-kite']);
    await workspace.run(['new', 'application', 'web', '--partner', 'blue-kite']);
    expect(parse(workspace.read('catalog/partners/blue-kite/web.yaml')).subscriptions).toEqual([]);
  });

  test('has the owner and the domain of the options', async () => {
    workspace.write('catalog/teams/second.yaml', 'kind: Team\nname: second\ntitle: S\nemail: s@operator.example\n');
    await workspace.run(['new', 'api', 'sim-swap', '--domain', 'identity', '--owner', 'second']);
    const api = parse(workspace.read('catalog/apis/identity/sim-swap/sim-swap.yaml'));
    expect(api).toMatchObject({ name: 'sim-swap', domain: 'identity', owner: 'second', lifecycle: 'draft' });
  });

  test('names the schemas for editors if the package is installed in a parent folder', async () => {
    await workspace.run(['new', 'tier', 'bronze']);
    expect(workspace.read('catalog/tiers/bronze.yaml')).toMatch(/^kind: Tier\n/);
    workspace.write('node_modules/gatewright/core/model/schemas/document.schema.json', '{}');
    await workspace.run(['new', 'tier', 'silver']);
    expect(workspace.read('catalog/tiers/silver.yaml')).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/\.\.\/node_modules\/gatewright\/core\/model\/schemas\/document\.schema\.json\nkind: Tier\n/,
    );
  });
});

test('a file that cannot be written is named relative to the working directory', async () => {
  const workspace = new Workspace();
  try {
    workspace.start('programme');
    workspace.write('catalog/apis/billing', 'a file, where a folder would have to be');
    const { stderr, status } = await workspace.run(['new', 'api', 'direct-billing', '--domain', 'billing']);
    expect(stderr).toMatch(/^error: cannot write 'catalog\/apis\/billing\/direct-billing\/direct-billing\.yaml': /);
    expect(status).toBe(1);
  } finally {
    workspace.dispose();
  }
});
