import { readinessOf } from '../../../core/readiness';
import { ELEMENTS } from '../../../core/readiness/elements/list';
import { programme as sealedProgramme } from '../checks/catalog/programme';
import { HIGHER, versions } from '../checks/catalog/versions';
import { AS_OF, type Change, programme, without } from './programme';

/** The criteria of a programme that are missing, with the first place that lacks each. */
function missing(...changes: readonly Change[]) {
  return readinessOf(programme(...changes), AS_OF).elements.flatMap((element) =>
    element.criteria.flatMap(({ id, status, lacking }) => {
      const [first] = lacking.first;
      return status === 'missing' ? [[`${element.id}/${id}`, first ? `${first.file}:${first.line}` : '']] : [];
    }),
  );
}

describe('a programme with everything', () => {
  const readiness = readinessOf(programme(), AS_OF);

  test('has every element', () => {
    expect(missing()).toEqual([]);
    expect(readiness.verdict).toEqual({ present: 6, total: 6, required: 5, isReady: true });
  });

  test('has a place for every criterion', () => {
    const counts = readiness.elements.flatMap(({ criteria }) =>
      criteria.map(({ id, places }) => [id, places.count > 0]),
    );
    expect(counts).toEqual(ELEMENTS.flatMap(({ criteria }) => criteria.map(({ id }) => [id, true])));
  });
});

describe('an element is missing without', () => {
  const rows: readonly (readonly [criterion: string, change: Change, lackingAt?: string])[] = [
    [
      'technical-layer/sandbox',
      ['sim-swap.yaml', "  sandbox: { url: 'https://sim-swap.sandbox' }\n", ''],
      'sim-swap.yaml:2',
    ],
    ['technical-layer/limits', ['tiers.yaml', 'limits: { second: 20 }\n', ''], 'tiers.yaml:2'],
    ['technical-layer/metrics', ['sim-swap.yaml', 'metrics: metrics, ', ''], 'sim-swap.yaml:2'],
    [
      'documentation-and-portal/portal',
      ['programme.yaml', "portal: { url: 'https://partners.northwind.example' }\n", ''],
    ],
    [
      'documentation-and-portal/guides',
      ['sim-swap.yaml', 'documentation: https://northwind.example/sim-swap\n', ''],
      'sim-swap.yaml:2',
    ],
    [
      'documentation-and-portal/value-propositions',
      ['sim-swap.yaml', 'valueProposition: Stops fraud.\n', ''],
      'sim-swap.yaml:2',
    ],
    [
      'documentation-and-portal/changelogs',
      ['sim-swap.yaml', 'changelog: [{ version: 2.1.0, date: 2026-01-01, changes: [First version.] }]\n', ''],
      'sim-swap.yaml:2',
    ],
    ['documentation-and-portal/developer-contact', ['programme.yaml', 'role: technical', 'role: business']],
    ['commercial-framework/open-tier', ['tiers.yaml', 'benefits: [A named engineer]', 'partners: [acme-bank]']],
    ['commercial-framework/service-level', ['tiers.yaml', 'sla: { availability: 99.9% }\n', '']],
    ['commercial-framework/support', ['tiers.yaml', 'support: { channels: [email, phone, ticket, community] }\n', '']],
    ['commercial-framework/finance', ['programme.yaml', '  finance: platform\n', '']],
    ['partner-management/responsible-team', ['programme.yaml', '  partner-management: platform\n', '']],
    ['partner-management/technical-contacts', ['acme-bank.yaml', 'role: technical', 'role: legal'], 'acme-bank.yaml:2'],
    ['compliance-and-security/security-team', ['programme.yaml', '  security: platform\n', '']],
    ['compliance-and-security/privacy-team', ['programme.yaml', '  privacy: platform\n', '']],
    ['compliance-and-security/legal-team', ['programme.yaml', '  legal: platform\n', '']],
    ['compliance-and-security/security-contact', ['programme.yaml', 'role: security', 'role: support']],
    ['compliance-and-security/privacy-contact', ['programme.yaml', 'role: privacy', 'role: support']],
    ['compliance-and-security/consent', ['sim-swap.yaml', 'consent: consent, ', ''], 'sim-swap.yaml:2'],
    ['compliance-and-security/mutual-tls', ['sim-swap.yaml', 'mtls: mtls, ', ''], 'sim-swap.yaml:2'],
    ['compliance-and-security/audit', ['sim-swap.yaml', 'audit: audit, ', ''], 'sim-swap.yaml:2'],
    [
      'compliance-and-security/responsibilities',
      ['contracts.yaml', '    responsibilities: { consent-capture: partner }\n', ''],
      'contracts.yaml:5',
    ],
    ['use-case-incubation/anchor', ['use-cases.yaml', 'anchor: true', 'anchor: false']],
    ['use-case-incubation/business-case', ['use-cases.yaml', 'businessCase: BC-1\n', '']],
  ];

  for (const [criterion, change, lackingAt = ''] of rows)
    test(`what ${criterion} asks for`, () => {
      expect(missing(change)).toEqual([[criterion, lackingAt && `catalog/${lackingAt}`]]);
    });

  const several: readonly (readonly [title: string, changes: readonly Change[], criteria: readonly string[]])[] = [
    ['a price', [without('tiers.yaml', 'price')], ['commercial-framework/price']],
    ['levels', [without('programme.yaml', 'levels')], ['partner-management/levels']],
    ['targets', [without('programme.yaml', 'targets')], ['partner-management/targets']],
    [
      'requirements of tiers and levels',
      [without('tiers.yaml', 'requires'), ['programme.yaml', '    requires: [trained-staff]\n', '']],
      ['partner-management/requirements'],
    ],
    [
      'a contract whose day has come',
      [['contracts.yaml', '2025-01-01', '2027-01-01']],
      ['commercial-framework/contract', 'compliance-and-security/responsibilities'],
    ],
    [
      'a contract that is not retired',
      [['contracts.yaml', 'effective: 2025-01-01', 'effective: 2025-01-01\n    retired: 2026-11-21']],
      ['commercial-framework/contract', 'compliance-and-security/responsibilities'],
    ],
    [
      'a partner with access',
      [
        [
          'acme-bank.yaml',
          'approval: { status: approved, on: 2026-01-10,',
          'approval: { status: rejected, on: 2026-01-10,',
        ],
      ],
      ['partner-management/active-partner', 'partner-management/technical-contacts'],
    ],
    [
      'a use case to come',
      [['use-cases.yaml', /stage: (pilot|idea)/g, 'stage: ended']],
      ['use-case-incubation/pipeline'],
    ],
    [
      'a running use case',
      [['use-cases.yaml', /stage: (live|pilot)/g, 'stage: co-design']],
      ['use-case-incubation/running', 'use-case-incubation/anchor', 'use-case-incubation/business-case'],
    ],
    [
      'a published API',
      [['sim-swap.yaml', 'lifecycle: published', 'lifecycle: deprecated\ndeprecation: { notice: 6 months }']],
      [
        'technical-layer/production-api',
        'documentation-and-portal/guides',
        'documentation-and-portal/value-propositions',
        'documentation-and-portal/changelogs',
      ],
    ],
    [
      'a production environment',
      [['environments.yaml', 'stage: production', 'stage: staging']],
      [
        'technical-layer/production-gateway',
        'technical-layer/production-api',
        'technical-layer/metrics',
        'documentation-and-portal/guides',
        'documentation-and-portal/value-propositions',
        'documentation-and-portal/changelogs',
        'partner-management/active-partner',
        'partner-management/technical-contacts',
        'compliance-and-security/audit',
      ],
    ],
  ];

  test.each(several)('%s', (_, changes, criteria) => {
    expect(missing(...changes).map(([criterion]) => criterion)).toEqual(criteria);
  });

  test('any of its criteria: every criterion has a row', () => {
    const tested = new Set([...rows.map(([criterion]) => criterion), ...several.flatMap(([, , criteria]) => criteria)]);
    const all = ELEMENTS.flatMap(({ id, criteria }) => criteria.map((criterion) => `${id}/${criterion.id}`));
    expect(all.filter((criterion) => !tested.has(criterion))).toEqual([]);
  });
});

