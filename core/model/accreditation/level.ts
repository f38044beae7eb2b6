import { getOwn } from '../base/get-own';
import type { Partner, Programme } from '../kinds';
import { isInPeriod } from '../units';

/** The accreditation level of a partner on a day, 'YYYY-MM-DD'; undefined if it has none. */
export function levelOn({ accreditation }: Partner, day: string): string | undefined {
  const { level, since, end } = accreditation ?? {};
  return level !== undefined && isInPeriod(day, since, end) ? level : undefined;
}

/** Whether a level is another one, or ranks higher. A level that the programme does not define ranks nowhere. */
export function isAtLeast(programme: Programme | undefined, level: string | undefined, wanted: string): boolean {
  if (level === undefined) return false;
  const rank = getOwn(programme?.levels, level)?.rank;
  const wantedRank = getOwn(programme?.levels, wanted)?.rank;
  return level === wanted || (rank !== undefined && wantedRank !== undefined && rank > wantedRank);
}
