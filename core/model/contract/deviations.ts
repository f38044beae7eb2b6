import type { Partner } from '../kinds';
import { isInPeriod, type Period } from '../units';

/** Prices and service levels that a contract has instead of those of a tier. */
export type Deviation = NonNullable<Partner['contract']['deviations']>[number];

/** A deviation of a contract with its index in `contract.deviations`. */
export interface ContractDeviation {
  readonly index: number;
  readonly value: Deviation;
}

/** The days on which a deviation applies: from its first day until its end, and never after the end of the contract. */
export function deviationPeriod({ contract }: Partner, { from, to }: Deviation): Period {
  const ends = [to, contract.end].filter((end) => end !== undefined).sort();
  return Object.freeze({ start: from, end: ends[0] });
}

/**
 * The deviations of a partner's contract for a tier that are in force on a day, in the order of the document.
 *
 * @param day 'YYYY-MM-DD'
 */
export function deviationsOn(partner: Partner, tier: string, day: string): readonly ContractDeviation[] {
  const inForce = (partner.contract.deviations ?? []).flatMap((value, index) => {
    const { start, end } = deviationPeriod(partner, value);
    return value.tier === tier && isInPeriod(day, start, end) ? [Object.freeze({ index, value })] : [];
  });
  return Object.freeze(inForce);
}
