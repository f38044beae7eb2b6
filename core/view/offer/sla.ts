import type { ApiEntry, Entry, Origin, Path, Sla, Tier } from '../../model';
import { apiSlaAt, originOf } from '../../model';
import { type Sourced, sourced } from '../sourced';

type Written<Field extends keyof Sla> = NonNullable<Sla[Field]>;

/** Service credits; how they are granted is always known. */
export type SlaCredits = Written<'credits'> & { readonly granted: NonNullable<Written<'credits'>['granted']> };

/**
 * The agreed service level: its figures, and the rules by which they are measured. Of every field, the first source that has it
 * decides; `latency` is decided percentile by percentile, every other field as a whole.
 */
export interface EffectiveSla {
  /** Percentage of the minutes of a month, such as '99.9%'. */
  readonly availability?: Sourced<string>;
  /** Response times, such as '250 ms'. */
  readonly p50?: Sourced<string>;
  readonly p95?: Sourced<string>;
  readonly p99?: Sourced<string>;
  /** Percentage of calls, such as '0.1%'. */
  readonly errorRate?: Sourced<string>;
  /** Outcomes that count as bad. Without an origin it is the default. */
  readonly bad: Sourced<Written<'bad'>>;
  /** Number of calls in a month below which nothing is promised; by default, there is no minimum. */
  readonly minimumCalls?: Sourced<number>;
  /** What does not count; by default, everything counts. */
  readonly exclusions?: Sourced<Written<'exclusions'>>;
  /** By default, there are no credits. */
  readonly credits?: Sourced<SlaCredits>;
}

/** A service level in a document, such as that of a tier, and the origin of a field in it. */
export interface SlaSource {
  readonly sla: Sla | undefined;
  originOf(path: Path): Origin;
}

/** Outcomes that count as bad unless a service level names others. */
const BAD: Written<'bad'> = Object.freeze(['server-error', 'timeout'] as const) as Written<'bad'>;

/** How credits are granted unless a service level says otherwise. */
const GRANTED: SlaCredits['granted'] = 'automatic';

/**
 * Joins service levels.
 *
 * @param sources the decisive one first
 */
export function effectiveSla(sources: readonly SlaSource[]): EffectiveSla {
  const latency = (percentile: keyof Written<'latency'>) =>
    decide(sources, ['sla', 'latency', percentile], (sla) => sla.latency?.[percentile]);
  const field = <Field extends keyof Sla>(name: Field) =>
    decide(sources, ['sla', name], (sla) => sla[name] as Written<Field> | undefined);
  const credits = field('credits');
  const all: { [Field in keyof EffectiveSla]: EffectiveSla[Field] | undefined } = {
    availability: field('availability'),
    p50: latency('p50'),
    p95: latency('p95'),
    p99: latency('p99'),
    errorRate: field('errorRate'),
    bad: field('bad') ?? sourced(BAD, []),
    minimumCalls: field('minimumCalls'),
    exclusions: field('exclusions'),
    credits: credits && sourced(Object.freeze({ granted: GRANTED, ...credits.value }), credits.origins),
  };
  const decided = Object.entries(all).filter(([, value]) => value !== undefined);
  return Object.freeze(Object.fromEntries(decided)) as unknown as EffectiveSla;
}

/**
 * The service levels that an offer consists of, the decisive one first: the tier's, then the API's, as they were sealed in the terms
 * that are in force. This is the only function that determines which documents decide on the service level of an offer.
 */
export function offeredSla(api: ApiEntry, tier: Entry<Tier>): readonly SlaSource[] {
  const fallback = apiSlaAt(tier, api);
  return [
    { sla: tier.value.sla, originOf: (path) => originOf(tier, path) },
    { sla: fallback.sla, originOf: (path) => fallback.originAt(path) },
  ];
}

function decide<T>(
  sources: readonly SlaSource[],
  path: Path,
  read: (sla: Sla) => T | undefined,
): Sourced<T> | undefined {
  const candidates = sources.flatMap((source) => {
    const value = source.sla && read(source.sla);
    return value === undefined ? [] : [{ value, origin: source.originOf(path) }];
  });
  const [first] = candidates;
  return (
    first &&
    sourced(
      first.value,
      candidates.map(({ origin }) => origin),
    )
  );
}
