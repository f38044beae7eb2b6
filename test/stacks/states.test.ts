import { catalogOfFiles, edited, type Files, programmeFiles } from '../support/programme';
import { resourcesOf, stacksOf } from '../support/synthesis';

const files = programmeFiles();

/** The resources of an application in an environment, by address without the stack. */
function of(application: string, environment: string, from: Files = files, asOf?: string) {
  const options = { environments: [environment], ...(asOf === undefined ? {} : { asOf }) };
  const all = [...resourcesOf(stacksOf(catalogOfFiles(from, asOf), options))];
  return Object.fromEntries(
    all
      .map(([address, attributes]) => [address.replace(/^.*\//, ''), attributes] as const)
      .filter(([address]) => new RegExp(`\\.${application}(_|$)`).test(address)),
  );
}

const kinds = (resources: object) =>
  Object.keys(resources)
    .map((address) => address.replace(/\..*$/, '').replace('kong-gateway_', ''))
    .sort();

const SUSPENDED = 'suspended: { since: 2026-06-01, by: operations@operator.example, reason: unpaid }\n';
const suspend = (from: Files) =>
  edited(from, [
    'acme-bank.yaml',
    'approval: { status: approved, on: 2026-01-02, by: operations@operator.example }\napplications',
    `approval: { status: approved, on: 2026-01-02, by: operations@operator.example }\n${SUSPENDED}applications`,
  ]);

describe('a suspension', () => {
  const before = of('acme-bank_statements', 'sandbox');
  const during = of('acme-bank_statements', 'sandbox', suspend(files));

  test('removes group memberships and keeps the consumer and its credentials', () => {
    expect(kinds(before)).toEqual(['acl', 'consumer', 'jwt', 'jwt']);
    expect(kinds(during)).toEqual(['consumer', 'jwt', 'jwt']);
  });

  test('does not change the ids of the remaining entities', () => {
    for (const [address, { id }] of Object.entries(during)) expect(before[address]?.id).toBe(id);
  });

  test('that is lifted restores the previous entities', () => {
    expect(of('acme-bank_statements', 'sandbox', edited(suspend(files), ['acme-bank.yaml', SUSPENDED, '']))).toEqual(
      before,
    );
  });

  test('that begins later has no effect yet', () => {
    const later = edited(suspend(files), ['acme-bank.yaml', 'since: 2026-06-01', 'since: 2026-11-22']);
    expect(of('acme-bank_statements', 'sandbox', later)).toEqual(before);
  });

  test('of an application does not affect the others', () => {
    const one = edited(files, [
      'acme-bank.yaml',
      '  - name: checkout\n    title: Checkout\n',
      `  - name: checkout\n    title: Checkout\n    ${SUSPENDED}`,
    ]);
    expect(kinds(of('acme-bank_checkout', 'sandbox', one))).toEqual(['consumer']);
    expect(of('acme-bank_statements', 'sandbox', one)).toEqual(before);
  });
});

describe('a partner', () => {
  test.each([
    ['pending', 'sandbox', ['acl', 'consumer', 'jwt']],
    ['pending', 'staging', []],
    ['pending', 'production', []],
    ['rejected', 'sandbox', []],
  ] as const)('that is %s has in %s: %j', (status, environment, expected) => {
    const from =
      status === 'pending'
        ? files
        : edited(files, [
            'other-partners.yaml',
            'approval: { status: pendingApproval }',
            'approval: { status: rejected, on: 2026-02-01, by: operations@operator.example, reason: no answer }',
          ]);
    expect(kinds(of('ada-moreno_side-project', environment, from))).toEqual(expected);
  });

  test('without credentials for an environment has no entities there', () => {
    expect(kinds(of('night-owl_alarm', 'staging'))).toEqual([]);
    expect(kinds(of('night-owl_alarm', 'sandbox'))).toEqual(['consumer']);
  });

  test('whose contract has ended has no entities', () => {
    const ended = edited(files, [
      'acme-bank.yaml',
      'contract: { template: standard,',
      'contract: { end: 2026-11-21, template: standard,',
    ]);
    expect(kinds(of('acme-bank_statements', 'sandbox', ended))).toEqual([]);
  });
});

describe('a subscription', () => {
  test.each([
    ['2026-01-31', []],
    ['2026-02-01', ['acl']],
    ['2027-01-31', ['acl']],
    ['2027-02-01', []],
  ])('from 2026-02-01 to 2027-02-01 is on %s in the groups %j', (asOf, expected) => {
    const found = of('acme-bank_checkout', 'sandbox', files, asOf);
    expect(kinds(found)).toEqual([...expected, 'consumer']);
  });

  test('to a retired API is removed together with the API', () => {
    const retired = edited(files, ['sim-swap.yaml', 'lifecycle: published', 'lifecycle: retired']);
    expect(kinds(of('acme-bank_checkout', 'sandbox', retired))).toEqual(['consumer']);
    expect(of('sim-swap', 'sandbox', retired)).toEqual({});
    const stacks = stacksOf(catalogOfFiles(retired), { environments: ['sandbox'] });
    // The stack still exists, so that applying it removes the API from the gateway.
    expect(stacks.sandbox_apis_identity?.resource).toBeUndefined();
    expect(stacks.sandbox_apis_identity?.provider).toBeDefined();
  });
});
