import { isMap } from '../base/json';
import type { Path } from '../base/position';
import { KIND_DEFINITIONS } from '../kinds';
import type { Frozen, Kind } from '../kinds/document-of';
import { isWord } from '../schemas';

/** A place in a document that names another document. */
export interface Reference {
  /** The kind of the document that is named. */
  readonly to: Kind;
  readonly name: string;
  readonly path: Path;
  /** Whether the name is a value, or the key of a map. */
  readonly part: 'value' | 'key';
}

/**
 * Every reference that a document makes to another, in the order of the kind's references. The document may be one that its schema refuses:
 * what is not a name, or is where the schema expects something else, is not a reference.
 */
export function* referencesOf(kind: Kind, document: Frozen<object>): Iterable<Reference> {
  for (const [pattern, to] of PATTERNS[kind]) yield* walk(document, pattern, 0, [], to);
}

const PATTERNS = Object.fromEntries(
  KIND_DEFINITIONS.map(({ kind, references }) => [
    kind,
    references.map(([pattern, to]) => [pattern.split('/'), to] as const),
  ]),
) as unknown as Readonly<Record<Kind, readonly (readonly [pattern: readonly string[], to: Kind])[]>>;

function* walk(value: unknown, pattern: readonly string[], depth: number, path: Path, to: Kind): Iterable<Reference> {
  const step = pattern[depth];
  if (step === undefined) {
    if (isWord('name', value)) yield { to, name: value, path, part: 'value' };
  } else if (step === '*') {
    if (!Array.isArray(value)) return;
    for (const [index, item] of value.entries()) yield* walk(item, pattern, depth + 1, [...path, index], to);
  } else if (isMap(value)) {
    if (step === '{}') {
      for (const key of Object.keys(value)) {
        // What is not a map is not what belongs there: the key may be anything.
        if (isWord('name', key) && value[key] !== null) yield { to, name: key, path: [...path, key], part: 'key' };
      }
    } else if (Object.hasOwn(value, step)) yield* walk(value[step], pattern, depth + 1, [...path, step], to);
  }
}
