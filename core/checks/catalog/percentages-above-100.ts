import { isInPeriod, percentMillionths } from '../../model';
import { type Check, type Found, found } from '../check';
import { inEachPrice, isOfType, type PriceList, type WrittenItem } from './shared/price-lists';

export const percentagesAbove100: Check<'percentages-above-100'> = {
  code: 'percentages-above-100',
  severity: 'error',
  per: 'catalog',
  summary:
    'Discounts on one item on the same days, or shares of one feed that the same party pays, add up to more than 100%.',
  rationale: 'more would be paid out than was charged or received',
  fix: 'Lower one of the percentages.',
  waivable: false,
  examples: {
    avoid: `kind: Tier
name: paid
price:
  items:
    payout: { type: share, percent: 90%, feed: reseller-sales, payer: operator, payee: partner }
    commission: { type: share, percent: 15%, feed: reseller-sales, payer: operator, payee: partner }
`,
    prefer: `kind: Tier
name: paid
price:
  items:
    payout: { type: share, percent: 85%, feed: reseller-sales, payer: operator, payee: partner }
    commission: { type: share, percent: 15%, feed: reseller-sales, payer: operator, payee: partner }
`,
  },
  find: ({ catalog }) => inEachPrice(catalog, inList),
};

/** A whole in millionths of a percent. */
const WHOLE = percentMillionths('100%');

function* inList(list: PriceList): Iterable<Found> {
  yield* inDiscounts(list);
  yield* inShares(list);
}

function* inDiscounts({ items, period }: PriceList): Iterable<Found> {
  const discounts = items.flatMap((item) =>
    isOfType(item, 'discount') && item.value.percent !== undefined ? [{ item, percent: item.value.percent }] : [],
  );
  const targets = new Set(discounts.flatMap(({ item }) => item.value.items ?? items.map(({ name }) => name)));
  // A sum can rise only on the first day of a discount or of the period.
  const days = new Set(discounts.map(({ item }) => later(item.value.from, period.start)));
  for (const day of [...days].sort()) {
    if (!isInPeriod(day, period.start, period.end)) continue;
    for (const target of targets) {
      const active = discounts.filter(
        ({ item: { value } }) => isInPeriod(day, value.from, value.to) && (value.items?.includes(target) ?? true),
      );
      yield* aboveWhole(active, `discounts on item '${target}' on ${day}`);
    }
  }
}

function* inShares({ items }: PriceList): Iterable<Found> {
  const groups = new Map<string, { item: WrittenItem; percent: string }[]>();
  for (const item of items) {
    if (!isOfType(item, 'share')) continue;
    const { feed, payer, percent } = item.value;
    const label = `shares of feed '${feed}' that the ${payer} pays`;
    groups.set(label, [...(groups.get(label) ?? []), { item, percent }]);
  }
  for (const [label, shares] of groups) yield* aboveWhole(shares, label);
}

function* aboveWhole(
  parts: readonly { readonly item: WrittenItem; readonly percent: string }[],
  label: string,
): Iterable<Found> {
  const sum = parts.reduce((total, { percent }) => total + percentMillionths(percent), 0);
  const last = parts.findLast(({ item }) => item.deviates) ?? parts.at(-1);
  if (sum <= WHOLE || !last) return;
  const others = parts.filter((one) => one !== last).map(({ item }) => item);
  yield found(
    last.item.at(['percent']),
    `with ${last.item.label}, the ${label} add up to ${sum / 1_000_000}%`,
    `lower it by at least ${(sum - WHOLE) / 1_000_000}%, or lower ${others.map(({ name }) => `'${name}'`).join(', ')}`,
    others.map((other) => other.at(['percent'])),
  );
}

function later(day: string, other: string | undefined): string {
  return other !== undefined && other > day ? other : day;
}
