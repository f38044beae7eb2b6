import { type Check, warning } from './check';
import { namesUnknownTier } from './shared/unknown-names';

/** An override changes something that is sold. */
export const overrideWithoutEffect: Check = {
  code: 'override-without-effect',
  *find({ catalog }) {
    for (const tier of catalog.tiers.values()) {
      for (const [index, { api: name, limits, quota }] of (tier.value.overrides ?? []).entries()) {
        const api = catalog.apis.get(name);
        if (!limits && !quota) {
          const hint = 'add `limits` or `quota`, or take the override out';
          yield warning(
            tier.at(['overrides', index]),
            `override of tier '${tier.name}' for api '${name}' changes nothing`,
            hint,
          );
        } else if (api && !api.value.tiers.includes(tier.name) && !namesUnknownTier(catalog, api)) {
          const hint = `add '${tier.name}' to the API's tiers, or take the override out`;
          yield warning(
            tier.at(['overrides', index, 'api']),
            `api '${name}' is not offered at tier '${tier.name}'`,
            hint,
          );
        }
      }
    }
  },
};
