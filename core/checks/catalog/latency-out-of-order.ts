import { durationMs } from '../../model';
import { type DocumentCheck, found } from '../check';

const PERCENTILES = ['p50', 'p95', 'p99'] as const;

export const latencyOutOfOrder: DocumentCheck<'Api' | 'Tier', 'latency-out-of-order'> = {
  code: 'latency-out-of-order',
  severity: 'error',
  per: 'document',
  kinds: ['Api', 'Tier'],
  summary: 'The SLA promises a shorter response time for a higher percentile than for a lower one.',
  rationale: 'the promise contradicts itself: 95% of calls cannot be faster than 50% of them',
  fix: 'Raise the time of the higher percentile, or lower the other.',
  waivable: false,
  examples: {
    avoid: `kind: Tier
name: paid
sla: { latency: { p50: 200 ms, p95: 100 ms } }
`,
    prefer: `kind: Tier
name: paid
sla: { latency: { p50: 200 ms, p95: 400 ms } }
`,
  },
  *find(entry) {
    const latency = entry.value.sla?.latency ?? {};
    let longest: (typeof PERCENTILES)[number] | undefined;
    for (const percentile of PERCENTILES) {
      const [time, before] = [latency[percentile], longest && latency[longest]];
      if (time === undefined) continue;
      if (longest && before !== undefined && durationMs(time) < durationMs(before)) {
        yield found(
          entry.at(['sla', 'latency', percentile]),
          `SLA of ${entry.value.kind === 'Api' ? 'api' : 'tier'} '${entry.name}' promises ${time} for ${percentile}, less than the ${before} for ${longest}`,
          `raise '${percentile}' to at least ${before}, or lower '${longest}'`,
        );
      } else longest = percentile;
    }
  },
};
