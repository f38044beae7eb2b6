import { didYouMean, type PriceItem } from '../../model';
import { type Check, type Found, found } from '../check';
import { inEachPrice, isOfType, type PriceList, type WrittenItem } from './shared/price-lists';

export const unknownPriceItem: Check<'unknown-price-item'> = {
  code: 'unknown-price-item',
  severity: 'error',
  per: 'catalog',
  summary:
    'A commitment or a discount lists an item that the price does not have, or that is of a type to which it cannot apply.',
  rationale: 'the discount or the commitment would silently not cover what was agreed',
  fix: 'Correct the name. A commitment counts items of type `calls`; a discount applies to what is charged: `subscription`, `calls`, `minimum`, `fee` and `overage`.',
  details: 'A deviation in a contract may list items of the tier as well as its own.',
  waivable: false,
  examples: {
    avoid: `kind: Tier
name: paid
price:
  items:
    calls: { type: calls, flat: 0.012 EUR }
    commitment: { type: minimum, amount: 2000.00 EUR, per: month, items: [cals] }
`,
    prefer: `kind: Tier
name: paid
price:
  items:
    calls: { type: calls, flat: 0.012 EUR }
    commitment: { type: minimum, amount: 2000.00 EUR, per: month, items: [calls] }
`,
  },
  find: ({ catalog }) => inEachPrice(catalog, inList),
};

/** The types of items to which an item may apply. */
const APPLIES_TO: { readonly [Type in 'minimum' | 'discount']: readonly PriceItem['type'][] } = {
  minimum: ['calls'],
  discount: ['subscription', 'calls', 'minimum', 'fee', 'overage'],
};

const WORDS = { minimum: 'commitment', discount: 'discount' } as const;

function* inList({ items }: PriceList): Iterable<Found> {
  const byName = new Map(items.map((item) => [item.name, item]));
  for (const item of items) {
    if (!isOfType(item, 'minimum', 'discount')) continue;
    const types = APPLIES_TO[item.value.type];
    const names = items.filter(({ value }) => types.includes(value.type)).map(({ name }) => name);
    for (const [index, name] of (item.value.items ?? []).entries()) {
      const named = byName.get(name);
      if (named && types.includes(named.value.type)) continue;
      const hint = didYouMean(name, names, `items of type ${types.join(', ')}`);
      yield found(item.at(['items', index]), `${item.label} lists ${problem(item, name, named)}`, hint);
    }
  }
}

function problem(item: WrittenItem, name: string, named: WrittenItem | undefined): string {
  if (!named) return `item '${name}', which does not exist`;
  return `item '${name}', but a ${WORDS[item.value.type as 'minimum' | 'discount']} does not apply to an item of type ${named.value.type}`;
}
