import type { Path } from '../base/position';
import { valuesAt } from '../fields/values-at';
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
  for (const [pattern, to] of PATTERNS[kind]) {
    for (const { value, path, part } of valuesAt(document, pattern)) {
      if (isWord('name', value)) yield { to, name: value, path, part };
    }
  }
}

const PATTERNS = Object.fromEntries(
  KIND_DEFINITIONS.map(({ kind, references }) => [
    kind,
    references.map(([pattern, to]) => [pattern.split('/'), to] as const),
  ]),
) as unknown as Readonly<Record<Kind, readonly (readonly [pattern: readonly string[], to: ReferenceTarget])[]>>;
