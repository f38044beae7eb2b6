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

/** Something whose values come from several documents, such as a tier with the terms of an earlier version. */
export interface Originating {
  originAt(path?: Path, part?: 'key'): Origin;
}

/** An origin in a document, by kind and name; in a terms file, by `'Terms'` and its name. */
export function originIn(kind: Kind | 'Terms', name: string, path: Path = [], part?: 'key'): Origin {
  const frozenPath = Object.isFrozen(path) ? path : Object.freeze([...path]);
  return Object.freeze({
    document: kind === 'Terms' ? (`terms/${name}` as const) : formatDocumentName(kind, name),
    path: frozenPath,
    ...(part && { part }),
  });
}

/** An origin in the given document. */
export function originOf(
  document: NamedValue<{ readonly kind: Kind }> | OwnedApplication,
  path?: Path,
  part?: 'key',
): Origin {
  if ('originAt' in document) return (document as Originating).originAt(path, part);
  return 'partner' in document
    ? originIn('Application', document.id, path, part)
    : originIn(document.value.kind, document.name, path, part);
}

const TERMS = 'terms/';

/** The entry of a document; undefined if it is not in the catalog. */
export function entryOf(catalog: Catalog, document: DocumentName): Entry<Frozen<object>> | undefined {
  if (document.startsWith(TERMS)) return catalog.terms.get(document.slice(TERMS.length));
  const { kind, name } = partsOf(document);
  return entriesOf(catalog, kind).get(name);
}

/** The position of an origin, or of its nearest written parent; undefined if the document is not in the catalog. */
export function positionOf(catalog: Catalog, { document, path, part }: Origin): Position | undefined {
  const entry = entryOf(catalog, document);
  return path.length === 0 ? entry?.at() : entry?.at(path, part);
}
