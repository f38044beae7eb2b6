import { UNIT_MS } from '../../core/model';

/** The shortest and the longest time that a setting of the gateway takes, in milliseconds, and in which steps it counts. */
export interface DurationLimits {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** As messages say it: `1 ms to 2147483646 ms`. */
  readonly range: string;
}

const { second: SECOND, hour: HOUR, year: YEAR } = UNIT_MS;

/** Time limits: Kong takes 0 for none in places, and no more than 31 bits hold. */
export const TIMEOUT: DurationLimits = {
  min: 1,
  max: 2_147_483_646,
  step: 1,
  range: '1 ms to 2147483646 ms, which is 24 days',
};

/** How long an answer is kept. */
export const CACHE_DURATION: DurationLimits = {
  min: 0,
  max: YEAR,
  step: SECOND,
  range: '0 seconds to 365 days, in whole seconds',
};

/** The longest life of a token: Kong's jwt takes 0 for no limit. */
export const EXPIRATION: DurationLimits = {
  min: SECOND,
  max: YEAR,
  step: SECOND,
  range: '1 second to 365 days, in whole seconds',
};

/** How far clocks may be apart, in seconds: beyond an hour `exp` means nothing. */
export const MAX_CLOCK_SKEW_S = HOUR / SECOND;

/** How far clocks may be apart: beyond an hour the end of a token means nothing. */
export const CLOCK_SKEW: DurationLimits = {
  min: 0,
  max: MAX_CLOCK_SKEW_S * SECOND,
  step: SECOND,
  range: '0 seconds to 1 hour, in whole seconds',
};

/** Whether a setting takes a length of time as it is. */
export function accepts({ min, max, step }: DurationLimits, milliseconds: number): boolean {
  return milliseconds >= min && milliseconds <= max && milliseconds % step === 0;
}
