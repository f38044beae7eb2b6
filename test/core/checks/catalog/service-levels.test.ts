import type { Change } from './programme';
import { findings } from './table';

const PAID = 'tiers/paid.yaml';
const FREE = 'tiers/free.yaml';
const API = 'sim-swap.yaml';
const NUMBER = 'number-verification.yaml';

/** Number Verification is recorded and counted. */
const MEASURED: Change = [
  NUMBER,
  '  token: partner-keys\n',
  '  token: partner-keys\n  audit: standard-audit\n  metrics: standard-metrics\n',
];

/** Nobody subscribes to Number Verification. */
const NO_SUBSCRIPTION: Change = [
  'acme-bank.yaml',
  '      - api: number-verification\n        tier: free\n        scopes: [number-verification:verify]\n        environments: [sandbox, production]\n',
  '',
];

/** A change of the contract of acme-bank: a deviation from the service level of a tier. */
const deviationFrom = (tier: string, sla: string): Change => [
  'acme-bank.yaml',
  '  end: 2028-01-01\n',
  `  end: 2028-01-01\n  deviations:\n    - { tier: ${tier}, sla: ${sla}, from: 2026-10-01, reason: Agreed., approvedBy: finance@operator.example }\n`,
];
const withDeviation = (sla: string): Change => deviationFrom('paid', sla);

/** Credits of tier 'paid' with a cap of 50%, with marks before the credits and before the cap. */
const withCredits = (steps: string, mark = '', capMark = ''): Change => [
  PAID,
  'p95: 250 ms } }',
  `p95: 250 ms }, credits: ${mark}{ steps: ${steps}, cap: ${capMark}50% } }`,
];

describe('response times of a service level are in order:', () =>
  findings([
    [
      'latencies of a tier in the wrong order',
      ['error latency-out-of-order'],
      "SLA of tier 'paid' promises 80 ms for p95, less than the 100 ms for p50; raise 'p95' to at least 100 ms, or lower 'p50'",
      [
        [PAID, 'p95: 250 ms', 'p95: «80 ms'],
        [API, 'p95: 250 ms', 'p95: 80 ms'],
      ],
    ],
    [
      'latencies of an API in different units in the wrong order',
      ['error latency-out-of-order'],
      "SLA of api 'sim-swap' promises 1 second for p99, less than the 2 seconds for p50; raise 'p99' to at least 2 seconds, or lower 'p50'",
      [
        [API, 'latency: { p50: 80 ms, p95: 250 ms }', 'latency: { p50: 2 seconds, p99: «1 second }'],
        [PAID, ', latency: { p50: 100 ms, p95: 250 ms }', ''],
      ],
    ],
    [
      'latencies of a deviation in the wrong order',
      ['error latency-out-of-order'],
      "SLA of partner 'acme-bank' for tier 'paid' promises 80 ms for p95, less than the 100 ms for p50",
      [withDeviation('{ latency: { p50: 100 ms, p95: «80 ms } }'), [API, 'p95: 250 ms', 'p95: 80 ms']],
    ],
    [
      'equal ones',
      [],
      '',
      [
        [PAID, 'p95: 250 ms', 'p95: 100 ms'],
        [API, 'p95: 250 ms', 'p95: 100 ms'],
      ],
    ],
  ]));

