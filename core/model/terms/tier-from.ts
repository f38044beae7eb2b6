import type { Catalog, Entry } from '../catalog/catalog';
import type { Tier } from '../kinds';
import { tiersOn } from './in-force';
import { versionsOf } from './seals';

/** A tier as it applies from a day on, until the first day of the next one. */
export interface AppliedTier {
  readonly tier: Entry<Tier>;
  /** 'YYYY-MM-DD' */
  readonly from: string;
}

/**
 * A tier as it applies from a day on: as in `tiersOn` of this day first, then of each later day on which another version of its terms
 * is in force. For most tiers on most days, this is its own entry and nothing else.
 *
 * @param day 'YYYY-MM-DD' in UTC
 */
export function tierFrom(catalog: Catalog, tier: Entry<Tier>, day: string): readonly AppliedTier[] {
  const later = versionsOf(catalog, tier.value)
    .map(({ value }) => value.effective)
    .filter((effective) => effective > day);
  return [day, ...new Set(later.sort())]
    .map((from) => ({ tier: tiersOn(catalog, from).get(tier.name) ?? tier, from }))
    .filter(({ tier: applied }, index, all) => applied !== all[index - 1]?.tier);
}
