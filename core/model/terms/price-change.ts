import { canonicalJson } from '../base/canonical-json';
import type { Price, PriceItem } from '../kinds';
import { compareMoney, isMoney, readMoney } from '../units/money';

/** Items whose amounts are paid to the partner, or reduce what it pays. */
const IN_FAVOUR: ReadonlySet<string> = new Set(['discount', 'credit']);

/**
 * Whether a price is certainly at most as high as an earlier one, for every partner: every item has the same form, and no amount
 * changed to the disadvantage of partners. Other changes, such as new steps, may be better for some partners and worse for others.
 */
export function isPriceAtMost(price: Price | undefined, earlier: Price | undefined): boolean {
  if (canonicalJson(price ?? null) === canonicalJson(earlier ?? null) || price === undefined) return true;
  if (earlier === undefined) return false;
  const { items, freeUntil, ...others } = price;
  const { items: itemsBefore, freeUntil: freeBefore, ...othersBefore } = earlier;
  if (canonicalJson(others) !== canonicalJson(othersBefore) || (freeUntil ?? '') < (freeBefore ?? '')) return false;
  const names = Object.keys(items);
  return (
    names.length === Object.keys(itemsBefore).length &&
    names.every((name) => {
      const [item, before] = [items[name], itemsBefore[name]];
      return item !== undefined && before !== undefined && isItemAtMost(item, before);
    })
  );
}

function isItemAtMost(item: PriceItem, earlier: PriceItem): boolean {
  const [amounts, before] = [amountsIn(item), amountsIn(earlier)];
  if (canonicalJson(amounts.form) !== canonicalJson(before.form)) return false;
  return amounts.found.every((text, index) => {
    const change = compareMoney(readMoney(text), readMoney(before.found[index] ?? text));
    return IN_FAVOUR.has(item.type) ? change >= 0 : change <= 0;
  });
}

/** The amounts of money in a value, in the order of sorted keys, and the value with only their currencies. */
function amountsIn(value: unknown): { readonly found: readonly string[]; readonly form: unknown } {
  const found: string[] = [];
  const formOf = (part: unknown): unknown => {
    if (typeof part === 'string' && isMoney(part)) {
      found.push(part);
      return part.slice(-3);
    }
    if (Array.isArray(part)) return part.map(formOf);
    if (typeof part !== 'object' || part === null) return part;
    const entries = Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(entries.map(([key, item]) => [key, formOf(item)]));
  };
  const form = formOf(value);
  return { found, form };
}
