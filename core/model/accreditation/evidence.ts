import { getOwn } from '../base/get-own';
import type { Partner, Programme } from '../kinds';
import { addToDay, isInPeriod } from '../units';

/** A piece of evidence that a partner has handed in. */
export type Evidence = NonNullable<Partner['evidence']>[number];

/**
 * The first day on which evidence is no longer valid: its own end, or the day on which the `validFor` of its requirement is over,
 * whichever is earlier; undefined if it stays valid. Without a programme, only its own end counts.
 */
export function evidenceEnd(
  { requirement, issued, end }: Evidence,
  programme: Programme | undefined,
): string | undefined {
  const validFor = getOwn(programme?.requirements, requirement)?.validFor;
  const expiry = validFor === undefined ? undefined : addToDay(issued, validFor);
  return [end, expiry].filter((day) => day !== undefined).sort()[0];
}

/** Whether a partner has evidence for a requirement that is valid on a day, 'YYYY-MM-DD'. */
export function hasEvidence(
  { evidence = [] }: Partner,
  requirement: string,
  programme: Programme | undefined,
  day: string,
): boolean {
  return evidence.some(
    (one) => one.requirement === requirement && isInPeriod(day, one.issued, evidenceEnd(one, programme)),
  );
}
