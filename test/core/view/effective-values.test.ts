import { type Origin, positionOf } from '../../../core/model';
import { type EffectiveValues, effectiveValues, type Sourced, viewsIn } from '../../../core/view';
import { type Change, changed, programme } from '../checks/catalog/programme';

const PROGRAMME = programme();
const ACME = 'acme-bank.yaml';
const QUERY = { application: 'acme-bank_checkout', api: 'sim-swap', environment: 'production', asOf: '2026-11-21' };

function query(
  fields: Partial<typeof QUERY> & { operation?: string } = {},
  changes: readonly Change[] = [],
): EffectiveValues {
  const effective = effectiveValues(programme(changes), { ...QUERY, ...fields });
  if (!effective) throw new Error('there are no effective values');
  return effective;
}

/** Each origin as file, path and the text of its line: `sim-swap.yaml/sla: sla: …`. */
function describeOrigins(origins: readonly Origin[], changes: readonly Change[] = []): readonly string[] {
  const { files } = changed(changes);
  const catalog = changes.length === 0 ? PROGRAMME : programme(changes);
  return origins.map((origin) => {
    const { file = '', line = 0, path } = positionOf(catalog, origin) ?? {};
    const name = file.replace('catalog/', '');
    const text = files[name]?.split('\n')[line - 1]?.trim();
    return `${name}${path}: ${text}`;
  });
}

const valueAndOrigins = ({ value, origins }: Sourced<unknown>) => [value, ...describeOrigins(origins)];

describe('windows', () => {
  const describeWindows = (windows: EffectiveValues['windows']) =>
    windows.map(({ window, limit, origins }) => [
      `${window} ${limit}`,
      ...origins.map((one) => positionOf(PROGRAMME, one)?.path),
    ]);

  test('of an API are those of the tier with its override, the decisive origin first', () => {
    expect(describeWindows(query().windows)).toEqual([
      ['second 10', '/overrides/0/limits/second', '/limits/second'],
      ['minute 600', '/limits/minute'],
      ['month 1000000', '/quota/month'],
    ]);
  });

  test('of an operation take its override first', () => {
    expect(describeWindows(query({ operation: 'checkSimSwap' }).windows)).toEqual([
      ['second 5', '/overrides/1/limits/second', '/overrides/0/limits/second', '/limits/second'],
      ['minute 600', '/limits/minute'],
      ['month 1000000', '/quota/month'],
    ]);
  });

  test('of an operation without an override are those of the API', () => {
    expect(query({ operation: 'retrieveDate' }).windows).toEqual(query().windows);
  });

  test('of the API itself are listed separately', () => {
    const { apiWindows } = query();
    expect(apiWindows.map(({ window, limit }) => `${window} ${limit}`)).toEqual(['second 100', 'minute 3000']);
    expect(describeOrigins(apiWindows[0]?.origins ?? [])).toEqual([
      'policies.yaml/limits/second: limits: { second: 100, minute: 3000 }',
      'sim-swap.yaml/policies/rateLimit: rateLimit: protect-upstream',
    ]);
    expect(query({ api: 'number-verification' }).apiWindows).toEqual([]);
  });
});

describe('a quota beyond which calls are billed', () => {
  const billing: Change = [
    'tiers/paid.yaml',
    'quota: { month: 1000000 }',
    'quota: { month: 1000000 }\nprice: { overage: bill, items: { calls: { type: calls, flat: 0.01 EUR } } }',
  ];

  test('is not among the windows that the gateway enforces, which stay the same otherwise', () => {
    const { windows, billedQuota } = query({}, [billing]);
    expect(windows).toEqual(query().windows.filter(({ window }) => window !== 'month'));
    expect(billedQuota.map(({ window, limit }) => `${window} ${limit}`)).toEqual(['month 1000000']);
    expect(describeOrigins(billedQuota[0]?.origins ?? [], [billing])).toEqual([
      'tiers/paid.yaml/quota/month: quota: { month: 1000000 }',
    ]);
  });

  test('is not that of a tier which refuses these calls', () => {
    expect(query().billedQuota).toEqual([]);
  });
});

