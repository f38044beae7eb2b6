import { billsOverage } from '../../model';
import { type Check, type Found, found } from '../check';
import { inEachPrice, isOfType, type PriceList } from './shared/price-lists';

export const overageNotBilled: Check<'overage-not-billed'> = {
  code: 'overage-not-billed',
  severity: 'error',
  per: 'catalog',
  summary: 'A price has an item for calls beyond the quota, but the tier refuses such calls.',
  rationale: 'the price offers calls that the gateway refuses',
  fix: 'Write `overage: bill` in the price of the tier, or remove the item.',
  waivable: false,
  examples: {
    avoid: `kind: Tier
name: paid
price:
  items:
    calls: { type: calls, flat: 0.012 EUR }
    beyond-quota: { type: overage, flat: 0.02 EUR }
`,
    prefer: `kind: Tier
name: paid
price:
  overage: bill
  items:
    calls: { type: calls, flat: 0.012 EUR }
    beyond-quota: { type: overage, flat: 0.02 EUR }
`,
  },
  find: ({ catalog }) => inEachPrice(catalog, inList),
};

function* inList({ tier, items }: PriceList): Iterable<Found> {
  if (billsOverage(tier.value)) return;
  for (const item of items) {
    if (!isOfType(item, 'overage')) continue;
    yield found(
      item.at(),
      `${item.label} prices calls beyond the quota, but tier '${tier.name}' refuses them`,
      `write \`overage: bill\` in the price of tier '${tier.name}', or remove the item`,
    );
  }
}
