import { LATENCY_BUCKETS_MS, nearestBuckets } from '../../../policies/metrics/latency-buckets';

test('buckets are in ascending order', () => {
  expect([...LATENCY_BUCKETS_MS].sort((a, b) => a - b)).toEqual(LATENCY_BUCKETS_MS);
});

test.each([
  [24, undefined, 25],
  [25, 25, 25],
  [26, 25, 50],
  [250, 250, 250],
  [60_000, 60_000, 60_000],
  [60_001, 60_000, undefined],
])('%i ms is between %s and %s', (ms, lower, upper) => {
  expect(nearestBuckets(ms)).toEqual({ lower, upper });
});