test("each figure of the service level is the tier's, or else the API’s", () => {
  const { sla } = query();
  expect(sla.availability && valueAndOrigins(sla.availability)).toEqual([
    '99.9%',
    'tiers/paid.yaml/sla/availability: sla: { availability: 99.9%, latency: { p50: 100 ms, p95: 250 ms } }',
    'sim-swap.yaml/sla/availability: sla: { availability: 99.95%, latency: { p50: 80 ms, p95: 250 ms }, errorRate: 0.1% }',
  ]);
  expect(sla.errorRate && valueAndOrigins(sla.errorRate)).toEqual([
    '0.1%',
    'sim-swap.yaml/sla/errorRate: sla: { availability: 99.95%, latency: { p50: 80 ms, p95: 250 ms }, errorRate: 0.1% }',
  ]);
  expect(sla.p95?.value).toBe('250 ms');
  expect(Object.keys(sla)).toEqual(['availability', 'p50', 'p95', 'errorRate', 'bad']);
});

describe('the rules of a service level', () => {
  const PAID = 'sla: { availability: 99.9%, latency: { p50: 100 ms, p95: 250 ms } }';
  const API = 'sla: { availability: 99.95%, latency: { p50: 80 ms, p95: 250 ms }, errorRate: 0.1% }';
  const CREDITS = 'credits: { steps: [{ below: 99.9%, credit: 10% }], cap: 50% }';

  test('have defaults without an origin', () => {
    const { sla } = query({ api: 'number-verification' });
    expect(sla).toEqual({ bad: { value: ['server-error', 'timeout'], origins: [] } });
  });

  test("are the tier's, or else the API's, each as a whole", () => {
    const { sla } = query({}, [
      ['tiers/paid.yaml', PAID, PAID.replace('sla: {', 'sla: { minimumCalls: 1000,')],
      [
        'sim-swap.yaml',
        API,
        `sla: { availability: 99.9%, errorRate: 0.1%, latency: { p50: 50 ms, p95: 250 ms }, minimumCalls: 5, bad: [timeout], ${CREDITS}, exclusions: { causes: [Force majeure] } }`,
      ],
    ]);
    expect(sla.minimumCalls?.value).toBe(1000);
    expect(sla.minimumCalls?.origins.map(({ document }) => document)).toEqual(['tier/paid', 'api/sim-swap']);
    expect(sla.bad).toEqual({ value: ['timeout'], origins: [{ document: 'api/sim-swap', path: ['sla', 'bad'] }] });
    expect(sla.exclusions?.value).toEqual({ causes: ['Force majeure'] });
    expect(sla.credits?.value).toEqual({
      steps: [{ below: '99.9%', credit: '10%' }],
      cap: '50%',
      granted: 'automatic',
    });
  });

  test('grant credits as the service level says', () => {
    const { sla } = query({}, [
      [
        'tiers/paid.yaml',
        PAID,
        PAID.replace('sla: {', `sla: { ${CREDITS.replace('50% }', '50%, granted: on-claim }')},`),
      ],
    ]);
    expect(sla.credits?.value.granted).toBe('on-claim');
  });
});

