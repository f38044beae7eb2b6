import type { Measurement } from './hammer';

/** What one partner got, and what its limit says. */
export interface Share {
  /** Seconds of the clock that lie in the measured time from their beginning to their end. */
  readonly whole: number;
  /** Calls that passed in these, and how many of them the limit allows. */
  readonly passedInWhole: number;
  readonly allowedInWhole: number;
  /** 99 % of that. */
  readonly least: number;
  /** The same with the two seconds in which calls began and ended. */
  readonly touched: number;
  readonly passed: number;
  readonly most: number;
}

/**
 * What a limit for each second comes to. Windows are seconds of the clock: in those in which calls were sent from beginning to end
 * nearly all of the limit has to be had, and in none of those that calls touched more than the limit.
 */
export function shareOf({ from, to, passedAt }: Pick<Measurement, 'from' | 'to' | 'passedAt'>, limit: number): Share {
  const [first, end] = [Math.ceil(from / 1000), Math.floor(to / 1000)];
  const whole = Math.max(0, end - first);
  const touched = end - Math.floor(from / 1000) + 1;
  return {
    whole,
    passedInWhole: passedAt.filter((at) => at >= first * 1000 && at < end * 1000).length,
    allowedInWhole: whole * limit,
    least: Math.ceil(0.99 * whole * limit),
    touched,
    passed: passedAt.length,
    most: touched * limit,
  };
}

/** What is wrong with a share; undefined where nothing is. */
export function unfairReason({ whole, passedInWhole, least, touched, passed, most }: Share): string | undefined {
  if (whole === 0) return 'no second was called from its beginning to its end';
  if (passed > most) return `${passed} calls passed where ${most} are allowed in ${touched} seconds`;
  if (passedInWhole < least) return `${passedInWhole} calls passed in ${whole} whole seconds, fewer than ${least}`;
  return undefined;
}
