import { comparePercents, durationMs, type Path, type Sla } from '../../../model';

/** A figure of a service level. */
export interface SlaFigure {
  readonly name: 'availability' | 'p50' | 'p95' | 'p99' | 'errorRate';
  /** Its path in a service level. */
  readonly path: Path;
  /** Its value; undefined if nothing is promised. */
  read(sla: Sla): string | undefined;
  /** A value in messages: `an availability of 99.9%`. */
  describe(value: string): string;
  /** A negative number if the first value promises more than the second, and a positive number if it promises less. */
  compare(a: string, b: string): number;
}

const percentile = (name: 'p50' | 'p95' | 'p99'): SlaFigure => ({
  name,
  path: ['latency', name],
  read: (sla) => sla.latency?.[name],
  describe: (value) => `${value} for ${name}`,
  compare: (a, b) => durationMs(a) - durationMs(b),
});

/** The figures of a service level. */
export const SLA_FIGURES: readonly SlaFigure[] = [
  {
    name: 'availability',
    path: ['availability'],
    read: (sla) => sla.availability,
    describe: (value) => `an availability of ${value}`,
    compare: (a, b) => comparePercents(b, a),
  },
  percentile('p50'),
  percentile('p95'),
  percentile('p99'),
  {
    name: 'errorRate',
    path: ['errorRate'],
    read: (sla) => sla.errorRate,
    describe: (value) => `an error rate of at most ${value}`,
    compare: comparePercents,
  },
];