describe('a deviation of the contract', () => {
  const deviation = (sla: string, days = 'from: 2026-11-21') =>
    `    - { tier: paid, sla: ${sla}, ${days}, reason: Agreed., approvedBy: finance@operator.example }\n`;
  const withDeviations = (...deviations: readonly string[]): Change => [
    ACME,
    '  end: 2028-01-01\n',
    `  end: 2028-01-01\n  deviations:\n${deviations.join('')}`,
  ];

  test('replaces figures and rules of the tier from its first day on', () => {
    const change = withDeviations(deviation('{ latency: { p95: 80 ms }, bad: [timeout] }'));
    const { sla } = query({}, [change]);
    expect(sla.p95 && [sla.p95.value, ...sla.p95.origins]).toEqual([
      '80 ms',
      { document: 'partner/acme-bank', path: ['contract', 'deviations', 0, 'sla', 'latency', 'p95'] },
      { document: 'tier/paid', path: ['sla', 'latency', 'p95'] },
      { document: 'api/sim-swap', path: ['sla', 'latency', 'p95'] },
    ]);
    expect(sla.bad.value).toEqual(['timeout']);
    expect(sla.availability?.value).toBe('99.9%');
    expect(query({ asOf: '2026-11-20' }, [change]).sla.p95?.value).toBe('250 ms');
  });

  test('applies until its end, and to its tier only', () => {
    const change = withDeviations(deviation('{ latency: { p95: 80 ms } }', 'from: 2026-11-01, to: 2026-11-21'));
    expect(query({}, [change]).sla.p95?.value).toBe('250 ms');
    expect(query({ asOf: '2026-11-20' }, [change]).sla.p95?.value).toBe('80 ms');
    expect(query({ api: 'number-verification', asOf: '2026-11-20' }, [change]).sla.p95).toBeUndefined();
  });

  test('does not change the offer, which others have as well', () => {
    const catalog = programme([withDeviations(deviation('{ latency: { p95: 80 ms } }'))]);
    const offer = viewsIn(catalog, 'production', '2026-11-21')?.offers.find(({ tier }) => tier.name === 'paid');
    expect(offer?.sla.p95?.value).toBe('250 ms');
  });

  test('is that of the reseller for an application that it runs on behalf of its customer', () => {
    const changes: readonly Change[] = [
      [ACME, '    title: Checkout\n', '    title: Checkout\n    onBehalfOf: initech\n'],
      withDeviations(deviation('{ latency: { p95: 80 ms } }')),
    ];
    expect(query({}, changes).sla.p95?.origins[0]?.document).toBe('partner/acme-bank');
  });
});

test('takes tier, scopes, purpose and legal basis from the subscription', () => {
  const { tier, scopes, purpose, legalBasis, requiredScopes } = query({ operation: 'retrieveDate' });
  expect(valueAndOrigins(tier)).toEqual([
    'paid',
    'acme-bank.yaml/applications/0/subscriptions/0/tier: tier: paid',
    'tiers/paid.yaml/name: name: paid',
  ]);
  expect(valueAndOrigins(scopes)).toEqual([
    ['sim-swap:check'],
    'acme-bank.yaml/applications/0/subscriptions/0/scopes: scopes: [sim-swap:check]',
  ]);
  expect(purpose && valueAndOrigins(purpose)[0]).toBe('dpv:FraudPreventionAndDetection');
  expect(legalBasis && valueAndOrigins(legalBasis)[0]).toBe('dpv:LegitimateInterest');
  expect(requiredScopes && valueAndOrigins(requiredScopes)).toEqual([
    [['sim-swap:date', 'sim-swap:retrieve']],
    'sim-swap.yaml/openapi: openapi: ./sim-swap.openapi.yaml',
  ]);
  const other = query({ api: 'number-verification' });
  expect(other.purpose).toBeUndefined();
  expect(other.requiredScopes).toBeUndefined();
});

test('returns policies with their document and the field that names it as origins', () => {
  const { policies } = query();
  expect(Object.entries(policies).map(([kind, policy]) => `${kind} ${policy.value.name}`)).toEqual([
    'token operator-idp',
    'rateLimit protect-upstream',
    'mtls registered-certificate',
    'consent fraud-prevention',
    'masking hide-detail',
    'audit standard-audit',
    'metrics standard-metrics',
    'errors camara-errors',
  ]);
  expect(policies.consent && describeOrigins(policies.consent.origins)).toEqual([
    'policies.yaml/name: name: fraud-prevention',
    'sim-swap.yaml/policies/consent: consent: fraud-prevention',
  ]);
  expect(policies.token?.value.signedBy).toBe('idp');
  expect(Object.keys(query({ api: 'number-verification' }).policies)).toEqual(['token', 'errors']);
  expect(Object.keys(query({}, [['sim-swap.yaml', 'audit: standard-audit', 'audit: nothing']]).policies)).not.toContain(
    'audit',
  );
});