describe('response times are bounds of the latency histogram:', () =>
  findings([
    [
      'a time between two bounds',
      ['warning latency-between-buckets'],
      "SLA of tier 'paid' promises 300 ms for p95, which is between two bounds of Kong's latency histogram; alerts use the lower one, 250 ms; write `250 ms` or `400 ms`",
      [[PAID, 'p95: 250 ms', 'p95: «300 ms']],
    ],
    [
      'a time below the first bound',
      ['warning latency-between-buckets'],
      "SLA of api 'sim-swap' promises 20 ms for p50, less than the first bound of Kong's latency histogram, 25 ms, so there can be no alert for it; write `25 ms`",
      [[API, 'p50: 80 ms', 'p50: «20 ms']],
    ],
    [
      'a time above the last bound',
      ['warning latency-between-buckets'],
      "SLA of tier 'paid' promises 2 minutes for p99, more than the last bound of Kong's latency histogram; alerts use that bound, 60000 ms; write `60000 ms`",
      [
        [PAID, 'p95: 250 ms', 'p95: 250 ms, p99: «2 minutes'],
        [API, 'p95: 250 ms', 'p95: 250 ms, p99: 60 seconds'],
      ],
    ],
    [
      "a figure of the API once, although tiers fall back on it, and a deviation's own",
      ['warning latency-between-buckets', 'warning latency-between-buckets'],
      "SLA of partner 'acme-bank' for tier 'paid' promises 350 ms for p99",
      [withDeviation('{ latency: { p99: «350 ms } }'), [API, 'p95: 250 ms', 'p95: 250 ms, p99: «300 ms']],
    ],
    [
      'bounds in other units',
      [],
      '',
      [
        [PAID, 'p95: 250 ms', 'p95: 1 second, p99: 1 minute'],
        [API, 'p95: 250 ms', 'p95: 1000 ms, p99: 30 seconds'],
      ],
    ],
  ]));

describe('a tier promises no more than its APIs:', () =>
  findings([
    [
      'a higher availability than that of the API, however small the difference',
      ['error sla-above-api'],
      "SLA of tier 'paid' promises an availability of 99.950001%, but api 'sim-swap' promises only 99.95%; write '99.95%' here, or raise the figure of the API",
      [[PAID, 'availability: 99.9%', 'availability: «99.950001%']],
    ],
    [
      'a shorter response time than that of the API',
      ['error sla-above-api'],
      "SLA of tier 'paid' promises 100 ms for p95, but api 'sim-swap' promises only 250 ms; write '250 ms' here",
      [[PAID, 'p95: 250 ms', 'p95: «100 ms']],
    ],
    [
      'a lower error rate than that of the API',
      ['error sla-above-api'],
      "SLA of tier 'paid' promises an error rate of at most 0.09%, but api 'sim-swap' promises only 0.1%; write '0.1%' here",
      [[PAID, 'p95: 250 ms }', 'p95: 250 ms }, errorRate: «0.09%']],
    ],
    [
      'the lowest of several APIs',
      ['error sla-above-api'],
      "SLA of tier 'free' promises an availability of 99.99%, but api 'number-verification' promises only 99% and api 'sim-swap' promises only 99.95%; write '99%' here",
      [
        [FREE, 'quota: { day: 1000 }\n', 'quota: { day: 1000 }\nsla: { availability: «99.99% }\n'],
        [NUMBER, 'tiers: [free]', `tiers: [free]\nsla: { availability: 99% }`],
        MEASURED,
      ],
    ],
    [
      'a deviation that promises more',
      ['error sla-above-api'],
      "SLA of partner 'acme-bank' for tier 'paid' promises an availability of 99.99%, but api 'sim-swap' promises only 99.95%; write '99.95%' here",
      [withDeviation('{ availability: «99.99% }')],
    ],
    [
      'a deviation that has ended',
      [],
      '',
      [
        [
          'acme-bank.yaml',
          '  end: 2028-01-01\n',
          '  end: 2028-01-01\n  deviations:\n    - { tier: paid, sla: { availability: 99.99% }, from: 2026-10-01, to: 2026-11-21, reason: Agreed., approvedBy: finance@operator.example }\n',
        ],
      ],
    ],
    [
      'the same figures, written differently',
      [],
      '',
      [
        [
          PAID,
          'availability: 99.9%, latency: { p50: 100 ms, p95: 250 ms }',
          'availability: 99.950%, latency: { p50: 80 ms }',
        ],
      ],
    ],
    [
      'a draft of a tier',
      [],
      '',
      [
        [FREE, 'quota: { day: 1000 }\n', 'quota: { day: 1000 }\nsla: { availability: 99.99% }\n'],
        [FREE, 'status: active', 'status: draft'],
        ['acme-bank.yaml', '[sandbox, production]', '[sandbox]'],
      ],
    ],
    [
      'a figure that one API does not have',
      ['warning sla-without-api-figure'],
      "SLA of tier 'free' promises an availability of 99.9%, but api 'number-verification' has no such figure; add `sla.availability: 99.9%` or a stricter figure to the API, or remove it here",
      [[FREE, 'quota: { day: 1000 }\n', 'quota: { day: 1000 }\nsla: { availability: «99.9% }\n'], MEASURED],
    ],
    [
      'a figure that no API has, once',
      ['warning sla-without-api-figure'],
      "SLA of tier 'free' promises 2 seconds for p99, but api 'number-verification' and api 'sim-swap' have no such figure; add `sla.latency.p99: 2 seconds` or a stricter figure to each API",
      [[FREE, 'quota: { day: 1000 }\n', 'quota: { day: 1000 }\nsla: { latency: { p99: «2 seconds } }\n'], MEASURED],
    ],
    [
      'a figure that a retired API does not have',
      [],
      '',
      [
        [FREE, 'quota: { day: 1000 }\n', 'quota: { day: 1000 }\nsla: { availability: 99.9% }\n'],
        [NUMBER, 'lifecycle: published', 'lifecycle: retired'],
        ['sim-swap.yaml', ', successor: number-verification', ''],
        NO_SUBSCRIPTION,
      ],
    ],
  ]));

