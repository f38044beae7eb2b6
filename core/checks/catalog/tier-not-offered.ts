import { listOf } from '../../model';
import type { CheckInput } from '../input';
import { type Check, error, type Found } from './check';
import { groupEqual } from './group-equal';
import { namesUnknownTier } from './shared/unknown-names';

/** A subscription names a tier at which its API is offered. */
export const tierNotOffered: Check = {
  code: 'tier-not-offered',
  find: (input) => groupEqual(everywhere(input), (count) => `in ${count} subscriptions`),
};

function* everywhere({ catalog, subscriptionReferences }: CheckInput): Iterable<Found> {
  for (const { api, tier, at } of subscriptionReferences) {
    if (!api || !tier || api.value.tiers.includes(tier.name) || namesUnknownTier(catalog, api)) continue;
    yield error(
      at(['tier']),
      `api '${api.name}' is not offered at tier '${tier.name}'`,
      `its ${listOf(api.value.tiers, 'tiers')}; take one of them, or add '${tier.name}' to the API`,
    );
  }
}