describe('a criterion that is not needed', () => {
  const criterion = (id: string, ...changes: readonly Change[]) =>
    readinessOf(programme(...changes), AS_OF)
      .elements.flatMap(({ criteria }) => criteria)
      .find((one) => one.id === id);

  test('does not require consent if no API handles personal data', () => {
    expect(
      criterion(
        'consent',
        ['sim-swap.yaml', 'personalData: true', 'personalData: false'],
        ['sim-swap.yaml', 'consent: consent, ', ''],
      ),
    ).toMatchObject({
      status: 'not-needed',
      notNeeded: 'no API in production handles personal data',
    });
  });

  test('does not require client certificates if no API is critical', () => {
    expect(criterion('mutual-tls', ['sim-swap.yaml', 'criticality: critical', 'criticality: high'])).toMatchObject({
      status: 'not-needed',
      notNeeded: 'no API in production is critical',
    });
  });
});

test.each([
  { present: 5, isReady: true, changes: [without('programme.yaml', 'portal')] },
  { present: 4, isReady: false, changes: [without('programme.yaml', 'portal'), without('programme.yaml', 'targets')] },
])('a programme with $present elements is ready: $isReady', ({ present, isReady, changes }) => {
  expect(readinessOf(programme(...changes), AS_OF).verdict).toEqual({ present, total: 6, required: 5, isReady });
});

describe('the terms of tiers count from their effective day on:', () => {
  const sealed = sealedProgramme(
    versions('paid', { announced: '2026-01-20', effective: '2026-11-22' }, [
      { ...HIGHER, effective: '2026-02-01', terms: { limits: undefined, quota: undefined, overrides: undefined } },
    ]),
  );
  const on = (day: string) => {
    const { elements, counts } = readinessOf(sealed, day);
    const criteria = elements.flatMap((element) => element.criteria);
    return { criterion: (id: string) => criteria.find((one) => one.id === id), tiers: counts.tiers.byStatus };
  };

  test('a tier whose first terms are not in force yet is a draft, which nobody can choose', () => {
    expect(on('2026-01-31').tiers).toEqual({ active: 0, draft: 2, archived: 0 });
    expect(on('2026-01-31').criterion('open-tier')?.status).toBe('missing');
    expect(on('2026-02-01').tiers).toEqual({ active: 2, draft: 0, archived: 0 });
    expect(on('2026-02-01').criterion('open-tier')?.status).toBe('present');
  });

  test('limits of the newest terms do not count before these are in force', () => {
    const before = on('2026-11-21').criterion('limits');
    expect([before?.status, before?.lacking.first[0]?.subject]).toEqual(['missing', 'tier/paid']);
    expect(on('2026-11-22').criterion('limits')?.status).toBe('present');
  });

  test('a service level is found where the terms in force have it', () => {
    const places = on('2026-11-21').criterion('service-level')?.places.first;
    expect(places).toMatchObject([{ subject: 'terms/paid@1.0.0', file: 'catalog/terms/paid/1.0.0.json' }]);
    expect(on('2026-11-22').criterion('service-level')?.places.first).toMatchObject([{ subject: 'tier/paid' }]);
  });
});
