import { parseDuration } from './duration';
import { UNIT_MS } from './unit';

/** The last day that the calendar of four-digit years has. */
const LAST_DAY = '9999-12-31';

/** What a day has to be, where somebody may write anything. */
export const DAY_FORM = 'a day of the calendar as YYYY-MM-DD, such as 2026-10-01';

/** Whether a text is a day of the calendar as YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  // 30 February would roll over into March.
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

/**
 * Requires the day for which something is made. Days are compared as texts, so any other text would let dates pass or lapse.
 *
 * @throws Error when it is not a day of the calendar
 */
export function requireAsOf(asOf: string): void {
  if (!isDay(asOf)) throw new Error(`asOf '${asOf}' is not a date; it has to be ${DAY_FORM}`);
}

/**
 * Whether a day lies in [start, end): from the first day on, up to but not on the end day. Days are texts of the form
 * 'YYYY-MM-DD', which sort as they follow each other; an absent border is open.
 */
export function holdsOn(day: string, start: string | undefined, end: string | undefined): boolean {
  return (start === undefined || start <= day) && (end === undefined || day < end);
}

/** Whether two spans [start, end) have a day in common. */
export function spansOverlap(a: Span, b: Span): boolean {
  const start = later(a.start, b.start);
  const end = earlier(a.end, b.end);
  return isOpenOrForward(a) && isOpenOrForward(b) && (start === undefined || end === undefined || start < end);
}

/** A span of days from `start` up to, but without, `end`. */
export interface Span {
  readonly start?: string | undefined;
  readonly end?: string | undefined;
}

/**
 * The day that lies a length of time after another, by the calendar: a month after 31 January is the last day of February.
 * Anything shorter than a day is rounded up to whole days. A day beyond the year 9999 is that year's last.
 */
export function addToDay(day: string, duration: string): string {
  const { amount, unit } = parseDuration(duration);
  const date = new Date(`${day}T00:00:00Z`);
  if (unit === 'month' || unit === 'year') addMonths(date, unit === 'year' ? amount * 12 : amount);
  else date.setUTCDate(date.getUTCDate() + Math.ceil((amount * UNIT_MS[unit]) / UNIT_MS.day));
  const time = date.getTime();
  return Number.isNaN(time) || date.getUTCFullYear() > 9999 ? LAST_DAY : date.toISOString().slice(0, 10);
}

function addMonths(date: Date, months: number): void {
  const dayOfMonth = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(dayOfMonth, last));
}

function isOpenOrForward({ start, end }: Span): boolean {
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
