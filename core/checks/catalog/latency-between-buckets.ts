import { nearestBuckets } from '../../../policies/metrics/latency-buckets';
import { durationMs } from '../../model';
import { type DocumentCheck, type Found, found } from '../check';
import { SLA_KINDS, type WrittenSla, writtenSlas } from './shared/written-slas';

export const latencyBetweenBuckets: DocumentCheck<(typeof SLA_KINDS)[number], 'latency-between-buckets'> = {
  code: 'latency-between-buckets',
  severity: 'warning',
  per: 'document',
  kinds: SLA_KINDS,
  summary: "An SLA promises a response time that is not a bound of Kong's latency histogram.",
  rationale:
    'Prometheus counts calls up to each bound and cannot tell how many of them were faster than a time in between, so alerts use the next lower bound and may report a promise that is still kept',
  fix: 'Promise one of the bounds: 25, 50, 80, 100, 250, 400, 700, 1000, 2000, 5000, 10000, 30000 or 60000 ms.',
  details:
    'Only alerts are affected. The service level that statements and credits are based on is measured from records, which are exact for every bound that an SLA names. Below 25 ms there is no lower bound, so there are no alerts. A figure of an API on which tiers fall back is reported once, at the API.',
  waivable: true,
  examples: {
    avoid: `kind: Tier
name: paid
sla: { latency: { p50: 100 ms, p95: 300 ms } }
`,
    prefer: `kind: Tier
name: paid
sla: { latency: { p50: 100 ms, p95: 250 ms } }
`,
  },
  *find(entry) {
    for (const written of writtenSlas(entry)) {
      for (const percentile of ['p50', 'p95', 'p99'] as const) {
        const time = written.sla.latency?.[percentile];
        const problem = time === undefined ? undefined : betweenBuckets(written, percentile, time);
        if (problem) yield problem;
      }
    }
  },
};

function betweenBuckets({ owner, at }: WrittenSla, percentile: string, time: string): Found | undefined {
  const { lower, upper } = nearestBuckets(durationMs(time));
  if (lower === upper) return undefined;
  const subject = `SLA of ${owner} promises ${time} for ${percentile}`;
  const place = at(['latency', percentile]);
  if (lower === undefined) {
    return found(
      place,
      `${subject}, less than the first bound of Kong's latency histogram, ${upper} ms, so there can be no alert for it`,
      `write \`${upper} ms\`, or accept that only records measure it`,
    );
  }
  if (upper === undefined) {
    return found(
      place,
      `${subject}, more than the last bound of Kong's latency histogram; alerts use that bound, ${lower} ms`,
      `write \`${lower} ms\`, or accept alerts that are stricter than the promise`,
    );
  }
  return found(
    place,
    `${subject}, which is between two bounds of Kong's latency histogram; alerts use the lower one, ${lower} ms`,
    `write \`${lower} ms\` or \`${upper} ms\`, or accept alerts that are stricter than the promise`,
  );
}
