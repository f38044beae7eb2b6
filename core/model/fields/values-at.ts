import { isMap } from '../base/json';
import type { Path } from '../base/position';

/** A value in a document, or the key of one. */
export interface FoundValue {
  readonly value: unknown;
  readonly path: Path;
  readonly part: 'value' | 'key';
}

/**
 * The values at a pattern in a document, in its order: `*` matches each item of a list, `{*}` each value of a map, a final `{}` each
 * key of a map. The document may be invalid; what is not where the pattern expects it is omitted.
 */
export function* valuesAt(document: unknown, pattern: readonly string[], path: Path = []): Iterable<FoundValue> {
  const [step, ...rest] = pattern;
  if (step === undefined) {
    yield { value: document, path, part: 'value' };
  } else if (step === '*') {
    if (!Array.isArray(document)) return;
    for (const [index, item] of document.entries()) yield* valuesAt(item, rest, [...path, index]);
  } else if (isMap(document)) {
    if (step === '{*}') {
      for (const [key, item] of Object.entries(document)) yield* valuesAt(item, rest, [...path, key]);
    } else if (step === '{}') {
      // A rejected value is null; its key may not be valid.
      for (const key of Object.keys(document)) {
        if (document[key] !== null) yield { value: key, path: [...path, key], part: 'key' };
      }
    } else if (Object.hasOwn(document, step)) yield* valuesAt(document[step], rest, [...path, step]);
  }
}
