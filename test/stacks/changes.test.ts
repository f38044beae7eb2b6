import { catalogOfFiles, edited, programmeFiles } from '../support/programme';
import { stacksOf } from '../support/synthesis';
import { type Changes, describeWithTerraform, type StackJson, Workspace } from '../support/terraform';

type Stacks = Readonly<Record<string, StackJson>>;

const files = programmeFiles();
const base = stacksOf(catalogOfFiles(files));
const after = (...edits: Parameters<typeof edited>[1][]) => stacksOf(catalogOfFiles(edited(files, ...edits)));

/** Stacks of partners alone: what stands in other stacks is named by literal ids. */
const partners = (stacks: Stacks): Stacks =>
  Object.fromEntries(Object.entries(stacks).filter(([name]) => name.includes('_partners_')));

/** The stacks whose files differ. */
const changed = (stacks: Stacks): readonly string[] =>
  Object.keys({ ...base, ...stacks }).filter((name) => JSON.stringify(base[name]) !== JSON.stringify(stacks[name]));

const MOVE_TO_FREE = ['acme-bank.yaml', 'api: sim-swap, tier: paid', 'api: sim-swap, tier: free'] as const;

describeWithTerraform('a change of the catalog, as the engine plans it,', () => {
  let workspace: Workspace;
  let applied: Stacks;

  beforeAll(() => {
    workspace = new Workspace();
    applied = partners(base);
    workspace.apply(applied);
  });
  afterAll(() => workspace.remove());

  const plan = (stacks: Stacks): Changes => workspace.plan(partners(stacks));

  test('of a tier is one replacement at one address, which makes the new right before the old one goes', () => {
    const stacks = after(MOVE_TO_FREE);
    const replaced = ['create', 'delete'];
    const changes = plan(stacks);
    expect(
      Object.keys(changes)
        .map((address) => address.replace(/_\d+\//, '/'))
        .sort(),
    ).toEqual([
      'production_partners/kong-gateway_consumer_group_member.acme-bank_checkout_sim-swap',
      'sandbox_partners/kong-gateway_acl.acme-bank_checkout_sim-swap',
      'staging_partners/kong-gateway_acl.acme-bank_checkout_sim-swap',
    ]);
    expect(Object.values(changes)).toEqual([replaced, replaced, replaced]);
  });

  test('of a granted scope updates the consumer alone', () => {
    const stacks = after(['acme-bank.yaml', "scopes: ['sim-swap:check']", "scopes: ['sim-swap:retrieve-date']"]);
    const changes = plan(stacks);
    for (const address of Object.keys(changes)) expect(address).toMatch(/kong-gateway_consumer\.acme-bank_checkout$/);
    expect(Object.values(changes)).toEqual([['update'], ['update'], ['update']]);
  });

  test('of a client id updates the consumer, and leaves its credentials and places in groups', () => {
    const changes = plan(after(['acme-bank.yaml', 'clientId: acme-statements', 'clientId: acme-statements-2']));
    expect(Object.values(changes)).toEqual([['update'], ['update'], ['update']]);
  });

  test('of a key makes the new credential beside the old one', () => {
    const key =
      'kty: EC, crv: P-256, x: zT-mn2WUyh64YaRKnPwdEKHhW4yp6wO_tAusiwWqPDM, y: WfpJjzKNd1RlFnyH0ZfSLOcJx3yO796oSNmlsoSFWek';
    const other =
      'kty: EC, crv: P-256, x: C1b37t3ss8HrDMfTX9IJ41d9bZjiD2MidXF4NeALqS4, y: PT0sW6zEQffWqQ-ZKKyM72h3CHDN418nlfgweTCXWbc';
    const changes = plan(
      after(['acme-bank.yaml', `- jwk: { ${key} }\n`, `- jwk: { ${key} }\n          - jwk: { ${other} }\n`]),
    );
    expect(Object.values(changes)).toEqual([['create'], ['create'], ['create']]);
    for (const address of Object.keys(changes)) expect(address).toContain('/kong-gateway_jwt.acme-bank_statements_');
  });

  test('of an algorithm replaces the credential, the old one first: its key is unique on the gateway', () => {
    const changes = plan(
      after(
        ['acme-bank.yaml', 'e: AQAB }', 'e: AQAB }\n            algorithm: RS512'],
        ['policies.yaml', 'algorithms: [ES256, RS256]', 'algorithms: [ES256, RS256, RS512]'],
      ),
    );
    expect(Object.values(changes)).toEqual([
      ['delete', 'create'],
      ['delete', 'create'],
      ['delete', 'create'],
    ]);
  });

  test('touches the stack of one shard in each environment, and no other file', () => {
    const stacks = after(MOVE_TO_FREE);
    const names = changed(stacks);
    expect(names).toHaveLength(3);
    expect(names.map((name) => name.replace(/_\d+$/, '')).sort()).toEqual([
      'production_partners',
      'sandbox_partners',
      'staging_partners',
    ]);
  });
});

describeWithTerraform('an apply', () => {
  const workspace = new Workspace();
  const sandbox = partners(stacksOf(catalogOfFiles(files), { environments: ['sandbox'] }));
  afterAll(() => workspace.remove());

  const ownerOf = (address: string) =>
    address.replace(/kong-gateway_(acl|jwt)\.([^_]+_[^_]+)_.*$/, 'kong-gateway_consumer.$2');

  test('makes each consumer before what belongs to it, and removes it after', () => {
    const made = workspace.apply(sandbox).map(({ address }) => address);
    const belonging = made.filter((address) => ownerOf(address) !== address);
    expect(belonging.length).toBeGreaterThan(4);
    for (const address of belonging) expect(made.indexOf(ownerOf(address))).toBeLessThan(made.indexOf(address));
    const gone = workspace.apply(Object.fromEntries(Object.keys(sandbox).map((name) => [name, {}])));
    const removed = gone.map(({ address }) => address);
    expect([...removed].sort()).toEqual([...made].sort());
    for (const address of belonging) expect(removed.indexOf(address)).toBeLessThan(removed.indexOf(ownerOf(address)));
  });

  test('of a change of tier has made the new entry when the old one goes', () => {
    const moved = partners(stacksOf(catalogOfFiles(edited(files, MOVE_TO_FREE)), { environments: ['sandbox'] }));
    const fresh = new Workspace();
    try {
      fresh.apply(sandbox);
      expect(fresh.apply(moved).map(({ address, action }) => `${action} ${address.replace(/^.*\//, '')}`)).toEqual([
        'create kong-gateway_acl.acme-bank_checkout_sim-swap',
        'delete kong-gateway_acl.acme-bank_checkout_sim-swap',
      ]);
    } finally {
      fresh.remove();
    }
  });
});
