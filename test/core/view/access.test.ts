import { accessIn } from '../../../core/view';
import { type Change, programme } from '../checks/catalog/programme';

const ACME = 'acme-bank.yaml';
const DAY = '2026-11-21';

/** The status of `acme-bank_checkout` (`+` with a consumer, `-` without), and the reason of each of its subscriptions. */
function describeAccess(changes: readonly Change[], environment: string, day = DAY): string {
  const access = accessIn(programme(changes), environment, day).find(
    ({ application }) => application.id === 'acme-bank_checkout',
  );
  if (!access) throw new Error('the application is missing');
  for (const { granted, reason } of access.subscriptions) expect(granted).toBe(reason === 'granted');
  const subscriptions = access.subscriptions.map(({ api, reason }) => `${api.name} ${reason}`).join(', ');
  return `${access.present ? '+' : '-'} ${access.reason}: ${subscriptions}`;
}

const suspended = (since: string): Change => [
  ACME,
  'evidence:',
  `suspended: { since: ${since}, by: partners@operator.example, reason: x }\nevidence:`,
];
const inApplication = (text: string): Change => [ACME, '    title: Checkout', `    title: Checkout\n    ${text}`];
const partnerIs = (status: string): Change => [ACME, '  status: approved\n', `  status: ${status}\n`];
const ALL = 'sim-swap granted, number-verification granted';
const NONE = 'sim-swap not-open, number-verification not-open';
const NOT_ACCEPTED: Change = [ACME, '  accepted: { on: 2026-01-15, by: legal@acme.example }\n', ''];

