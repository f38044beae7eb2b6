import { accessIn } from '../../../core/view';
import { type Change, programme } from '../checks/catalog/programme';

const ACME = 'acme-bank.yaml';
const DAY = '2026-11-21';

/** What `acme-bank_checkout` has: its standing, and of each subscription the reason. `+` is a consumer, `-` none. */
function told(changes: readonly Change[], environment: string, day = DAY): string {
  const access = accessIn(programme(changes), environment, day).find(
    ({ application }) => application.id === 'acme-bank_checkout',
  );
  if (!access) throw new Error('the application is not there');
  for (const { granted, reason } of access.subscriptions) expect(granted).toBe(reason === 'granted');
  const subscriptions = access.subscriptions.map(({ api, reason }) => `${api.name} ${reason}`).join(', ');
  return `${access.present ? '+' : '-'} ${access.reason}: ${subscriptions}`;
}

const suspended = (since: string): Change => [
  ACME,
  'evidence:',
  `suspended: { since: ${since}, by: jane, reason: x }\nevidence:`,
];
const ofApplication = (text: string): Change => [ACME, '    title: Checkout', `    title: Checkout\n    ${text}`];
const partnerIs = (status: string): Change => [ACME, '  status: approved\n', `  status: ${status}\n`];
const ALL = 'sim-swap granted, number-verification granted';
const NONE = 'sim-swap not-open, number-verification not-open';
const NOT_ACCEPTED: Change = [ACME, '  accepted: { on: 2026-01-15, by: legal@acme.example }\n', ''];

