import { isTierOpenIn } from '../../model';
import { type Check, found } from '../check';

export const tierNotActive: Check<'tier-not-active'> = {
  code: 'tier-not-active',
  severity: 'warning',
  per: 'application',
  summary: 'An application subscribes to an API at an archived tier, or at a draft tier outside sandboxes.',
  rationale: 'an archived tier is no longer sold, and a draft tier gives access only in sandboxes',
  fix: 'Agree on another tier with the partner, or activate the tier.',
  waivable: true,
  examples: {
    avoid: `kind: Tier
name: paid
status: archived
`,
    prefer: `kind: Tier
name: paid
status: active
`,
  },
  *find(application, { subscriptionsOf }) {
    for (const { tier, environments, at } of subscriptionsOf(application.id)) {
      if (tier?.value.status === 'archived' && environments.length > 0) {
        const hint = 'existing subscriptions keep working; agree on another tier with the partner';
        yield found(at(['tier']), `tier '${tier.name}' is archived and takes no new subscriptions`, hint);
      }
      if (tier && environments.some(({ value }) => !isTierOpenIn(tier.value, value))) {
        const hint = 'write `status: active` in the tier when its terms are final';
        yield found(
          at(['tier']),
          `tier '${tier.name}' is a draft, so the subscription gives access only in sandboxes`,
          hint,
        );
      }
    }
  },
};
