import { durationMs } from '../../model';
import { type DocumentCheck, type Found, found } from '../check';
import { SLA_KINDS, type WrittenSla, writtenSlas } from './shared/written-slas';

const PERCENTILES = ['p50', 'p95', 'p99'] as const;

export const latencyOutOfOrder: DocumentCheck<(typeof SLA_KINDS)[number], 'latency-out-of-order'> = {
  code: 'latency-out-of-order',
  severity: 'error',
  per: 'document',
  kinds: SLA_KINDS,
  summary: 'The SLA promises a shorter response time for a higher percentile than for a lower one.',
  rationale: 'the promise contradicts itself: 95% of calls cannot be faster than 50% of them',
  fix: 'Raise the time of the higher percentile, or lower that of the other one.',
  waivable: false,
  examples: {
    avoid: `kind: Tier
name: paid
sla: { latency: { p50: 400 ms, p95: 250 ms } }
`,
    prefer: `kind: Tier
name: paid
sla: { latency: { p50: 250 ms, p95: 400 ms } }
`,
  },
  *find(entry) {
    for (const written of writtenSlas(entry)) yield* outOfOrder(written);
  },
};

function* outOfOrder({ owner, sla, at }: WrittenSla): Iterable<Found> {
  const latency = sla.latency ?? {};
  let longest: (typeof PERCENTILES)[number] | undefined;
  for (const percentile of PERCENTILES) {
    const [time, before] = [latency[percentile], longest && latency[longest]];
    if (time === undefined) continue;
    if (longest && before !== undefined && durationMs(time) < durationMs(before)) {
      yield found(
        at(['latency', percentile]),
        `SLA of ${owner} promises ${time} for ${percentile}, less than the ${before} for ${longest}`,
        `raise '${percentile}' to at least ${before}, or lower '${longest}'`,
      );
    } else longest = percentile;
  }
}
