import {
  amountsOf,
  type Complete,
  callPrice,
  type Entry,
  type Origin,
  originOf,
  overagePrice,
  type Tier,
  withDefaults,
} from '../../model';
import { readMoney } from '../../model/units/money';
import { type Sourced, sourced } from '../sourced';

type CompletePrice = NonNullable<Complete<'Tier'>['price']>;
type CompleteItem = CompletePrice['items'][string];

/** An item of a price with its defaults filled in. Its first origin is where it is written, followed by the items that it replaces. */
export interface EffectivePriceItem extends Sourced<CompleteItem> {
  readonly name: string;
}

/** What is charged. */
export interface EffectivePrice {
  /** The items in the order of the tier, then those that deviations add. */
  readonly items: readonly EffectivePriceItem[];
  /** What happens to calls beyond the quota. Without an origin it is the default. */
  readonly overage: Sourced<CompletePrice['overage']>;
  /** The first day on which anything is charged; by default, everything is charged from the start. */
  readonly freeUntil?: Sourced<string>;
  /** The currency of the items (ISO 4217); undefined if none of them has an amount, such as with shares only. */
  readonly currency?: Sourced<string>;
}

/** The items that price the calls of an API or of one of its operations. */
export interface EffectiveCallPrice {
  /** By default, calls cost nothing. */
  readonly calls?: EffectivePriceItem;
  /** The price of calls beyond a billed quota; by default, they cost the same as all others. */
  readonly overage?: EffectivePriceItem;
}

/** Items in a document, such as those of a tier. */
export interface PriceSource {
  readonly items: CompletePrice['items'];
  originOf(item: string): Origin;
}

/**
 * The price of a tier, with deviations: they replace items of the same name, or are added. Undefined if there is neither.
 *
 * @param deviations the decisive one first; by default, there are none
 */
export function effectivePrice(tier: Entry<Tier>, deviations: readonly PriceSource[] = []): EffectivePrice | undefined {
  const { price } = withDefaults('Tier', tier.value);
  if (!price && deviations.length === 0) return undefined;
  const own = { items: price?.items ?? {}, originOf: (item: string) => originOf(tier, ['price', 'items', item]) };
  const items = merge([...deviations, own], Object.keys(own.items));
  const currency = currencyOf(items);
  const field = <Field extends 'overage' | 'freeUntil'>(name: Field): readonly Origin[] =>
    tier.value.price?.[name] === undefined ? [] : [originOf(tier, ['price', name])];
  return Object.freeze({
    items,
    overage: sourced(price?.overage ?? 'refuse', field('overage')),
    ...(price?.freeUntil !== undefined && { freeUntil: sourced(price.freeUntil, field('freeUntil')) }),
    ...(currency && { currency }),
  });
}

/**
 * The items that price the calls of an API or of one of its operations: the most specific ones.
 *
 * @param operation by default, calls whose operation no item lists
 */
export function priceOf(price: EffectivePrice, api: string, operation?: string): EffectiveCallPrice {
  const calls = callPrice(price.items, api, operation);
  const overage = price.overage.value === 'bill' ? overagePrice(price.items, api) : undefined;
  return Object.freeze({ ...(calls && { calls }), ...(overage && { overage }) });
}

/**
 * @param sources the decisive one first
 * @param first names of items that come first, in their order
 */
function merge(sources: readonly PriceSource[], first: readonly string[]): readonly EffectivePriceItem[] {
  const names = new Set([...first, ...sources.flatMap(({ items }) => Object.keys(items))]);
  const items = [...names].flatMap((name) => {
    const candidates = sources.filter(({ items }) => Object.hasOwn(items, name));
    const value = candidates[0]?.items[name];
    const origins = candidates.map((source) => source.originOf(name));
    return value === undefined ? [] : [Object.freeze({ name, ...sourced(value, origins) })];
  });
  return Object.freeze(items);
}

function currencyOf(items: readonly EffectivePriceItem[]): Sourced<string> | undefined {
  for (const { value, origins } of items) {
    const [amount] = amountsOf(value);
    if (amount) return sourced(readMoney(amount.text).currency, origins.slice(0, 1));
  }
  return undefined;
}