describe('a service level can be measured:', () =>
  findings([
    [
      'an API without a metrics policy',
      ['warning sla-without-metrics'],
      "api 'sim-swap' has a service level in environment 'production' and environment 'staging', but no metrics policy, so no alert can report that it is not kept; add `policies.metrics` with the name of a MetricsPolicy",
      [
        [API, '  metrics: standard-metrics\n', ''],
        [API, 'policies:\n', '«policies:\n'],
      ],
    ],
    [
      'a metrics policy that counts neither status codes nor response times',
      ['warning sla-without-metrics', 'warning sla-without-metrics'],
      "metrics policy 'standard-metrics' does not count status codes, so no alert can report that the service level of api 'sim-swap' is not kept; write `status: true`",
      [['policies.yaml', 'title: Metrics\n', 'title: Metrics\nstatus: «false\nlatency: «false\n']],
    ],
    [
      'a metrics policy without response times if none is promised',
      [],
      '',
      [
        ['policies.yaml', 'title: Metrics\n', 'title: Metrics\nlatency: false\n'],
        [PAID, ', latency: { p50: 100 ms, p95: 250 ms }', ''],
        [API, ', latency: { p50: 80 ms, p95: 250 ms }', ''],
      ],
    ],
    [
      'an API without an audit policy whose tier has credits',
      ['error sla-without-records'],
      "api 'sim-swap' has a service level in environment 'production' and environment 'staging', but no audit policy, so there are no records to measure it from and no credits; add `policies.audit`",
      [
        [API, '  audit: standard-audit\n', ''],
        [API, 'policies:\n', '«policies:\n'],
        withCredits('[{ below: 99.9%, credit: 10% }]'),
        [NUMBER, '  token: partner-keys\n', '  token: partner-keys\n  audit: standard-audit\n'],
      ],
    ],
    [
      'records without the partner, who gets the credits',
      ['error sla-without-records'],
      "records of audit policy 'standard-audit' lack `partner`, from which the service level of api 'sim-swap' is measured; add `partner` to its `fields`",
      [
        ['policies.yaml', 'fields: [partner, api, tier, status, latency]', 'fields: «[api, tier, status, latency]'],
        withCredits('[{ below: 99.9%, credit: 10% }]'),
      ],
    ],
    [
      'records without the partner if there are no credits',
      [],
      '',
      [['policies.yaml', 'fields: [partner, api, tier, status, latency]', 'fields: [api, tier, status, latency]']],
    ],
    [
      'records without status and latency',
      ['error sla-without-records'],
      "lack `status` and `latency`, from which the service level of api 'sim-swap' is measured; add `status` and `latency` to its `fields`",
      [['policies.yaml', 'fields: [partner, api, tier, status, latency]', 'fields: «[api, tier]']],
    ],
    [
      'a figure that only a deviation promises',
      ['warning sla-without-api-figure', 'warning sla-without-metrics', 'error sla-without-records'],
      "SLA of partner 'acme-bank' for tier 'free' promises an availability of 99%, but api 'number-verification' has no such figure",
      [[NUMBER, 'policies:\n', '««policies:\n'], deviationFrom('free', '{ availability: «99% }')],
    ],
    [
      'nothing about the service level of an API that only a trial environment serves',
      ['warning environment-serves-nothing'],
      "environment 'staging' serves nothing",
      [
        ['environments.yaml', 'name: staging', 'name: «staging'],
        [API, '  metrics: standard-metrics\n', ''],
        [
          'sim-swap.yaml',
          "  staging: { url: 'https://sim-swap.staging' }\n  production: { url: 'https://sim-swap.internal', capacity: { second: 100, minute: 5000 } }\n",
          '',
        ],
      ],
    ],
  ]));

