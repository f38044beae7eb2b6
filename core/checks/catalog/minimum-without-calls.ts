import { type Check, type Found, found } from '../check';
import { inEachPrice, isOfType, type PriceList } from './shared/price-lists';

export const minimumWithoutCalls: Check<'minimum-without-calls'> = {
  code: 'minimum-without-calls',
  severity: 'error',
  per: 'catalog',
  summary: 'A price has a commitment (`minimum`), but no item of type `calls` that counts towards it.',
  rationale: 'the partner would owe the whole amount in every period, however much it calls',
  fix: 'Add an item of type `calls`, or write a `subscription` if the amount is always owed.',
  waivable: false,
  examples: {
    avoid: `kind: Tier
name: paid
price:
  items:
    commitment: { type: minimum, amount: 2000.00 EUR, per: month }
`,
    prefer: `kind: Tier
name: paid
price:
  items:
    platform: { type: subscription, amount: 2000.00 EUR, per: month }
`,
  },
  find: ({ catalog }) => inEachPrice(catalog, inList),
};

function* inList({ items }: PriceList): Iterable<Found> {
  if (items.some(({ value }) => value.type === 'calls')) return;
  for (const item of items) {
    // 'unknown-price-item' reports each name that the commitment lists.
    if (!isOfType(item, 'minimum') || item.value.items) continue;
    yield found(
      item.at(),
      `${item.label} is a commitment, but the price has no item of type 'calls' that counts towards it`,
      "add an item of type 'calls', or change the type to 'subscription' if the amount is always owed",
    );
  }
}
