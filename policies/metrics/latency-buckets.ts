/**
 * The upper bounds of the buckets of Kong's histogram `kong_request_latency_ms`, in milliseconds: the time from the first byte of a
 * request to the last byte of its response, which is the time that callers notice. A call counts in a bucket if it took at most the
 * bound.
 *
 * Source: `UPSTREAM_LATENCY_BUCKETS` in kong/plugins/prometheus/exporter.lua of Kong 3.9, which the histogram of upstreams shares.
 * The bounds of `kong_latency_ms` differ, but that is only the time that Kong itself adds.
 */
export const LATENCY_BUCKETS_MS: readonly number[] = Object.freeze([
  25, 50, 80, 100, 250, 400, 700, 1000, 2000, 5000, 10_000, 30_000, 60_000,
]);

/** The bounds next to a response time that Prometheus can compare with. Both are the time itself if it is a bound. */
export interface NearestBuckets {
  /** The bound that alerts use, the stricter one; undefined below the first bound. */
  readonly lower: number | undefined;
  /** Undefined above the last bound. */
  readonly upper: number | undefined;
}

/** The buckets next to a response time in milliseconds. */
export function nearestBuckets(ms: number): NearestBuckets {
  return {
    lower: LATENCY_BUCKETS_MS.findLast((bound) => bound <= ms),
    upper: LATENCY_BUCKETS_MS.find((bound) => bound >= ms),
  };
}
