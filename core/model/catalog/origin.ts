import type { Path, Position } from '../base/position';
import type { Frozen, Kind } from '../kinds/document-of';
import type { Catalog, Entry, OwnedApplication, Valued } from './catalog';
import { entriesOf } from './entries';

/** A document of a catalog: `<Kind>/<name>`; an application, wherever it is written, is `Application/<partner>_<name>`. */
export type DocumentName = `${Kind}/${string}`;

/** A place in a catalog that had a say in something, as data. Which line it is on is looked up by {@link positionOf}. */
export interface Origin {
  readonly document: DocumentName;
  /** The field in it; empty for the document as a whole. */
  readonly path: Path;
  /** Where the key is meant that leads to the value, as in `Entry.at`. */
  readonly part?: 'key';
}

/** A place in a document, or the document as a whole. */
export function originIn(kind: Kind, name: string, path: Path = [], part?: 'key'): Origin {
  const fixed = Object.isFrozen(path) ? path : Object.freeze([...path]);
  return Object.freeze({ document: `${kind}/${name}` as const, path: fixed, ...(part && { part }) });
}

/** A place in a document that is at hand. */
export function originOf(
  document: Valued<{ readonly kind: Kind }> | OwnedApplication,
  path?: Path,
  part?: 'key',
): Origin {
  return 'partner' in document
    ? originIn('Application', document.id, path, part)
    : originIn(document.value.kind, document.name, path, part);
}

/** The entry of a document; undefined where the catalog has none of that name. */
export function entryOf(catalog: Catalog, document: DocumentName): Entry<Frozen<object>> | undefined {
  const [kind, name] = document.split('/') as [Kind, string];
  return entriesOf(catalog, kind).get(name);
}

/** Where an origin is written, or the nearest value above it; undefined where the catalog has no such document. */
export function positionOf(catalog: Catalog, { document, path, part }: Origin): Position | undefined {
  const entry = entryOf(catalog, document);
  return path.length === 0 ? entry?.at() : entry?.at(path, part);
}
