import type { Measurement } from './hammer';

/** The calls of one partner that passed, compared with its limit. */
export interface Share {
  /** Number of clock seconds that are completely within the measurement. */
  readonly fullSeconds: number;
  /** Calls that passed in the full seconds, and how many the limit allows. */
  readonly passedInFull: number;
  readonly allowedInFull: number;
  /** 99 % of the allowed calls. */
  readonly minimum: number;
  /** Number of clock seconds including the partial ones at both ends, with the calls that passed and the maximum. */
  readonly allSeconds: number;
  readonly passed: number;
  readonly maximum: number;
}

/**
 * Compares a measurement with a limit per second. Windows are clock seconds: in the full seconds, nearly all calls of the limit must
 * pass; in all seconds, including the partial ones, no more than the limit.
 */
export function shareOf({ from, to, passedAt }: Pick<Measurement, 'from' | 'to' | 'passedAt'>, limit: number): Share {
  const [first, end] = [Math.ceil(from / 1000), Math.floor(to / 1000)];
  const fullSeconds = Math.max(0, end - first);
  const allSeconds = end - Math.floor(from / 1000) + 1;
  return {
    fullSeconds,
    passedInFull: passedAt.filter((at) => at >= first * 1000 && at < end * 1000).length,
    allowedInFull: fullSeconds * limit,
    minimum: Math.ceil(0.99 * fullSeconds * limit),
    allSeconds,
    passed: passedAt.length,
    maximum: allSeconds * limit,
  };
}

/** Why a share is unfair; undefined if it is fair. */
export function unfairReason({
  fullSeconds,
  passedInFull,
  minimum,
  allSeconds,
  passed,
  maximum,
}: Share): string | undefined {
  if (fullSeconds === 0) return 'the measurement contains no full second';
  if (passed > maximum) return `${passed} calls passed in ${allSeconds} seconds, more than ${maximum}`;
  if (passedInFull < minimum)
    return `${passedInFull} calls passed in ${fullSeconds} full seconds, fewer than ${minimum}`;
  return undefined;
}
