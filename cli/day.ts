import { InvalidArgumentError } from 'commander';

/** A day of the calendar as YYYY-MM-DD; for commander. */
export function parseDay(text: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  // 30 February would roll over into March.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text)
    throw new InvalidArgumentError('It has to be a day of the calendar as YYYY-MM-DD, such as 2026-10-01.');
  return text;
}
