import { knownNames, renamed } from '../../../../core/load/schema/known-names';
import { loadFiles } from '../../../support/catalog';

const names = knownNames([
  { target: 'Team', name: 'ops' },
  { target: 'Tier', name: 'gold' },
  { target: 'Tier', name: 'silver' },
  { target: 'Environment', name: 'test' },
]);

test('an example names existing documents', () => {
  expect(renamed('partner-success', 'Partner', ['owner'], names)).toBe('ops');
  expect(renamed(['enterprise', 'paid', 'free'], 'Api', ['tiers'], names)).toEqual(['gold', 'silver', 'free']);
  expect(renamed({ sandbox: { clientId: 'x' } }, 'Application', ['credentials'], names)).toEqual({
    test: { clientId: 'x' },
  });
  expect(renamed([{ api: 'sim-swap', tier: 'paid' }], 'Partner', ['applications', 2, 'subscriptions'], names)).toEqual([
    { api: 'sim-swap', tier: 'gold' },
  ]);
});

test('an example list contains a document once, even if it replaces a name that is not in the catalog', () => {
  const tiers = knownNames(['free', 'paid'].map((name) => ({ target: 'Tier', name })));
  expect(renamed(['enterprise', 'paid', 'free'], 'Api', ['tiers'], tiers)).toEqual(['free', 'paid']);
});

test('an example keeps the keys on its path', () => {
  const upstream = { url: 'https://a.internal' };
  expect(renamed(upstream, 'Api', ['upstreams', 'policies'], names)).toEqual(upstream);
});

test('does not change an example without names', () => {
  expect(renamed('Paid', 'Tier', ['title'], names)).toBe('Paid');
});

test('a hint for a missing field names a team of the catalog', () => {
  const { findings } = loadFiles({
    'teams.yaml': 'kind: Team\nname: ops\ntitle: Ops\nemail: ops@operator.example\n',
    'partner.yaml':
      'kind: Partner\nname: acme\ntitle: A\ntype: technology\norganization: { name: A, country: ES }\ncontacts: [{ role: technical, email: a@b.example }]\ncontract: { template: t, version: 1.0.0 }\napproval: { status: pendingApproval }\n',
  });
  expect(findings.map(({ hint }) => hint)).toEqual(['add for example owner: ops']);
});
