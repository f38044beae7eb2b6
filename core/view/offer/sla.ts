import type { ApiEntry, Entry, Tier } from '../../model';
import { originOf } from '../../model';
import { type Sourced, sourced } from '../sourced';

/** The agreed service level. Each figure is the tier's, or else the API's. */
export interface EffectiveSla {
  /** Percentage of the time, such as '99.9%'. */
  readonly availability?: Sourced<string>;
  /** Response times, such as '300 ms'. */
  readonly p50?: Sourced<string>;
  readonly p95?: Sourced<string>;
  readonly p99?: Sourced<string>;
  /** Percentage of calls, such as '0.1%'. */
  readonly errorRate?: Sourced<string>;
}

const FIGURES = {
  availability: ['availability'],
  p50: ['latency', 'p50'],
  p95: ['latency', 'p95'],
  p99: ['latency', 'p99'],
  errorRate: ['errorRate'],
} as const satisfies Record<keyof EffectiveSla, readonly string[]>;

/** The service level of an API at a tier. */
export function effectiveSla(api: ApiEntry, tier: Entry<Tier>): EffectiveSla {
  const figures = Object.entries(FIGURES).flatMap(([figure, path]) => {
    const candidates = [tier, api].flatMap((entry) => {
      const value = figureOf(entry.value.sla, path);
      return value === undefined ? [] : [{ value, origin: originOf(entry, ['sla', ...path]) }];
    });
    const [first] = candidates;
    if (!first) return [];
    const origins = candidates.map(({ origin }) => origin);
    return [[figure, sourced(first.value, origins)] as const];
  });
  return Object.freeze(Object.fromEntries(figures));
}

function figureOf(sla: Tier['sla'], [first, second]: readonly string[]): string | undefined {
  if (first === 'latency') return sla?.latency?.[second as 'p50' | 'p95' | 'p99'];
  return sla?.[first as 'availability' | 'errorRate'];
}
