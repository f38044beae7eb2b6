import type { ApiEntry } from '../../model';
import type { AccessView } from '../access/access-view';
import type { ApplicationView } from '../views';

/**
 * Selects the subscription to an API that counts on a date: a granted one (best tier first), or else the current one, the next one,
 * or the last one. Undefined if the application does not subscribe to the API.
 */
export function selectAccess({ subscriptions }: ApplicationView, api: ApiEntry, asOf: string): AccessView | undefined {
  const rank = ({ granted, start, end }: AccessView): number => {
    if (granted) return 0;
    if (end && end.value <= asOf) return 3;
    return start && asOf < start.value ? 2 : 1;
  };
  const tierRank = ({ tier }: AccessView): number => {
    const index = api.value.tiers.indexOf(tier.name);
    return index < 0 ? api.value.tiers.length : index;
  };
  return subscriptions
    .filter((one) => one.api === api)
    .sort((a, b) => rank(a) - rank(b) || tierRank(a) - tierRank(b) || a.index - b.index)[0];
}