describe('service credits:', () =>
  findings([
    [
      'steps whose availability rises',
      ['error credit-steps-out-of-order'],
      "credits of tier 'paid': step 2 applies below 99.5%, but must be for a lower availability than the 99% of the step before it; list the steps from the highest availability to the lowest",
      [withCredits('[{ below: 99%, credit: 5% }, { below: «99.5%, credit: 10% }]')],
    ],
    [
      'steps for the same availability, written differently',
      ['error credit-steps-out-of-order'],
      'step 2 applies below 99.50%',
      [withCredits('[{ below: 99.5%, credit: 5% }, { below: «99.50%, credit: 10% }]')],
    ],
    [
      'a step that gives no more than the one before it',
      ['error credit-steps-out-of-order'],
      "credits of tier 'paid': step 2 gives 10%, but must give more than the 10.0% of the step before it, which is for a better month; raise it above 10.0%",
      [withCredits('[{ below: 99.5%, credit: 10.0% }, { below: 99%, credit: «10% }]')],
    ],
    [
      'a step above the cap',
      ['error credit-above-cap'],
      "credits of tier 'paid': step 2 gives 60%, more than the cap of 50%; write '50%' here, or raise `cap`",
      [withCredits('[{ below: 99.5%, credit: 10% }, { below: 99%, credit: «60% }]')],
    ],
    [
      'a step that gives nothing, and one that never applies',
      ['warning credit-without-effect', 'warning credit-without-effect'],
      "credits of tier 'paid': step 1 gives nothing; write a higher percentage, or remove the step",
      [withCredits('[{ below: 99.5%, credit: «0.0% }, { below: «0%, credit: 10% }]')],
    ],
    [
      'a first step above the promised availability',
      ['error credit-for-kept-promise'],
      "credits of tier 'paid' start below an availability of 99.95%, but tier 'paid' promises only 99.9%; write '99.9%' here, or promise more",
      [withCredits('[{ below: «99.95%, credit: 10% }]')],
    ],
    [
      'credits of the API that are too early for the availability of a tier',
      ['error credit-for-kept-promise'],
      "credits of api 'sim-swap' start below an availability of 99.95%, but tier 'paid' promises only 99.9%",
      [
        [
          API,
          'sla: { availability: 99.95%',
          'sla: { credits: { steps: [{ below: «99.95%, credit: 10% }], cap: 50% }, availability: 99.95%',
        ],
      ],
    ],
    [
      'credits of the tier that are too early for a deviation, which promises less',
      ['error credit-for-kept-promise'],
      "credits of tier 'paid' start below an availability of 99.9%, but partner 'acme-bank' for tier 'paid' promises only 99.8%",
      [withCredits('[{ below: «99.9%, credit: 10% }]'), withDeviation('{ availability: 99.8% }')],
    ],
    ['a first step at the promised availability', [], '', [withCredits('[{ below: 99.90%, credit: 10% }]')]],
    [
      'credits without an availability',
      ['error credits-without-availability'],
      "tier 'paid' has service credits, but no availability is promised for api 'sim-swap'; add `availability` next to the credits",
      [
        withCredits('[{ below: 99.9%, credit: 10% }]', '«'),
        [PAID, 'availability: 99.9%, ', ''],
        [API, 'availability: 99.95%, ', ''],
      ],
    ],
    [
      'credits of a tier that falls back on the availability of the API',
      [],
      '',
      [withCredits('[{ below: 99.9%, credit: 10% }]'), [PAID, 'availability: 99.9%, ', '']],
    ],
  ]));

