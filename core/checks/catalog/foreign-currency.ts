import { amountsOf, programmeOf } from '../../model';
import { readMoney } from '../../model/units/money';
import { type Check, type Found, found } from '../check';
import { inEachPrice, type PriceList } from './shared/price-lists';

export const foreignCurrency: Check<'foreign-currency'> = {
  code: 'foreign-currency',
  severity: 'warning',
  per: 'catalog',
  summary: 'The price of a tier is not in the currency of the Programme.',
  rationale:
    'targets and thresholds of revenue are in the currency of the Programme, so charges in another one do not count towards them',
  fix: 'Write the amounts in the currency of the Programme, unless the tier is for partners that pay in another one.',
  waivable: true,
  examples: {
    avoid: `kind: Tier
name: paid
price:
  items:
    calls: { type: calls, flat: 0.012 USD }
`,
    prefer: `kind: Tier
name: paid
price:
  items:
    calls: { type: calls, flat: 0.012 EUR }
`,
  },
  *find({ catalog }) {
    const currency = programmeOf(catalog)?.value.currency;
    if (currency !== undefined) yield* inEachPrice(catalog, (list) => inList(list, currency));
  },
};

function* inList({ items }: PriceList, currency: string): Iterable<Found> {
  const amounts = items.flatMap((item) => amountsOf(item.value).map((amount) => ({ item, amount })));
  const [first] = amounts;
  const used = new Set(amounts.map(({ amount }) => readMoney(amount.text).currency));
  const [other] = used;
  // 'several-currencies' reports a mixture.
  if (!first || other === undefined || used.size > 1 || other === currency) return;
  yield found(
    first.item.at(first.amount.path),
    `${first.item.label} has an amount in ${other}, but the currency of the Programme is ${currency}`,
    `write the amounts in ${currency}, unless these partners pay in ${other}`,
  );
}
