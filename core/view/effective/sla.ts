import type { ApiEntry, Entry, Tier } from '../../model';
import type { Part } from './part';

/** What is promised, figure by figure: the tier's where it has one, else the API's. */
export interface EffectiveSla {
  /** Percentage of the time, such as '99.9%'. */
  readonly availability?: Part<string>;
  /** Response times, such as '300 ms'. */
  readonly p50?: Part<string>;
  readonly p95?: Part<string>;
  readonly p99?: Part<string>;
  /** Percentage of calls, such as '0.1%'. */
  readonly errorRate?: Part<string>;
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
    const said = [tier, api].flatMap((entry) => {
      const value = figureOf(entry.value.sla, path);
      return value === undefined ? [] : [{ value, at: entry.at(['sla', ...path]) }];
    });
    return said[0] ? [[figure, { value: said[0].value, origins: said.map(({ at }) => at) }] as const] : [];
  });
  return Object.fromEntries(figures);
}

function figureOf(sla: Tier['sla'], [first, second]: readonly string[]): string | undefined {
  if (first === 'latency') return sla?.latency?.[second as 'p50' | 'p95' | 'p99'];
  return sla?.[first as 'availability' | 'errorRate'];
}
