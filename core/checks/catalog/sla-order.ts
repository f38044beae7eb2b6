import { durationMs } from '../../model';
import { type Check, error } from './check';

const SHARES = ['p50', 'p95', 'p99'] as const;

/** The response time of more calls is not shorter than that of fewer. */
export const slaOrder: Check = {
  code: 'sla-order',
  *find({ catalog }) {
    for (const entry of [...catalog.apis.values(), ...catalog.tiers.values()]) {
      const latency = entry.value.sla?.latency ?? {};
      let longest: (typeof SHARES)[number] | undefined;
      for (const share of SHARES) {
        const [time, before] = [latency[share], longest && latency[longest]];
        if (time === undefined) continue;
        if (longest && before !== undefined && durationMs(time) < durationMs(before)) {
          yield error(
            entry.at(['sla', 'latency', share]),
            `sla of ${entry.value.kind === 'Api' ? 'api' : 'tier'} '${entry.name}' promises ${time} for ${share}, less than the ${before} for ${longest}`,
            `raise '${share}' to at least ${before}, or lower '${longest}'`,
          );
        } else longest = share;
      }
    }
  },
};
