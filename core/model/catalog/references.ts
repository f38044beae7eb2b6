import { isMap } from '../base/json';
import type { Path } from '../base/position';
import { KIND_DEFINITIONS } from '../kinds';
import type { Frozen, Kind } from '../kinds/document-of';
import type { ReferenceTarget } from '../kinds/kind-definition';
import { isWord } from '../schemas';

/** A field of a document with the name of another document or of an entry of the Programme. */
export interface Reference {
  /** The kind of the other document, or the map of the Programme. */
  readonly to: ReferenceTarget;
  readonly name: string;
  readonly path: Path;
  /** Whether the name is a value or the key of a map. */
  readonly part: 'value' | 'key';
}

/**
 * Every reference of a document, in the order of the references of its kind. The document may be invalid: a value that is not a name,
 * or is not where the schema expects one, is not a reference.
 */
export function* referencesOf(kind: Kind, document: Frozen<object>): Iterable<Reference> {
  for (const [pattern, to] of PATTERNS[kind]) yield* walk(document, pattern, 0, [], to);
}

const PATTERNS = Object.fromEntries(
  KIND_DEFINITIONS.map(({ kind, references }) => [
    kind,
    references.map(([pattern, to]) => [pattern.split('/'), to] as const),
  ]),
) as unknown as Readonly<Record<Kind, readonly (readonly [pattern: readonly string[], to: ReferenceTarget])[]>>;

function* walk(
  value: unknown,
  pattern: readonly string[],
  depth: number,
  path: Path,
  to: ReferenceTarget,
): Iterable<Reference> {
  const step = pattern[depth];
  if (step === undefined) {
    if (isWord('name', value)) yield { to, name: value, path, part: 'value' };
  } else if (step === '*') {
    if (!Array.isArray(value)) return;
    for (const [index, item] of value.entries()) yield* walk(item, pattern, depth + 1, [...path, index], to);
  } else if (isMap(value)) {
    if (step === '{*}') {
      for (const [key, item] of Object.entries(value)) yield* walk(item, pattern, depth + 1, [...path, key], to);
    } else if (step === '{}') {
      for (const key of Object.keys(value)) {
        // A rejected value is null; its key may not be a reference.
        if (isWord('name', key) && value[key] !== null) yield { to, name: key, path: [...path, key], part: 'key' };
      }
    } else if (Object.hasOwn(value, step)) yield* walk(value[step], pattern, depth + 1, [...path, step], to);
  }
}
