import { isTierOpenIn, tiersOn, versionsOf } from '../../model';
import { type Check, found } from '../check';

export const tierNotActive: Check<'tier-not-active'> = {
  code: 'tier-not-active',
  severity: 'warning',
  per: 'application',
  summary:
    'An application subscribes at an archived tier; or, outside sandboxes, at a tier that is a draft or whose terms are not in force yet.',
  rationale: 'an archived tier is no longer sold, and a tier without terms in force gives access only in sandboxes',
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
  *find(application, { asOf, catalog, subscriptionsOf }) {
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
      } else if (tier) {
        const applied = tiersOn(catalog, asOf).get(tier.name)?.value;
        const first = versionsOf(catalog, tier.value).at(-1)?.value;
        if (!applied || !first || environments.every(({ value }) => isTierOpenIn(applied, value))) continue;
        yield found(
          at(['tier']),
          `terms of tier '${tier.name}' are in force from ${first.effective}, so the subscription gives access only in sandboxes until then`,
          'agree on another tier until then, or seal the terms again with an earlier `--effective`',
        );
      }
    }
  },
};