describe('an application', () => {
  test.each<[string, readonly Change[], sandbox: string, production: string]>([
    ['has a consumer and all its grants if it is active', [], `+ active: ${ALL}`, `+ active: ${ALL}`],
    [
      'of a rejected partner has no consumer',
      [partnerIs('rejected')],
      `- partner-rejected: ${NONE}`,
      `- partner-rejected: ${NONE}`,
    ],
    [
      'of a pending partner has a consumer in a sandbox only',
      [partnerIs('pendingApproval')],
      `+ partner-pending: ${ALL}`,
      `- partner-pending: ${NONE}`,
    ],
    [
      'without an accepted contract has a consumer in a sandbox only',
      [NOT_ACCEPTED],
      `+ contract-not-accepted: ${ALL}`,
      `- contract-not-accepted: ${NONE}`,
    ],
    [
      'that is rejected has no consumer',
      [inApplication('approval: { status: rejected }')],
      `- application-rejected: ${NONE}`,
      `- application-rejected: ${NONE}`,
    ],
    [
      'that is pending has a consumer in a sandbox only',
      [inApplication('approval: { status: pendingApproval }')],
      `+ application-pending: ${ALL}`,
      `- application-pending: ${NONE}`,
    ],
    [
      'that is approved, of a pending partner, has a consumer in a sandbox only',
      [partnerIs('pendingApproval'), inApplication('approval: { status: approved }')],
      `+ partner-pending: ${ALL}`,
      `- partner-pending: ${NONE}`,
    ],
    [
      'of a suspended partner keeps its consumer without grants',
      [suspended(DAY)],
      `+ partner-suspended: ${NONE}`,
      `+ partner-suspended: ${NONE}`,
    ],
    [
      'that is suspended keeps its consumer without grants',
      [inApplication(`suspended: { since: ${DAY}, by: partners@operator.example, reason: x }`)],
      `+ application-suspended: ${NONE}`,
      `+ application-suspended: ${NONE}`,
    ],
    [
      'of a partner suspended from tomorrow on still has all its grants',
      [suspended('2026-11-22')],
      `+ active: ${ALL}`,
      `+ active: ${ALL}`,
    ],
    [
      'of a pending and suspended partner has a consumer in a sandbox only, without grants',
      [partnerIs('pendingApproval'), suspended(DAY)],
      `+ partner-suspended: ${NONE}`,
      `- partner-suspended: ${NONE}`,
    ],
    [
      'of a rejected and suspended partner has no consumer',
      [partnerIs('rejected'), suspended(DAY)],
      `- partner-rejected: ${NONE}`,
      `- partner-rejected: ${NONE}`,
    ],
  ])('%s', (_, changes, sandbox, production) => {
    expect(describeAccess(changes, 'sandbox')).toBe(sandbox);
    expect(describeAccess(changes, 'production')).toBe(production);
  });

  const approvedOn = (on: string): Change => [ACME, '  on: 2026-01-10\n', `  on: ${on}\n`];
  const acceptedOn = (on: string): Change => [ACME, 'accepted: { on: 2026-01-15', `accepted: { on: ${on}`];
  const rejectedOn = (on: string): Change =>
    inApplication(`approval: { status: rejected, on: ${on}, by: partners@operator.example }`);
  test.each<[what: string, change: (on: string) => Change, before: string, inSandbox: string]>([
    ['the approval of its partner', approvedOn, `- partner-pending: ${NONE}`, `+ partner-pending: ${ALL}`],
    [
      'its own approval',
      (on) => inApplication(`approval: { status: approved, on: ${on}, by: partners@operator.example }`),
      `- application-pending: ${NONE}`,
      `+ application-pending: ${ALL}`,
    ],
    [
      'the acceptance of the contract',
      acceptedOn,
      `- contract-not-accepted: ${NONE}`,
      `+ contract-not-accepted: ${ALL}`,
    ],
  ])('is present in production from the date of %s on, but not before', (_, change, before, inSandbox) => {
    expect(describeAccess([change('2026-11-22')], 'production')).toBe(before);
    expect(describeAccess([change('2026-11-22')], 'sandbox')).toBe(inSandbox);
    expect(describeAccess([change('2026-11-22')], 'production', '2026-11-22')).toBe(`+ active: ${ALL}`);
    expect(describeAccess([change(DAY)], 'production')).toBe(`+ active: ${ALL}`);
  });

  test('loses its consumer immediately if it is rejected with a later date', () => {
    expect(describeAccess([rejectedOn('2026-11-22')], 'production')).toBe(`- application-rejected: ${NONE}`);
    expect(describeAccess([rejectedOn('2026-11-22')], 'sandbox')).toBe(`- application-rejected: ${NONE}`);
  });

  test('of a suspended partner with a later approval date is absent from production', () => {
    expect(describeAccess([suspended(DAY), approvedOn('2026-11-22')], 'production')).toBe(
      `- partner-suspended: ${NONE}`,
    );
  });

  test('is absent without credentials for the environment', () => {
    expect(describeAccess([], 'staging')).toBe(`- no-credentials: ${NONE}`);
  });

  test('is absent from the end date of the contract on', () => {
    expect(describeAccess([], 'production', '2027-12-31')).toMatch(/^\+ active: /);
    expect(describeAccess([], 'production', '2028-01-01')).toBe(`- contract-ended: ${NONE}`);
  });

  test('has its previous grants again after a suspension is lifted', () => {
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
    describeAccess(changes, environment, day).split(/[:,] /)[1];
  const number = (changes: readonly Change[], environment = 'production', day = DAY) =>
    describeAccess(changes, environment, day).split(/[:,] /)[2];

  test.each([
    ['2026-01-31', 'sim-swap not-started'],
    ['2026-02-01', 'sim-swap granted'],
    ['2027-01-31', 'sim-swap granted'],
    ['2027-02-01', 'sim-swap ended'],
  ])('from 2026-02-01 to 2027-02-01 is on %s: %s', (day, expected) => {
    expect(sim([], 'production', day)).toBe(expected);
  });

  test('is granted only in the environments that it lists', () => {
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
  ])('to a %s API is %s in a sandbox and %s in production', (lifecycle, sandbox, production) => {
    const change: Change = ['number-verification.yaml', 'lifecycle: published', `lifecycle: ${lifecycle}`];
    expect(number([change], 'sandbox')).toBe(`number-verification ${sandbox}`);
    expect(number([change])).toBe(`number-verification ${production}`);
  });

  test('to a preview API is granted in staging', () => {
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

  test('to an API without an upstream in the environment is not served', () => {
    expect(number([['number-verification.yaml', "  production: { url: 'https://number.internal' }\n", '']])).toBe(
      'number-verification not-served',
    );
  });

  const approval = (text: string): Change => [
    ACME,
    '        approval: { status: approved, on: 2026-02-01, by: partners@operator.example }\n',
    text,
  ];
  test.each<[string, Change, string, string]>([
    ['approved', approval('        approval: { status: approved }\n'), 'granted', 'granted'],
    ['pending', approval('        approval: { status: pendingApproval }\n'), 'granted', 'approval-pending'],
    ['missing', approval(''), 'granted', 'approval-pending'],
    [
      'dated later',
      approval('        approval: { status: approved, on: 2026-11-22, by: partners@operator.example }\n'),
      'granted',
      'approval-pending',
    ],
    [
      'dated today',
      approval(`        approval: { status: approved, on: ${DAY}, by: partners@operator.example }\n`),
      'granted',
      'granted',
    ],
    ['rejected', approval('        approval: { status: rejected }\n'), 'approval-rejected', 'approval-rejected'],
  ])('with a required approval that is %s is granted or held back accordingly', (_, change, sandbox, production) => {
    expect(sim([change], 'sandbox')).toBe(`sim-swap ${sandbox}`);
    expect(sim([change])).toBe(`sim-swap ${production}`);
  });

  test('needs no approval if its tier requires none, but is held back by a pending one', () => {
    const automatic: Change = ['tiers/paid.yaml', 'approval: required', 'approval: automatic'];
    expect(sim([automatic, approval('')])).toBe('sim-swap granted');
    for (const pending of ['pendingApproval', 'approved, on: 2026-11-22, by: partners@operator.example'])
      expect(sim([automatic, approval(`        approval: { status: ${pending} }\n`)])).toBe(
        'sim-swap approval-pending',
      );
  });

  test.each([
    ['draft', 'granted', 'tier-draft'],
    ['archived', 'granted', 'granted'],
  ])('to a tier in status %s is %s in a sandbox and %s in production', (status, sandbox, production) => {
    const change: Change = ['tiers/free.yaml', 'status: active', `status: ${status}`];
    expect(number([change], 'sandbox')).toBe(`number-verification ${sandbox}`);
    expect(number([change])).toBe(`number-verification ${production}`);
  });

  test('that names an unknown API or tier is omitted', () => {
    expect(describeAccess([[ACME, 'api: sim-swap', 'api: sim-swop']], 'sandbox')).toBe(
      '+ active: number-verification granted',
    );
    expect(describeAccess([[ACME, 'tier: free', 'tier: fre']], 'sandbox')).toBe('+ active: sim-swap granted');
  });
});

test('sorts applications by id, and returns none for an unknown environment', () => {
  expect(accessIn(programme(), 'sandbox', DAY).map(({ application }) => application.id)).toEqual([
    'acme-bank_checkout',
    'initech_portal',
  ]);
  expect(accessIn(programme(), 'constructor', DAY)).toEqual([]);
});
