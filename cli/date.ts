import { InvalidArgumentError } from 'commander';
import { dateProblem } from '../core/app';

/** Parses a date, YYYY-MM-DD, for commander. */
export function parseDate(text: string): string {
  const problem = dateProblem(text);
  if (problem !== undefined) throw new InvalidArgumentError(`It ${problem}.`);
  return text;
}
