import { type DurationUnit, UNIT_MS } from './unit';

/** A duration as an amount and a unit. */
export interface Duration {
  readonly amount: number;
  readonly unit: DurationUnit;
}

const DURATION = /^(0|[1-9][0-9]{0,8}) (?:(ms)|(second|minute|hour|day|month|year)s?)$/;

/**
 * Parses a duration such as '6 months' and keeps its calendar unit.
 * @throws RangeError if the text does not have the form that the schemas require
 */
export function parseDuration(text: string): Duration {
  const [, amount, ms, longer] = DURATION.exec(text) ?? [];
  const unit = ms ?? longer;
  if (unit === undefined) {
    throw new RangeError(`'${text}' is not a duration; write a whole number and a unit, as in '300 ms' or '6 months'`);
  }
  return { amount: Number(amount), unit: unit as DurationUnit };
}

/**
 * A duration in milliseconds. A month counts as 30 days and a year as 365; for dates see `addToDay` in calendar.ts.
 * @throws RangeError if the text does not have the form that the schemas require
 */
export function durationMs(text: string): number {
  const { amount, unit } = parseDuration(text);
  return amount * UNIT_MS[unit];
}
