/** A unit of time as documents write it. */
export type DurationUnit = 'ms' | 'second' | 'minute' | 'hour' | 'day' | 'month' | 'year';

const DAY = 24 * 60 * 60 * 1000;

/**
 * Lengths of the units in milliseconds, the one table of them. A month counts as 30 days and a year as 365; for dates see
 * `addToDay` in calendar.ts.
 */
export const UNIT_MS: Readonly<Record<DurationUnit, number>> = {
  ms: 1,
  second: 1000,
  minute: 60 * 1000,
  hour: 60 * 60 * 1000,
  day: DAY,
  month: 30 * DAY,
  year: 365 * DAY,
};