describe('access has a reason and its origins:', () => {
  const APPROVED = 'approval: { status: approved, on: 2026-02-01, by: partners@operator.example }';
  const PARTNER = [
    'acme-bank.yaml/approval/status: status: approved',
    'acme-bank.yaml/approval/on: on: 2026-01-10',
    'acme-bank.yaml/contract/accepted/on: accepted: { on: 2026-01-15, by: legal@acme.example }',
    'acme-bank.yaml/contract/end: end: 2028-01-01',
  ];
  test.each<[string, Partial<typeof QUERY>, readonly Change[], string, readonly string[]]>([
    [
      'granted',
      {},
      [],
      'granted active',
      [
        'acme-bank.yaml/applications/0/subscriptions/0: - api: sim-swap',
        `acme-bank.yaml/applications/0/subscriptions/0/approval/status: ${APPROVED}`,
        `acme-bank.yaml/applications/0/subscriptions/0/approval/on: ${APPROVED}`,
        'acme-bank.yaml/applications/0/subscriptions/0/start: start: 2026-02-01',
        'acme-bank.yaml/applications/0/subscriptions/0/end: end: 2027-02-01',
        'tiers/paid.yaml/status: status: active',
        'tiers/paid.yaml/approval: approval: required',
        'acme-bank.yaml/applications/0/credentials/production: production:',
        ...PARTNER,
        "sim-swap.yaml/upstreams/production: production: { url: 'https://sim-swap.internal', capacity: { second: 100, minute: 5000 } }",
        'sim-swap.yaml/lifecycle: lifecycle: published',
        'environments.yaml/stage: stage: production',
      ],
    ],
    [
      'granted in a sandbox, where the status of the tier does not matter',
      { environment: 'sandbox', api: 'number-verification' },
      [['tiers/free.yaml', 'status: active', 'status: draft']],
      'granted active',
      [
        'acme-bank.yaml/applications/0/subscriptions/1: - api: number-verification',
        'acme-bank.yaml/applications/0/subscriptions/1/environments: environments: [sandbox, production]',
        'acme-bank.yaml/applications/0/credentials/sandbox: sandbox:',
        ...PARTNER,
        "number-verification.yaml/upstreams/sandbox: sandbox: { url: 'https://number.sandbox', verifyTls: false }",
        'number-verification.yaml/lifecycle: lifecycle: published',
        'environments.yaml/stage: stage: sandbox',
      ],
    ],
    [
      'granted to an approved application, before it is suspended',
      { api: 'number-verification' },
      [
        [
          ACME,
          '    title: Checkout',
          '    title: Checkout\n    approval: { status: approved }\n    suspended: { since: 2026-12-01, by: partners@operator.example, reason: x }',
        ],
      ],
      'granted active',
      [
        'acme-bank.yaml/applications/0/subscriptions/1: - api: number-verification',
        'acme-bank.yaml/applications/0/subscriptions/1/environments: environments: [sandbox, production]',
        'tiers/free.yaml/status: status: active',
        'acme-bank.yaml/applications/0/approval/status: approval: { status: approved }',
        'acme-bank.yaml/applications/0/suspended/since: suspended: { since: 2026-12-01, by: partners@operator.example, reason: x }',
        'acme-bank.yaml/applications/0/credentials/production: production:',
        ...PARTNER,
        "number-verification.yaml/upstreams/production: production: { url: 'https://number.internal' }",
        'number-verification.yaml/lifecycle: lifecycle: published',
        'environments.yaml/stage: stage: production',
      ],
    ],
    [
      'ended',
      { asOf: '2027-03-01' },
      [],
      'ended active',
      ['acme-bank.yaml/applications/0/subscriptions/0/end: end: 2027-02-01'],
    ],
    [
      'not started',
      { asOf: '2026-01-20' },
      [],
      'not-started active',
      ['acme-bank.yaml/applications/0/subscriptions/0/start: start: 2026-02-01'],
    ],
    [
      'limited to another environment',
      { api: 'number-verification' },
      [[ACME, '[sandbox, production]', '[sandbox]']],
      'other-environment active',
      ['acme-bank.yaml/applications/0/subscriptions/1/environments: environments: [sandbox]'],
    ],
    [
      'no upstream',
      { api: 'number-verification' },
      [['number-verification.yaml', "  production: { url: 'https://number.internal' }\n", '']],
      'not-served active',
      ['number-verification.yaml/upstreams: upstreams:'],
    ],
    [
      'the lifecycle',
      { api: 'number-verification' },
      [['number-verification.yaml', 'lifecycle: published', 'lifecycle: preview']],
      'not-served active',
      ['number-verification.yaml/lifecycle: lifecycle: preview', 'environments.yaml/stage: stage: production'],
    ],
    [
      'a draft',
      { api: 'number-verification' },
      [['tiers/free.yaml', 'status: active', 'status: draft']],
      'tier-draft active',
      ['tiers/free.yaml/status: status: draft', 'environments.yaml/stage: stage: production'],
    ],
    [
      'no approval',
      {},
      [[ACME, '        approval: { status: approved, on: 2026-02-01, by: partners@operator.example }\n', '']],
      'approval-pending active',
      ['tiers/paid.yaml/approval: approval: required', 'environments.yaml/stage: stage: production'],
    ],
    [
      'a pending approval',
      {},
      [[ACME, '{ status: approved, on: 2026-02-01, by', '{ status: pendingApproval, by']],
      'approval-pending active',
      [
        'acme-bank.yaml/applications/0/subscriptions/0/approval/status: approval: { status: pendingApproval, by: partners@operator.example }',
        'environments.yaml/stage: stage: production',
      ],
    ],
    [
      'an approval that is dated later',
      {},
      [[ACME, '{ status: approved, on: 2026-02-01, by', '{ status: approved, on: 2026-12-01, by']],
      'approval-pending active',
      [
        'acme-bank.yaml/applications/0/subscriptions/0/approval/on: approval: { status: approved, on: 2026-12-01, by: partners@operator.example }',
        'environments.yaml/stage: stage: production',
      ],
    ],
    [
      'an approval of the partner that is dated later',
      {},
      [[ACME, '  on: 2026-01-10\n', '  on: 2026-12-01\n']],
      'not-open partner-pending',
      ['acme-bank.yaml/approval/on: on: 2026-12-01', 'environments.yaml/stage: stage: production'],
    ],
    [
      'an acceptance of the contract that is dated later',
      {},
      [[ACME, 'accepted: { on: 2026-01-15', 'accepted: { on: 2026-12-01']],
      'not-open contract-not-accepted',
      [
        'acme-bank.yaml/contract/accepted/on: accepted: { on: 2026-12-01, by: legal@acme.example }',
        'environments.yaml/stage: stage: production',
      ],
    ],
    [
      'a rejected approval',
      {},
      [[ACME, '{ status: approved, on: 2026-02-01, by', '{ status: rejected, by']],
      'approval-rejected active',
      [
        'acme-bank.yaml/applications/0/subscriptions/0/approval/status: approval: { status: rejected, by: partners@operator.example }',
      ],
    ],
    [
      'a suspended partner',
      {},
      [[ACME, 'evidence:', 'suspended: { since: 2026-11-01, by: partners@operator.example, reason: x }\nevidence:']],
      'not-open partner-suspended',
      ['acme-bank.yaml/suspended: suspended: { since: 2026-11-01, by: partners@operator.example, reason: x }'],
    ],
    [
      'a suspended application',
      {},
      [
        [
          ACME,
          '    title: Checkout',
          '    title: Checkout\n    suspended: { since: 2026-11-01, by: partners@operator.example, reason: x }',
        ],
      ],
      'not-open application-suspended',
      [
        'acme-bank.yaml/applications/0/suspended: suspended: { since: 2026-11-01, by: partners@operator.example, reason: x }',
      ],
    ],
    [
      'a rejected partner',
      {},
      [[ACME, '  status: approved\n', '  status: rejected\n']],
      'not-open partner-rejected',
      ['acme-bank.yaml/approval/status: status: rejected'],
    ],
    [
      'a pending application',
      {},
      [[ACME, '    title: Checkout', '    title: Checkout\n    approval: { status: pendingApproval }']],
      'not-open application-pending',
      [
        'acme-bank.yaml/applications/0/approval/status: approval: { status: pendingApproval }',
        'environments.yaml/stage: stage: production',
      ],
    ],
    [
      'no contract',
      {},
      [[ACME, '  accepted: { on: 2026-01-15, by: legal@acme.example }\n', '']],
      'not-open contract-not-accepted',
      ['acme-bank.yaml/contract: contract:', 'environments.yaml/stage: stage: production'],
    ],
    [
      'the end of the contract',
      { asOf: '2028-01-01' },
      [],
      'not-open contract-ended',
      ['acme-bank.yaml/contract/end: end: 2028-01-01'],
    ],
    [
      'no credentials',
      { environment: 'staging' },
      [],
      'not-open no-credentials',
      ['acme-bank.yaml/applications/0/credentials: credentials:'],
    ],
  ])('%s', (_, fields, changes, reasons, origins) => {
    const { access } = query(fields, changes);
    expect(`${access.value.grantReason} ${access.value.statusReason}`).toBe(reasons);
    expect(access.value.granted).toBe(access.value.grantReason === 'granted');
    expect(describeOrigins(access.origins, changes)).toEqual(origins);
  });
});

