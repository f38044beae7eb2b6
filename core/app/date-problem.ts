import { DAY_FORM, isDay } from '../model/units';

/** Why a date is invalid, as a predicate without a subject: `must be …`; undefined if it is valid. */
export function dateProblem(text: string): string | undefined {
  return isDay(text) ? undefined : `must be ${DAY_FORM}`;
}
