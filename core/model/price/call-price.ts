import type { PriceItem } from '../kinds';

/** The items of some types. */
export type ItemOf<Type extends PriceItem['type']> = Extract<PriceItem, { readonly type: Type }>;

/** An item of a price with its name. */
export interface NamedItem<Item extends PriceItem = PriceItem> {
  readonly name: string;
  readonly value: Item;
}

/**
 * How specific an item is about calls, from an item for all calls to one that lists their operation. Of two items that price a call,
 * the more specific one applies.
 */
const SPECIFICITIES = ['all', 'api', 'operation'] as const;

type Specificity = (typeof SPECIFICITIES)[number];

/** An item that may price calls. */
type PricedCalls = ItemOf<'calls'> | ItemOf<'overage'>;

/**
 * How specifically an item prices the calls of an API or of one of its operations; undefined if it does not price them. An item
 * without lists prices all calls.
 *
 * @param operation by default, calls whose operation no item lists
 */
function specificityOf(item: PricedCalls, api: string, operation?: string): Specificity | undefined {
  const operations = item.type === 'calls' ? item.operations : undefined;
  if (operation !== undefined && operations?.some((one) => one.api === api && one.operation === operation)) {
    return 'operation';
  }
  if (item.apis?.includes(api)) return 'api';
  return item.apis === undefined && operations === undefined ? 'all' : undefined;
}

/**
 * The item that prices the calls of an operation: the most specific one of type `calls`. Undefined if no item prices them, so that
 * they cost nothing. Of equally specific items, which a check reports, the first one applies.
 *
 * @param operation by default, calls whose operation no item lists
 */
export function callPrice<Item extends NamedItem>(
  items: readonly Item[],
  api: string,
  operation?: string,
): Item | undefined {
  return mostSpecific(items, 'calls', api, operation);
}

/**
 * The item that prices the calls of an API beyond its quota: the most specific one of type `overage`. Undefined if there is none, so
 * that they cost the same as all others.
 */
export function overagePrice<Item extends NamedItem>(items: readonly Item[], api: string): Item | undefined {
  return mostSpecific(items, 'overage', api);
}

function mostSpecific<Item extends NamedItem>(
  items: readonly Item[],
  type: PricedCalls['type'],
  api: string,
  operation?: string,
): Item | undefined {
  let best: { readonly item: Item; readonly rank: number } | undefined;
  for (const item of items) {
    if (item.value.type !== 'calls' && item.value.type !== 'overage') continue;
    if (item.value.type !== type) continue;
    const specificity = specificityOf(item.value, api, operation);
    if (specificity === undefined) continue;
    const rank = SPECIFICITIES.indexOf(specificity);
    if (!best || rank > best.rank) best = { item, rank };
  }
  return best?.item;
}
