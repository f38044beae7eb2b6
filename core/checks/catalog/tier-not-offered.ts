import { listOf } from '../../model';
import { type Check, found } from '../check';
import { namesUnknownTier } from './shared/unknown-names';

export const tierNotOffered: Check<'tier-not-offered'> = {
  code: 'tier-not-offered',
  severity: 'error',
  per: 'catalog',
  summary: 'An application subscribes to an API at a tier at which the API is not offered.',
  rationale: "the gateway would refuse the application's calls, because it accepts only the tiers that the API lists",
  fix: 'Choose one of the `tiers` of the API, or add the tier to them.',
  waivable: false,
  examples: {
    avoid: `kind: Api
name: sim-swap
tiers: [paid]
`,
    prefer: `kind: Api
name: sim-swap
tiers: [paid, free]
`,
  },
  joined: (count) => `in ${count} subscriptions`,
  *find({ catalog, subscriptionReferences }) {
    for (const { api, tier, at } of subscriptionReferences) {
      if (!api || !tier || api.value.tiers.includes(tier.name) || namesUnknownTier(catalog, api)) continue;
      yield found(
        at(['tier']),
        `api '${api.name}' is not offered at tier '${tier.name}'`,
        `its ${listOf(api.value.tiers, 'tiers')}; choose one of them, or add '${tier.name}' to the API's \`tiers\``,
      );
    }
  },
};
