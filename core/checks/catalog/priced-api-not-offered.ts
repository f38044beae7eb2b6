import type { Path } from '../../model';
import { type Check, found } from '../check';
import { inEachPrice, isOfType, type WrittenItem } from './shared/price-lists';
import { namesUnknownTier } from './shared/unknown-names';

export const pricedApiNotOffered: Check<'priced-api-not-offered'> = {
  code: 'priced-api-not-offered',
  severity: 'warning',
  per: 'catalog',
  summary: 'An item of a price lists an API that is not offered at the tier.',
  rationale: 'the item never applies, although somebody agreed on a price',
  fix: "Add the tier to the API's `tiers`, or remove the API from the item.",
  waivable: true,
  examples: {
    avoid: `kind: Tier
name: paid
price:
  items:
    calls: { type: calls, flat: 0.012 EUR }
    number-checks: { type: calls, apis: [number-verification], flat: 0.01 EUR } # offered only at tier 'free'
`,
    prefer: `kind: Tier
name: paid
price:
  items:
    calls: { type: calls, flat: 0.012 EUR }
    checks: { type: calls, apis: [sim-swap], flat: 0.01 EUR }
`,
  },
  find: ({ catalog }) =>
    inEachPrice(catalog, function* ({ tier, items }) {
      for (const item of items) {
        for (const { name, path } of listedApis(item)) {
          const api = catalog.apis.get(name);
          if (!api || api.value.tiers.includes(tier.name) || namesUnknownTier(catalog, api)) continue;
          yield found(
            item.at(path),
            `api '${name}' is not offered at tier '${tier.name}', so its price in ${item.label} never applies`,
            `add '${tier.name}' to the API's \`tiers\`, or remove the API from the item`,
          );
        }
      }
    }),
};

function listedApis(item: WrittenItem): readonly { readonly name: string; readonly path: Path }[] {
  if (!isOfType(item, 'calls', 'overage')) return [];
  const operations = item.value.type === 'calls' ? item.value.operations : undefined;
  return [
    ...(item.value.apis ?? []).map((name, index) => ({ name, path: ['apis', index] })),
    ...(operations ?? []).map(({ api }, index) => ({ name: api, path: ['operations', index, 'api'] })),
  ];
}
