import { UNIT_MS } from '../../core/model';

/** The range and the step of a duration that a setting of the gateway accepts, in milliseconds. */
export interface DurationLimits {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** The range for messages: `1 ms to 2147483646 ms`. */
  readonly range: string;
}

const { second: SECOND, hour: HOUR, year: YEAR } = UNIT_MS;

/** Timeouts: Kong interprets 0 as no limit in some places, and stores 31 bits. */
export const TIMEOUT: DurationLimits = {
  min: 1,
  max: 2_147_483_646,
  step: 1,
  range: '1 ms to 2147483646 ms, which is 24 days',
};

/** The duration for which a response is cached. */
export const CACHE_DURATION: DurationLimits = {
  min: 0,
  max: YEAR,
  step: SECOND,
  range: '0 seconds to 365 days, in whole seconds',
};

/** The maximum lifetime of a token: Kong's jwt interprets 0 as no limit. */
export const EXPIRATION: DurationLimits = {
  min: SECOND,
  max: YEAR,
  step: SECOND,
  range: '1 second to 365 days, in whole seconds',
};

/** The maximum clock skew in seconds: beyond an hour, `exp` would be meaningless. */
export const MAX_CLOCK_SKEW_S = HOUR / SECOND;

/** The clock skew that a policy may allow. */
export const CLOCK_SKEW: DurationLimits = {
  min: 0,
  max: MAX_CLOCK_SKEW_S * SECOND,
  step: SECOND,
  range: '0 seconds to 1 hour, in whole seconds',
};

/** Whether a setting accepts a duration without rounding. */
export function accepts({ min, max, step }: DurationLimits, milliseconds: number): boolean {
  return milliseconds >= min && milliseconds <= max && milliseconds % step === 0;
}
