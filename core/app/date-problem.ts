import { DATE_FORMAT, isDate } from '../model/units';

/** Why a date is invalid, as a predicate without a subject: `must be …`; undefined if it is valid. */
export function dateProblem(text: string): string | undefined {
  return isDate(text) ? undefined : `must be ${DATE_FORMAT}`;
}
