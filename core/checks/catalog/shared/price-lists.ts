import type {
  Catalog,
  Entry,
  NamedItem,
  Partner,
  Path,
  Period,
  Position,
  PriceItem,
  PriceItems,
  Tier,
} from '../../../model';
import { deviationPeriod, deviationsOn } from '../../../model';
import type { Found } from '../../check';

/** An item of a price where it is written. */
export interface WrittenItem<Item extends PriceItem = PriceItem> extends NamedItem<Item> {
  /** How messages refer to it: `item 'calls' of tier 'paid'`. */
  readonly label: string;
  /** Whether it is in a deviation of a contract. */
  readonly deviates: boolean;
  /** Position of the item, or of a field in it. */
  at(path?: Path): Position;
}

/** The items that apply together on the days of a period. */
export interface PriceList {
  readonly tier: Entry<Tier>;
  /** The partner whose contract deviates; undefined for all other partners. */
  readonly partner?: Entry<Partner>;
  readonly items: readonly WrittenItem[];
  readonly period: Period;
}

/** The items of a document: those of a tier, or those in the deviations of a contract. */
export function writtenItems(document: Entry<Tier> | Entry<Partner>): readonly WrittenItem[] {
  const { value } = document;
  if (value.kind === 'Tier') return itemsIn(value.price?.items, ['price', 'items'], `tier '${value.name}'`, document);
  return (value.contract.deviations ?? []).flatMap(({ tier, price }, index) =>
    itemsIn(price, pathOf(index), deviationLabel(value.name, tier), document),
  );
}

/** Whether an item is of a type. */
export function isOfType<Type extends PriceItem['type']>(
  item: WrittenItem,
  ...types: readonly Type[]
): item is WrittenItem<Extract<PriceItem, { readonly type: Type }>> {
  return types.some((type) => item.value.type === type);
}

/** Findings in the price of each tier, and of each partner whose contract deviates from it. What both have is reported once. */
export function* inEachPrice(catalog: Catalog, find: (list: PriceList) => Iterable<Found>): Iterable<Found> {
  const reported = new Set<string>();
  for (const list of priceLists(catalog)) {
    for (const one of find(list)) {
      const key = `${one.at.file}:${one.at.line}:${one.at.column}`;
      if (!reported.has(key)) yield one;
      reported.add(key);
    }
  }
}

function* priceLists(catalog: Catalog): Iterable<PriceList> {
  for (const tier of catalog.tiers.values()) yield { tier, items: writtenItems(tier), period: {} };
  for (const partner of catalog.partners.values()) yield* deviatingLists(catalog, partner);
}

/** The price that a partner has between any two days on which a deviation starts or ends. */
function* deviatingLists(catalog: Catalog, partner: Entry<Partner>): Iterable<PriceList> {
  const deviations = (partner.value.contract.deviations ?? []).filter(({ price }) => price);
  for (const name of new Set(deviations.map(({ tier }) => tier))) {
    const tier = catalog.tiers.get(name);
    if (!tier) continue;
    const periods = deviations.filter((one) => one.tier === name).map((one) => deviationPeriod(partner.value, one));
    const bounds = new Set(periods.flatMap(({ start, end }) => [start, end].filter((day) => day !== undefined)));
    const days = [...bounds].sort();
    for (const [index, start] of days.entries()) {
      const deviating = deviationsOn(partner.value, name, start).flatMap((one) =>
        itemsIn(one.value.price, pathOf(one.index), deviationLabel(partner.name, name), partner),
      );
      if (deviating.length === 0) continue;
      yield { tier, partner, items: merge(writtenItems(tier), deviating), period: { start, end: days[index + 1] } };
    }
  }
}

/** Of several items of one name, the first deviation counts, as in `effectivePrice`. */
function merge(own: readonly WrittenItem[], deviating: readonly WrittenItem[]): readonly WrittenItem[] {
  const items = new Map(own.map((item) => [item.name, item]));
  for (const item of deviating) if (!items.get(item.name)?.deviates) items.set(item.name, item);
  return [...items.values()];
}

function pathOf(index: number): Path {
  return ['contract', 'deviations', index, 'price'];
}

function deviationLabel(partner: string, tier: string): string {
  return `partner '${partner}' at tier '${tier}'`;
}

function itemsIn(
  items: PriceItems | undefined,
  place: Path,
  owner: string,
  document: Entry<Tier> | Entry<Partner>,
): readonly WrittenItem[] {
  return Object.entries(items ?? {}).map(([name, value]) => ({
    name,
    value,
    label: `item '${name}' of ${owner}`,
    deviates: document.value.kind === 'Partner',
    at: (path = []) =>
      path.length === 0 ? document.at([...place, name], 'key') : document.at([...place, name, ...path]),
  }));
}