describe('a consumer', () => {
  test.each<[string, readonly Change[], sandbox: string, production: string]>([
    ['stands and is granted all', [], `+ active: ${ALL}`, `+ active: ${ALL}`],
    [
      'of a rejected partner is gone',
      [partnerIs('rejected')],
      `- partner-rejected: ${NONE}`,
      `- partner-rejected: ${NONE}`,
    ],
    [
      'of a pending partner stands in a sandbox',
      [partnerIs('pendingApproval')],
      `+ partner-pending: ${ALL}`,
      `- partner-pending: ${NONE}`,
    ],
    [
      'whose contract nobody accepted stands in a sandbox',
      [NOT_ACCEPTED],
      `+ contract-not-accepted: ${ALL}`,
      `- contract-not-accepted: ${NONE}`,
    ],
    [
      'of a rejected application is gone',
      [ofApplication('approval: { status: rejected }')],
      `- application-rejected: ${NONE}`,
      `- application-rejected: ${NONE}`,
    ],
    [
      'of a pending application stands in a sandbox',
      [ofApplication('approval: { status: pendingApproval }')],
      `+ application-pending: ${ALL}`,
      `- application-pending: ${NONE}`,
    ],
    [
      'of an approved application under a pending partner stands in a sandbox',
      [partnerIs('pendingApproval'), ofApplication('approval: { status: approved }')],
      `+ partner-pending: ${ALL}`,
      `- partner-pending: ${NONE}`,
    ],
    [
      'of a suspended partner stands and has nothing',
      [suspended(DAY)],
      `+ partner-suspended: ${NONE}`,
      `+ partner-suspended: ${NONE}`,
    ],
    [
      'of a suspended application stands and has nothing',
      [ofApplication(`suspended: { since: ${DAY}, by: jane, reason: x }`)],
      `+ application-suspended: ${NONE}`,
      `+ application-suspended: ${NONE}`,
    ],
    [
      'of a partner suspended tomorrow is granted all',
      [suspended('2026-11-22')],
      `+ active: ${ALL}`,
      `+ active: ${ALL}`,
    ],
    [
      'of a pending and suspended partner stands in a sandbox and has nothing',
      [partnerIs('pendingApproval'), suspended(DAY)],
      `+ partner-suspended: ${NONE}`,
      `- partner-suspended: ${NONE}`,
    ],
    [
      'of a rejected and suspended partner is gone',
      [partnerIs('rejected'), suspended(DAY)],
      `- partner-rejected: ${NONE}`,
      `- partner-rejected: ${NONE}`,
    ],
  ])('%s', (_, changes, sandbox, production) => {
    expect(told(changes, 'sandbox')).toBe(sandbox);
    expect(told(changes, 'production')).toBe(production);
  });

  const approvedOn = (on: string): Change => [ACME, '  on: 2026-01-10\n', `  on: ${on}\n`];
  const acceptedOn = (on: string): Change => [ACME, 'accepted: { on: 2026-01-15', `accepted: { on: ${on}`];
  const rejectedOn = (on: string): Change =>
    ofApplication(`approval: { status: rejected, on: ${on}, by: jane@operator.example }`);
  test.each<[what: string, change: (on: string) => Change, before: string, inSandbox: string]>([
    ['the approval of its partner', approvedOn, `- partner-pending: ${NONE}`, `+ partner-pending: ${ALL}`],
    [
      'its own approval',
      (on) => ofApplication(`approval: { status: approved, on: ${on}, by: jane@operator.example }`),
      `- application-pending: ${NONE}`,
      `+ application-pending: ${ALL}`,
    ],
    [
      'the acceptance of the contract',
      acceptedOn,
      `- contract-not-accepted: ${NONE}`,
      `+ contract-not-accepted: ${ALL}`,
    ],
  ])('is in production from the day of %s on, and not before', (_, change, before, inSandbox) => {
    expect(told([change('2026-11-22')], 'production')).toBe(before);
    expect(told([change('2026-11-22')], 'sandbox')).toBe(inSandbox);
    expect(told([change('2026-11-22')], 'production', '2026-11-22')).toBe(`+ active: ${ALL}`);
    expect(told([change(DAY)], 'production')).toBe(`+ active: ${ALL}`);
  });

  test('of an application that is rejected as of a later day is gone at once', () => {
    expect(told([rejectedOn('2026-11-22')], 'production')).toBe(`- application-rejected: ${NONE}`);
    expect(told([rejectedOn('2026-11-22')], 'sandbox')).toBe(`- application-rejected: ${NONE}`);
  });

  test('of a suspended partner whose approval is dated later is not in production', () => {
    expect(told([suspended(DAY), approvedOn('2026-11-22')], 'production')).toBe(`- partner-suspended: ${NONE}`);
  });

  test('is not there without credentials for the environment', () => {
    expect(told([], 'staging')).toBe(`- no-credentials: ${NONE}`);
  });

  test('is gone from the end day of the contract on', () => {
    expect(told([], 'production', '2027-12-31')).toMatch(/^\+ active: /);
    expect(told([], 'production', '2028-01-01')).toBe(`- contract-ended: ${NONE}`);
  });

  test('has what it had before when a suspension is lifted', () => {
    const before = accessIn(programme(), 'production', DAY);
    const during = accessIn(programme([suspended('2026-11-01')]), 'production', DAY);
    const after = accessIn(programme([suspended('2026-11-22')]), 'production', DAY);
    const shape = (access: typeof before) =>
      access.map(({ application, present, credentials }) => [application.id, present, credentials]);
    const granted = (access: typeof before) =>
      access.flatMap(({ subscriptions }) => subscriptions.filter((one) => one.granted).map(({ api }) => api.name));
    expect(shape(during)).toEqual(shape(before));
    expect(granted(during)).toEqual([]);
    expect(granted(after)).toEqual(granted(before));
  });
});

