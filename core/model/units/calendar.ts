import { parseDuration } from './duration';
import { UNIT_MS } from './unit';

/** The last date with a four-digit year. */
const LAST_DATE = '9999-12-31';

/** The format of dates, for error messages. */
export const DATE_FORMAT = 'a calendar date in the form YYYY-MM-DD, such as 2026-10-01';

/** Whether a text is a valid date in the form YYYY-MM-DD. */
export function isDate(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  // Date.parse rolls 30 February over into March.
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

/**
 * Requires a valid as-of date. Dates are compared as strings, so any other string would give wrong results.
 *
 * @throws Error if it is not a valid date
 */
export function requireValidAsOf(asOf: string): void {
  if (!isDate(asOf)) throw new Error(`asOf '${asOf}' is not a valid date; it must be ${DATE_FORMAT}`);
}

/**
 * Whether a date is in [start, end): the start is included, the end is not. Dates are strings in the form 'YYYY-MM-DD', whose
 * alphabetical order is chronological. A period without a start or an end is unbounded.
 */
export function isInPeriod(day: string, start: string | undefined, end: string | undefined): boolean {
  return (start === undefined || start <= day) && (end === undefined || day < end);
}

/** Whether a date is after another day; false if there is no date. */
export function isLater(date: string | undefined, day: string): boolean {
  return date !== undefined && day < date;
}

/** Whether two periods [start, end) have a day in common. */
export function periodsOverlap(a: Period, b: Period): boolean {
  const start = later(a.start, b.start);
  const end = earlier(a.end, b.end);
  return isNotReversed(a) && isNotReversed(b) && (start === undefined || end === undefined || start < end);
}

/** The days from `start` up to, but not including, `end`. */
export interface Period {
  readonly start?: string | undefined;
  readonly end?: string | undefined;
}

/**
 * Adds a duration to a date by the calendar: one month after 31 January is the last day of February. Durations in units shorter than
 * a day are rounded up to whole days. A result after the year 9999 becomes the last day of that year.
 */
export function addToDay(day: string, duration: string): string {
  const { amount, unit } = parseDuration(duration);
  const date = new Date(`${day}T00:00:00Z`);
  if (unit === 'month' || unit === 'year') addMonths(date, unit === 'year' ? amount * 12 : amount);
  else date.setUTCDate(date.getUTCDate() + Math.ceil((amount * UNIT_MS[unit]) / UNIT_MS.day));
  const time = date.getTime();
  return Number.isNaN(time) || date.getUTCFullYear() > 9999 ? LAST_DATE : date.toISOString().slice(0, 10);
}

function addMonths(date: Date, months: number): void {
  const dayOfMonth = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(dayOfMonth, last));
}

function isNotReversed({ start, end }: Period): boolean {
  return start === undefined || end === undefined || start < end;
}

function later(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a > b ? a : b;
}

function earlier(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? a : b;
}
