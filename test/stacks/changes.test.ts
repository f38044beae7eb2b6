import { catalogOfFiles, edited, programmeFiles } from '../support/programme';
import { stacksOf } from '../support/synthesis';
import { type Changes, describeWithTerraform, type StackJson, Workspace } from '../support/terraform';

type Stacks = Readonly<Record<string, StackJson>>;

const files = programmeFiles();
const base = stacksOf(catalogOfFiles(files));
const after = (...edits: Parameters<typeof edited>[1][]) => stacksOf(catalogOfFiles(edited(files, ...edits)));

/** Only the partners' stacks, which refer to entities of other stacks by literal ids. */
const partners = (stacks: Stacks): Stacks =>
  Object.fromEntries(Object.entries(stacks).filter(([name]) => name.includes('_partners_')));

/** The stacks whose files differ. */
const changed = (stacks: Stacks): readonly string[] =>
  Object.keys({ ...base, ...stacks }).filter((name) => JSON.stringify(base[name]) !== JSON.stringify(stacks[name]));

const MOVE_TO_FREE = ['acme-bank.yaml', 'api: sim-swap, tier: paid', 'api: sim-swap, tier: free'] as const;

describeWithTerraform('the plan for a change', () => {
  let workspace: Workspace;
  let applied: Stacks;

  beforeAll(() => {
    workspace = new Workspace();
    applied = partners(base);
    workspace.apply(applied);
  });
  afterAll(() => workspace.remove());

  const plan = (stacks: Stacks): Changes => workspace.plan(partners(stacks));

  test('of a tier is one replacement at the same address, which creates the new entry before it removes the old one', () => {
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

  test('of a granted scope only updates the consumer', () => {
    const stacks = after(['acme-bank.yaml', "scopes: ['sim-swap:check']", "scopes: ['sim-swap:retrieve-date']"]);
    const changes = plan(stacks);
    for (const address of Object.keys(changes)) expect(address).toMatch(/kong-gateway_consumer\.acme-bank_checkout$/);
    expect(Object.values(changes)).toEqual([['update'], ['update'], ['update']]);
  });

  test('of a client id only updates the consumer', () => {
    const changes = plan(after(['acme-bank.yaml', 'clientId: acme-statements', 'clientId: acme-statements-2']));
    expect(Object.values(changes)).toEqual([['update'], ['update'], ['update']]);
  });

  test('that adds a key creates a credential next to the existing one', () => {
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

  test('of an algorithm removes the credential before it creates the new one, because keys are unique on the gateway', () => {
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

  test('of a partner only changes the stack of one shard in each environment', () => {
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

  test('creates each consumer before its entities, and removes it after them', () => {
    const created = workspace.apply(sandbox).map(({ address }) => address);
    const owned = created.filter((address) => ownerOf(address) !== address);
    expect(owned.length).toBeGreaterThan(4);
    for (const address of owned) expect(created.indexOf(ownerOf(address))).toBeLessThan(created.indexOf(address));
    const removals = workspace.apply(Object.fromEntries(Object.keys(sandbox).map((name) => [name, {}])));
    const removed = removals.map(({ address }) => address);
    expect([...removed].sort()).toEqual([...created].sort());
    for (const address of owned) expect(removed.indexOf(address)).toBeLessThan(removed.indexOf(ownerOf(address)));
  });

  test('of a changed tier creates the new entry before it removes the old one', () => {
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