describe('a subscription', () => {
  const sim = (changes: readonly Change[], environment = 'production', day = DAY) =>
    told(changes, environment, day).split(/[:,] /)[1];
  const number = (changes: readonly Change[], environment = 'production', day = DAY) =>
    told(changes, environment, day).split(/[:,] /)[2];

  test.each([
    ['2026-01-31', 'sim-swap not-started'],
    ['2026-02-01', 'sim-swap granted'],
    ['2027-01-31', 'sim-swap granted'],
    ['2027-02-01', 'sim-swap ended'],
  ])('from 2026-02-01 up to 2027-02-01 is on %s: %s', (day, expected) => {
    expect(sim([], 'production', day)).toBe(expected);
  });

  test('holds in the environments that it names', () => {
    const inSandbox: Change = [ACME, '[sandbox, production]', '[sandbox]'];
    expect(number([inSandbox], 'sandbox')).toBe('number-verification granted');
    expect(number([inSandbox])).toBe('number-verification other-environment');
  });

  test.each([
    ['draft', 'not-served', 'not-served'],
    ['preview', 'granted', 'not-served'],
    ['published', 'granted', 'granted'],
    ['deprecated', 'granted', 'granted'],
    ['retired', 'not-served', 'not-served'],
  ])('to an API that is %s is %s in a sandbox and %s in production', (lifecycle, sandbox, production) => {
    const change: Change = ['number-verification.yaml', 'lifecycle: published', `lifecycle: ${lifecycle}`];
    expect(number([change], 'sandbox')).toBe(`number-verification ${sandbox}`);
    expect(number([change])).toBe(`number-verification ${production}`);
  });

  test('to a preview is granted in staging', () => {
    const access = accessIn(
      programme([
        ['sim-swap.yaml', 'lifecycle: published', 'lifecycle: preview'],
        [ACME, '      sandbox:\n', '      staging:\n'],
      ]),
      'staging',
      DAY,
    );
    expect(access[0]?.subscriptions[0]?.reason).toBe('granted');
  });

  test('to an API without an upstream there is not served', () => {
    expect(number([['number-verification.yaml', "  production: { url: 'https://number.internal' }\n", '']])).toBe(
      'number-verification not-served',
    );
  });

  const approval = (text: string): Change => [
    ACME,
    '        approval: { status: approved, on: 2026-02-01, by: jane@operator.example }\n',
    text,
  ];
  test.each<[string, Change, string, string]>([
    ['approved', approval('        approval: { status: approved }\n'), 'granted', 'granted'],
    ['pending', approval('        approval: { status: pendingApproval }\n'), 'granted', 'approval-pending'],
    ['missing', approval(''), 'granted', 'approval-pending'],
    [
      'dated later',
      approval('        approval: { status: approved, on: 2026-11-22, by: jane@operator.example }\n'),
      'granted',
      'approval-pending',
    ],
    [
      'dated today',
      approval(`        approval: { status: approved, on: ${DAY}, by: jane@operator.example }\n`),
      'granted',
      'granted',
    ],
    ['rejected', approval('        approval: { status: rejected }\n'), 'approval-rejected', 'approval-rejected'],
  ])('whose tier requires an approval that is %s', (_, change, sandbox, production) => {
    expect(sim([change], 'sandbox')).toBe(`sim-swap ${sandbox}`);
    expect(sim([change])).toBe(`sim-swap ${production}`);
  });

  test('whose tier requires no approval needs none, but a pending one holds it back', () => {
    const automatic: Change = ['tiers/paid.yaml', 'approval: required', 'approval: automatic'];
    expect(sim([automatic, approval('')])).toBe('sim-swap granted');
    for (const pending of ['pendingApproval', 'approved, on: 2026-11-22, by: jane@operator.example'])
      expect(sim([automatic, approval(`        approval: { status: ${pending} }\n`)])).toBe(
        'sim-swap approval-pending',
      );
  });

  test.each([
    ['draft', 'granted', 'tier-draft'],
    ['archived', 'granted', 'granted'],
  ])('to a tier that is %s is %s in a sandbox and %s in production', (status, sandbox, production) => {
    const change: Change = ['tiers/free.yaml', 'status: active', `status: ${status}`];
    expect(number([change], 'sandbox')).toBe(`number-verification ${sandbox}`);
    expect(number([change])).toBe(`number-verification ${production}`);
  });

  test('that names an unknown API or tier is left out', () => {
    expect(told([[ACME, 'api: sim-swap', 'api: sim-swop']], 'sandbox')).toBe('+ active: number-verification granted');
    expect(told([[ACME, 'tier: free', 'tier: fre']], 'sandbox')).toBe('+ active: sim-swap granted');
  });
});

test('applications are sorted by id, and an unknown environment has none', () => {
  expect(accessIn(programme(), 'sandbox', DAY).map(({ application }) => application.id)).toEqual([
    'acme-bank_checkout',
    'initech_portal',
  ]);
  expect(accessIn(programme(), 'constructor', DAY)).toEqual([]);
});
