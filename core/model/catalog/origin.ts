import type { Path, Position } from '../base/position';
import type { Frozen, Kind } from '../kinds/document-of';
import type { Catalog, Entry, NamedValue, OwnedApplication } from './catalog';
import { type DocumentName, formatDocumentName, partsOf } from './document-name';
import { entriesOf } from './entries';

/** A document and a path in it that contributed to a value. {@link positionOf} returns its position. */
export interface Origin {
  readonly document: DocumentName;
  /** The path of the field; empty for the whole document. */
  readonly path: Path;
  /** `'key'` for the key of the value, as in `Entry.at`. */
  readonly part?: 'key';
}

/** An origin in a document, by kind and name. */
export function originIn(kind: Kind, name: string, path: Path = [], part?: 'key'): Origin {
  const frozenPath = Object.isFrozen(path) ? path : Object.freeze([...path]);
  return Object.freeze({ document: formatDocumentName(kind, name), path: frozenPath, ...(part && { part }) });
}

/** An origin in the given document. */
export function originOf(
  document: NamedValue<{ readonly kind: Kind }> | OwnedApplication,
  path?: Path,
  part?: 'key',
): Origin {
  return 'partner' in document
    ? originIn('Application', document.id, path, part)
    : originIn(document.value.kind, document.name, path, part);
}

/** The entry of a document; undefined if it is not in the catalog. */
export function entryOf(catalog: Catalog, document: DocumentName): Entry<Frozen<object>> | undefined {
  const { kind, name } = partsOf(document);
  return entriesOf(catalog, kind).get(name);
}

/** The position of an origin, or of its nearest written parent; undefined if the document is not in the catalog. */
export function positionOf(catalog: Catalog, { document, path, part }: Origin): Position | undefined {
  const entry = entryOf(catalog, document);
  return path.length === 0 ? entry?.at() : entry?.at(path, part);
}
