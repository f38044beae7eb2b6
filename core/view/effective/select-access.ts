import type { ApiEntry } from '../../model';
import type { AccessView } from '../access/access-view';
import type { ApplicationView } from '../views';

/**
 * Of an application's subscriptions to an API, the one that counts on a day: granted and best, else in force, else the next one,
 * else the last. Undefined where it does not subscribe to the API.
 */
export function selectAccess({ subscriptions }: ApplicationView, api: ApiEntry, asOf: string): AccessView | undefined {
  const rank = ({ granted, start, end }: AccessView): number => {
    if (granted) return 0;
    if (end && end.value <= asOf) return 3;
    return start && asOf < start.value ? 2 : 1;
  };
  const place = ({ tier }: AccessView): number => {
    const index = api.value.tiers.indexOf(tier.name);
    return index < 0 ? api.value.tiers.length : index;
  };
  return subscriptions
    .filter((one) => one.api === api)
    .sort((a, b) => rank(a) - rank(b) || place(a) - place(b) || a.index - b.index)[0];
}
