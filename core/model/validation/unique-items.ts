import { canonicalJson } from '../base/canonical-json';
import type { Json } from '../base/json';

/** An item of a list that is equal to an earlier one; both by index. */
export interface Duplicate {
  readonly first: number;
  readonly index: number;
}

/** Finds equal items in one pass, whereas Ajv's own `uniqueItems` compares all pairs. The order of keys does not matter. */
export function duplicates(items: readonly Json[]): readonly Duplicate[] {
  const firsts = new Map<string, number>();
  return items.flatMap((item, index) => {
    const text = canonicalJson(item);
    const first = firsts.get(text);
    if (first === undefined) firsts.set(text, index);
    return first === undefined ? [] : [{ first, index }];
  });
}

/** Whether all items of a list are different. */
export function areDifferent(items: readonly Json[]): boolean {
  return duplicates(items).length === 0;
}
