import { amountsOf } from '../../model';
import { readMoney } from '../../model/units/money';
import { type Check, type Found, found } from '../check';
import { inEachPrice, type PriceList } from './shared/price-lists';

export const severalCurrencies: Check<'several-currencies'> = {
  code: 'several-currencies',
  severity: 'error',
  per: 'catalog',
  summary: 'A price, including the deviations of contracts, has amounts in more than one currency.',
  rationale: 'the amounts cannot be added up on a statement without an exchange rate, which no one agreed on',
  fix: 'Write all amounts in one currency, or define a tier for each currency.',
  waivable: false,
  examples: {
    avoid: `kind: Tier
name: paid
price:
  items:
    platform: { type: subscription, amount: 490.00 EUR, per: month }
    calls: { type: calls, flat: 0.012 USD }
`,
    prefer: `kind: Tier
name: paid
price:
  items:
    platform: { type: subscription, amount: 490.00 EUR, per: month }
    calls: { type: calls, flat: 0.012 EUR }
`,
  },
  find: ({ catalog }) => inEachPrice(catalog, inList),
};

function* inList({ items }: PriceList): Iterable<Found> {
  // A tier sets the currency, and the contracts deviate.
  const sorted = [...items].sort((a, b) => Number(a.deviates) - Number(b.deviates));
  let first: { readonly label: string; readonly currency: string } | undefined;
  for (const item of sorted) {
    for (const { text, path } of amountsOf(item.value)) {
      const { currency } = readMoney(text);
      first ??= { label: item.label, currency };
      if (currency === first.currency) continue;
      yield found(
        item.at(path),
        `${item.label} has an amount in ${currency}, but ${first.label} has one in ${first.currency}`,
        `write the amount in ${first.currency}, or define a tier for each currency`,
      );
      break;
    }
  }
}
