import { GATEWAY_CHECKS } from '../../../../core/checks/gateway/list';
import { findingsOf } from '../../../support/checks';
import { type Change, check } from './programme';
import { findings } from './table';
import { HIGHER, versions } from './versions';

const FREE = 'tiers/free.yaml';
const PAID = 'tiers/paid.yaml';
const ACME = 'acme-bank.yaml';

/** No tier has a quota now, and an environment counts locally. */
const NO_QUOTA: readonly Change[] = [
  [FREE, 'quota: { day: 1000 }\n', ''],
  [PAID, 'quota: { month: 1000000 }\n', ''],
];
const local = (counters: string): Change => [
  'environments.yaml',
  "counters: { store: redis, host: redis.staging, password: '{vault://env/redis}' }",
  `counters: ${counters}`,
];
const WITH_QUOTA = { ...HIGHER, terms: { quota: { month: 1_000_000 } } };

describe('a quota that an environment cannot count is reported while the gateway enforces it, and before:', () =>
  findings([
    [
      'a quota in force that the next version of terms does not have',
      ['error local-quota'],
      "environment 'staging' counts calls on each node separately and loses the counts on a restart, but tier 'paid' has a daily or monthly quota",
      versions(
        'paid',
        { announced: '2026-11-01', effective: '2026-11-22' },
        [WITH_QUOTA],
        [...NO_QUOTA, local('«{ store: local }')],
      ),
    ],
    [
      'a quota that was in force until yesterday',
      [],
      '',
      versions(
        'paid',
        { announced: '2026-11-01', effective: '2026-11-21' },
        [WITH_QUOTA],
        [...NO_QUOTA, local('{ store: local }')],
      ),
    ],
    [
      'a quota that is not in force yet',
      ['error local-quota'],
      "tier 'paid' has a daily or monthly quota",
      versions(
        'paid',
        { announced: '2026-11-01', effective: '2027-02-01' },
        [{ ...HIGHER, terms: { quota: undefined } }],
        [[FREE, 'quota: { day: 1000 }\n', ''], local('«{ store: local }')],
      ),
    ],
    [
      'a quota of a version between the one in force and the newest',
      ['error local-quota'],
      "tier 'paid' has a daily or monthly quota",
      versions(
        'paid',
        { announced: '2026-11-01', effective: '2027-03-01' },
        [
          { ...WITH_QUOTA, version: '1.5.0', effective: '2026-12-01' },
          { ...HIGHER, terms: {} },
        ],
        [...NO_QUOTA, local('«{ store: local }')],
      ),
    ],
    [
      'a quota that a version in force bills instead of refusing calls',
      [],
      '',
      versions(
        'paid',
        { announced: '2026-11-01', effective: '2027-02-01' },
        [
          {
            ...WITH_QUOTA,
            terms: {
              ...WITH_QUOTA.terms,
              price: { overage: 'bill', items: { calls: { type: 'calls', flat: '1 EUR' } } },
            },
          },
        ],
        [...NO_QUOTA, local('{ store: local }')],
      ),
    ],
  ]));

describe('a quota for months on a gateway that counts 30 days', () => {
  const monthsOn = (day: string, changes: readonly Change[]) =>
    findingsOf(GATEWAY_CHECKS, check(changes).catalog, day).flatMap(({ code, message }) =>
      code === 'month-counted-as-30-days' ? [message] : [],
    );
  const changes = versions('paid', { announced: '2026-11-01', effective: '2026-12-01' }, [WITH_QUOTA], NO_QUOTA);

  test('is reported while it is in force, although the newest terms have none', () => {
    expect(monthsOn('2026-11-30', changes)).toEqual([
      "environment 'production' counts the months of tier 'paid' as 30 days: its plugin rate-limiting-advanced has no calendar months",
    ]);
    expect(monthsOn('2026-12-01', changes)).toEqual([]);
  });

  test('is reported before it is in force', () => {
    const later = versions('paid', { announced: '2026-11-01', effective: '2027-02-01' }, [
      { ...HIGHER, terms: { quota: undefined } },
    ]);
    expect(monthsOn('2026-11-21', later)).toHaveLength(1);
  });
});

describe('a subscription has the approval and the evidence that the terms require from today on:', () => {
  const APPROVAL = 'approval: { status: approved, on: 2026-02-01, by: partners@operator.example }\n        ';
  const WITHOUT_APPROVAL: readonly Change[] = [
    [ACME, APPROVAL, ''],
    [ACME, '        tier: paid', '        tier: «paid'],
  ];
  const EVIDENCE = `evidence:
  - requirement: certification
    document: DMS-1
    issued: 2026-01-05
    end: 2027-01-05
`;
  findings([
    [
      'no approval, which a later version requires',
      ['warning approval-missing'],
      "tier 'paid' requires an approval from 2027-01-20 on, but the subscription to api 'sim-swap' has none, so it is not active in 'production' from then on",
      versions(
        'paid',
        { announced: '2026-11-01', effective: '2027-01-20' },
        [{ ...HIGHER, terms: { approval: 'automatic' } }],
        WITHOUT_APPROVAL,
      ),
    ],
    [
      'no approval, which a version requires only after the end of the subscription',
      [],
      '',
      versions(
        'paid',
        { announced: '2026-11-01', effective: '2027-02-01' },
        [{ ...HIGHER, terms: { approval: 'automatic' } }],
        [[ACME, APPROVAL, '']],
      ),
    ],
    [
      'no approval, which the terms in force require, and evidence that ends before later terms give access without one',
      ['warning approval-missing', 'warning evidence-expired'],
      "tier 'paid' requires an approval, but the subscription to api 'sim-swap' has none, so it is not active in 'production'; add",
      versions(
        'paid',
        { announced: '2026-11-01', effective: '2027-01-20' },
        [{ ...HIGHER, terms: { approval: 'required' } }],
        [
          [ACME, APPROVAL, ''],
          [ACME, '        tier: paid', '        tier: ««paid'],
          [PAID, 'approval: required\n', ''],
        ],
      ),
    ],
    [
      'no evidence, which a later version requires',
      ['error missing-evidence'],
      "tier 'paid' requires evidence for 'certification' in production from 2027-01-20 on, but partner 'acme-bank' has none",
      versions(
        'paid',
        { announced: '2026-11-01', effective: '2027-01-20' },
        [{ ...HIGHER, terms: { requires: undefined } }],
        [
          [ACME, EVIDENCE, ''],
          [ACME, '        tier: paid', '        tier: «paid'],
        ],
      ),
    ],
    [
      'evidence that ends before a later version requires it',
      ['warning evidence-expired'],
      "tier 'paid' requires evidence for 'certification' in production from 2027-01-20 on, but the evidence of partner 'acme-bank' ends on 2027-01-05",
      versions(
        'paid',
        { announced: '2026-11-01', effective: '2027-01-20' },
        [{ ...HIGHER, terms: { requires: undefined } }],
        [[ACME, '        tier: paid', '        tier: «paid']],
      ),
    ],
    [
      'no evidence, which the terms in force require, and later ones do not',
      ['error missing-evidence'],
      "tier 'paid' requires evidence for 'certification' in production, but partner 'acme-bank' has none",
      versions(
        'paid',
        { announced: '2026-11-01', effective: '2027-01-20' },
        [{ ...HIGHER, terms: { requires: ['certification'] } }],
        [
          [ACME, EVIDENCE, ''],
          [PAID, 'requires: [certification]\n', ''],
          [ACME, '        tier: paid', '        tier: «paid'],
        ],
      ),
    ],
  ]);
});
