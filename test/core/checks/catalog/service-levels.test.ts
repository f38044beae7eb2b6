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

/** A change of the contract of acme-bank: deviations of the service level of its tier. */
const withDeviation = (sla: string): Change => [
  'acme-bank.yaml',
  '  end: 2028-01-01\n',
  `  end: 2028-01-01\n  deviations:\n    - { tier: paid, sla: ${sla}, from: 2026-10-01, reason: Agreed., approvedBy: finance@operator.example }\n`,
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
