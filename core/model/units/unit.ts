/** A unit of time in documents. */
export type DurationUnit = 'ms' | 'second' | 'minute' | 'hour' | 'day' | 'month' | 'year';

const DAY = 24 * 60 * 60 * 1000;

/**
 * The length of each unit in milliseconds. A month counts as 30 days and a year as 365 days; for dates, use `addToDay` in
 * calendar.ts.
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