describe('the cap of credits respects contracts:', () => {
  const capOf = (percent: string): Change => [
    'contracts.yaml',
    'kind: ContractTemplate\nname: standard\ntitle: Standard contract\nversions:\n  2.1.0:\n',
    `kind: ContractTemplate\nname: standard\ntitle: Standard contract\nversions:\n  2.1.0:\n    caps: { credits: ${percent} }\n`,
  ];
  findings([
    [
      'a cap of a tier above that of a contract',
      ['error credit-cap-above-contract'],
      "credits of tier 'paid' reach 50% of the charges of a month, but contract template 'standard' 2.1.0 of partner 'acme-bank' allows 25%; write '25%' here, or raise `caps.credits` in a new version of the contract template",
      [capOf('25%'), withCredits('[{ below: 99.9%, credit: 10% }]', '', '«')],
    ],
    ['the same cap', [], '', [capOf('50.0%'), withCredits('[{ below: 99.9%, credit: 10% }]')]],
    [
      'a cap of a tier at which nobody with that contract subscribes',
      [],
      '',
      [capOf('25%'), withCredits('[{ below: 99.9%, credit: 10% }]'), ['acme-bank.yaml', 'tier: paid', 'tier: free']],
    ],
    [
      'the cap of a deviation, but not that of the tier, which does not apply',
      ['error credit-cap-above-contract'],
      "credits of partner 'acme-bank' for tier 'paid' reach 30%",
      [
        capOf('25%'),
        withCredits('[{ below: 99.9%, credit: 10% }]'),
        withDeviation('{ credits: { steps: [{ below: 99.9%, credit: 10% }], cap: «30% } }'),
      ],
    ],
  ]);
});

describe('the minimum number of calls is within the quota:', () =>
  findings([
    [
      'a minimum above the monthly quota',
      ['warning minimum-calls-above-quota'],
      "SLA of tier 'paid' promises nothing below 1000001 calls in a month, but the quota of tier 'paid' allows at most 1000000 calls of api 'sim-swap'; lower `minimumCalls`, or raise the quota",
      [[PAID, 'sla: { availability', 'sla: { minimumCalls: «1000001, availability']],
    ],
    [
      'a minimum of the API above 31 daily quotas of a tier',
      ['warning minimum-calls-above-quota'],
      "SLA of api 'sim-swap' promises nothing below 31001 calls in a month, but the quota of tier 'free' allows at most 31000 calls of api 'sim-swap'",
      [[API, 'sla: { availability', 'sla: { minimumCalls: «31001, availability']],
    ],
    [
      'a minimum above the quota of an override',
      ['warning minimum-calls-above-quota'],
      'allows at most 5000 calls',
      [
        [
          PAID,
          '  - api: sim-swap\n    limits: { second: 10 }',
          '  - api: sim-swap\n    quota: { month: 5000 }\n    limits: { second: 10 }',
        ],
        [PAID, 'sla: { availability', 'sla: { minimumCalls: «5001, availability'],
      ],
    ],
    [
      'a minimum equal to the quota',
      [],
      '',
      [[PAID, 'sla: { availability', 'sla: { minimumCalls: 1000000, availability']],
    ],
    [
      'a minimum above a quota that is billed and not enforced',
      [],
      '',
      [
        [PAID, 'sla: { availability', 'sla: { minimumCalls: 1000001, availability'],
        [
          PAID,
          'approval: required',
          'price: { overage: bill, items: { calls: { type: calls, flat: 0.01 EUR }, beyond: { type: overage, flat: 0.02 EUR } } }\napproval: required',
        ],
      ],
    ],
  ]));
