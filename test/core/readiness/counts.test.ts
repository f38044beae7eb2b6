import { readinessOf } from '../../../core/readiness';
import { AS_OF, type Change, partner, programme } from './programme';

const countsOf = (...changes: readonly Change[]) => readinessOf(programme(...changes), AS_OF).counts;

describe('the counts', () => {
  test('list every state, also with 0', () => {
    const counts = countsOf();
    expect(counts).toMatchObject({
      apis: {
        total: 2,
        byLifecycle: { published: 1, preview: 1, draft: 0, deprecated: 0, retired: 0 },
        inProduction: 1,
      },
      applications: { total: 1, inProduction: 1 },
      subscriptions: { total: 1, inProduction: 1 },
      tiers: { total: 2, byStatus: { active: 1, draft: 1, archived: 0 } },
      useCases: { total: 3, byStage: { live: 1, pilot: 1, 'co-design': 0, idea: 1, ended: 0 } },
      contractTemplates: { total: 1, versions: 1 },
    });
    expect(counts.partners).toMatchObject({ total: 12, active: 1, anchors: { live: 1, pilot: 0 } });
  });

  test.each([
    ['approval: { status: approved, on: 2026-01-10, by: a@operator.example }', 'approved'],
    ['approval: { status: approved, on: 2026-12-01, by: a@operator.example }', 'pending'],
    ['approval: { status: pendingApproval }', 'pending'],
    ['approval: { status: rejected }', 'rejected'],
    [
      'approval: { status: approved }\nsuspended: { since: 2026-11-21, by: a@operator.example, reason: unpaid }',
      'suspended',
    ],
    [
      'approval: { status: approved }\nsuspended: { since: 2026-11-22, by: a@operator.example, reason: unpaid }',
      'approved',
    ],
  ] as const)('count a partner with %s as %s', (fields, status) => {
    const { byStatus } = countsOf(['types.yaml', /[\s\S]+/g, partner('hub', 'reseller', fields)]).partners;
    expect(byStatus).toEqual({ approved: 1, pending: 0, suspended: 0, ended: 0, rejected: 0, ...only(status) });

    function only(one: keyof typeof byStatus) {
      return { [one]: one === 'approved' ? 2 : 1 };
    }
  });

  test('count a partner without an accepted contract as pending, and one whose contract has ended as ended', () => {
    const accepted = ', accepted: { on: 2026-01-15, by: legal@hub.example } }';
    const hub = partner('hub', 'reseller', 'approval: { status: approved }');
    const statusOf = (contract: string) =>
      countsOf(['types.yaml', /[\s\S]+/g, hub.replace(accepted, contract)]).partners.byStatus;
    expect(statusOf(' }')).toMatchObject({ approved: 1, pending: 1 });
    expect(statusOf(`${accepted.slice(0, -1)}, end: 2026-11-21 }`)).toMatchObject({ approved: 1, ended: 1 });
  });

  test('count an anchor of a live use case and of a pilot once', () => {
    const anchors = (...changes: readonly Change[]) => countsOf(...changes).partners.anchors;
    const pilot = 'stage: pilot\npartners: [{ partner: acme-bank, anchor: true }, { partner: hub, anchor: true }]';
    expect(anchors(['use-cases.yaml', 'stage: pilot', pilot])).toEqual({ live: 1, pilot: 1 });
  });

  test('count the owner and the reseller of an application with access as active', () => {
    const { active } = countsOf(
      ['acme-bank.yaml', '    title: Checkout', '    title: Checkout\n    onBehalfOf: agency'],
      ['types.yaml', 'pendingApproval', 'approved'],
    ).partners;
    expect(active).toBe(2);
  });
});

describe('a target', () => {
  const targets = readinessOf(programme(), AS_OF).targets;

  test('is compared with the catalog, by day', () => {
    expect(targets.map(({ place: _, ...target }) => target)).toEqual([
      { by: '2026-11-20', daysLeft: -1, figure: 'anchorPartners', target: 1, now: 1, gap: 0, status: 'reached' },
      { by: '2026-11-20', daysLeft: -1, figure: 'liveUseCases', target: 2, now: 1, gap: 1, status: 'missed' },
      { by: '2027-01-01', daysLeft: 41, figure: 'activePartners', target: 4, now: 1, gap: 3, status: 'open' },
      { by: '2027-01-01', daysLeft: 41, figure: 'publishedApis', target: 1, now: 1, gap: 0, status: 'reached' },
      { by: '2027-01-01', daysLeft: 41, figure: 'revenue', target: '500000.00 EUR', status: 'not-measurable' },
    ]);
  });

  test('has its place', () => {
    expect(targets[0]?.place).toMatchObject({ subject: 'programme/northwind', path: '/targets/1/anchorPartners' });
  });

  test('is still open on its day', () => {
    const [, liveUseCases] = readinessOf(programme(), '2026-11-20').targets;
    expect(liveUseCases).toMatchObject({ daysLeft: 0, status: 'open' });
  });
});
