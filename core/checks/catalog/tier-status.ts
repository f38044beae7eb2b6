import { isTierOpenIn } from '../../model';
import { type Check, warning } from './check';

/** Subscriptions are to tiers that are sold. */
export const tierStatus: Check = {
  code: 'tier-status',
  *find({ subscriptions }) {
    for (const { tier, environments, at } of subscriptions) {
      if (tier?.value.status === 'archived' && environments.length > 0) {
        const hint = 'existing subscriptions stay as they are; agree with the partner on another tier';
        yield warning(at(['tier']), `tier '${tier.name}' is archived: it takes no new subscriptions`, hint);
      }
      if (tier && environments.some(({ value }) => !isTierOpenIn(tier.value, value))) {
        const hint = 'write `status: active` in the tier when its terms stand';
        yield warning(at(['tier']), `tier '${tier.name}' is a draft: the subscription holds in sandboxes only`, hint);
      }
    }
  },
};
