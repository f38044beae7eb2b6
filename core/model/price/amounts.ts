import type { Path } from '../base/position';
import type { PriceItem } from '../kinds';

/** An amount of money in an item of a price, as it is written, and its path in the item. */
export interface Amount {
  readonly text: string;
  readonly path: Path;
}

/** Every amount of money in an item. Shares and percentages have none. */
export function amountsOf(item: PriceItem): readonly Amount[] {
  switch (item.type) {
    case 'calls':
      return [
        ...one(item.flat, ['flat']),
        ...steps(item.graduated, 'graduated'),
        ...steps(item.volume, 'volume'),
        ...one(item.package?.price, ['package', 'price']),
      ];
    case 'overage':
      return one(item.flat, ['flat']);
    case 'share':
      return [];
    default:
      return one(item.amount, ['amount']);
  }
}

function steps(list: readonly { readonly price: string }[] | undefined, field: string): readonly Amount[] {
  return (list ?? []).flatMap(({ price }, index) => one(price, [field, index, 'price']));
}

function one(text: string | undefined, path: Path): readonly Amount[] {
  return text === undefined ? [] : [{ text, path }];
}