describe('of several subscriptions to one API', () => {
  const LAST =
    '      - api: number-verification\n        tier: free\n        scopes: [number-verification:verify]\n        environments: [sandbox, production]\n';
  const several = (...more: string[]): Change => [
    ACME,
    LAST,
    more.map((one) => `      - { api: number-verification, scopes: [number-verification:verify], ${one} }\n`).join(''),
  ];
  const BOTH: Change = ['number-verification.yaml', 'tiers: [free]', 'tiers: [paid, free]'];
  const selectedTier = (fields: Partial<typeof QUERY>, change: Change) =>
    query({ api: 'number-verification', ...fields }, [change, BOTH]).tier.value;

  test('selects the one that is granted', () => {
    const change = several(
      'tier: free, end: 2026-11-01',
      'tier: free, start: 2027-01-01',
      'tier: paid, start: 2026-11-01, end: 2027-01-01, approval: { status: approved }',
    );
    expect(selectedTier({}, change)).toBe('paid');
  });

  test('selects, if two are granted, the one whose tier the API lists first', () => {
    expect(selectedTier({}, several('tier: free', 'tier: paid, approval: { status: approved }'))).toBe('paid');
  });

  test('selects, if none is granted, the current one, then the next, then the last', () => {
    const change = several('tier: free, end: 2026-11-01', 'tier: paid, start: 2026-12-01');
    expect(selectedTier({}, change)).toBe('paid');
    expect(selectedTier({ asOf: '2026-10-01' }, change)).toBe('free');
  });
});

test.each([
  ['application', { application: 'acme-bank_nothing' }],
  ['API', { api: 'nothing' }],
  ['environment', { environment: 'constructor' }],
  ['operation', { operation: 'nothing' }],
  ['subscription', { application: 'initech_portal', api: 'number-verification' }],
])('returns undefined if the %s does not exist', (_, fields) => {
  expect(effectiveValues(programme(), { ...QUERY, ...fields })).toBeUndefined();
});

test('returns undefined for an operation that is not exposed', () => {
  const catalog = programme([['sim-swap.yaml', 'streaming: true', 'exposed: false']]);
  expect(effectiveValues(catalog, { ...QUERY, operation: 'streamEvents' })).toBeUndefined();
  expect(effectiveValues(catalog, { ...QUERY, operation: 'checkSimSwap' })).toBeDefined();
});
