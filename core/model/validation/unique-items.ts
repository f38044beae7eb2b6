import { canonicalJson } from '../base/canonical-json';
import type { Json } from '../base/json';

/** An item of a list that is equal to an earlier one; both by index. */
export interface Duplicate {
  readonly first: number;
  readonly index: number;
}

/** Finds equal items in one pass, where Ajv's own `uniqueItems` compares every item with every other. Maps are equal whatever the order of their keys. */
export function duplicates(items: readonly Json[]): readonly Duplicate[] {
  const seen = new Map<string, number>();
  return items.flatMap((item, index) => {
    const text = canonicalJson(item);
    const first = seen.get(text);
    if (first === undefined) seen.set(text, index);
    return first === undefined ? [] : [{ first, index }];
  });
}

/** Whether a list holds everything once. */
export function areDifferent(items: readonly Json[]): boolean {
  return duplicates(items).length === 0;
}
