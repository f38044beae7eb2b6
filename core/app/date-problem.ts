import { DAY_FORM, isDay } from '../model/units';

/** What is wrong with a day, to be read after its name: `has to be …`; undefined if nothing is. */
export function dateProblem(text: string): string | undefined {
  return isDay(text) ? undefined : `has to be ${DAY_FORM}`;
}
