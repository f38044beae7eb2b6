import type { Change } from './programme';
import { findings } from './table';

const PAID = 'tiers/paid.yaml';
const API = 'sim-swap.yaml';

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
      [[API, 'latency: { p50: 80 ms, p95: 250 ms }', 'latency: { p50: 2 seconds, p99: «1 second }']],
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
