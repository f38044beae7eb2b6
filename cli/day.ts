import { InvalidArgumentError } from 'commander';
import { dayProblem } from '../core/app';

/** A day of the calendar as YYYY-MM-DD; for commander. */
export function parseDay(text: string): string {
  const problem = dayProblem(text);
  if (problem !== undefined) throw new InvalidArgumentError(`It ${problem}.`);
  return text;
}
