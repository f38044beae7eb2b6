import { InvalidArgumentError } from 'commander';
import { DAY_FORM, isDay } from '../core/model/units';

/** A day of the calendar as YYYY-MM-DD; for commander. */
export function parseDay(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError(`It has to be ${DAY_FORM}.`);
  return text;
}
