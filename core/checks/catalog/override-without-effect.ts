import { type Check, found } from '../check';
import { namesUnknownTier } from './shared/unknown-names';

export const overrideWithoutEffect: Check<'override-without-effect'> = {
  code: 'override-without-effect',
  severity: 'warning',
  per: 'catalog',
  summary: 'An override of a tier has neither limits nor a quota, or is for an API that is not offered at the tier.',
  rationale: 'it changes nothing, although somebody intended a change',
  fix: "Add `limits` or `quota`, add the tier to the API's `tiers`, or remove the override.",
  waivable: true,
  examples: {
    avoid: `kind: Tier
name: paid
overrides:
  - api: number-verification # offered only at tier 'free'
    limits: { second: 10 }
`,
    prefer: `kind: Tier
name: paid
overrides:
  - api: sim-swap # offered at this tier
    limits: { second: 10 }
`,
  },
  *find({ catalog }) {
    for (const tier of catalog.tiers.values()) {
      for (const [index, { api: name, limits, quota }] of (tier.value.overrides ?? []).entries()) {
        const api = catalog.apis.get(name);
        if (!limits && !quota) {
          yield found(
            tier.at(['overrides', index]),
            `the override of tier '${tier.name}' for api '${name}' changes nothing`,
            'add `limits` or `quota`, or remove the override',
          );
        } else if (api && !api.value.tiers.includes(tier.name) && !namesUnknownTier(catalog, api)) {
          yield found(
            tier.at(['overrides', index, 'api']),
            `api '${name}' is not offered at tier '${tier.name}', so the override has no effect`,
            `add '${tier.name}' to the API's tiers, or remove the override`,
          );
        }
      }
    }
  },
};
