import type { ApplicationEntry, Catalog, DocumentName, Entry, Frozen, Kind, Origin, Path, Position } from '../model';
import { originOf, positionOf } from '../model';

/** The number of places that a report names; it counts the others. */
const NAMED = 3;

/** A place in a catalog. */
export interface Place extends Pick<Position, 'file' | 'line' | 'column' | 'path' | 'document'> {
  /** The document: `api/sim-swap`, `application/acme-bank/checkout`. */
  readonly subject: DocumentName;
}

/** Places in a catalog, of which only the first are named. */
export interface Places {
  readonly count: number;
  readonly first: readonly Place[];
}

/** Counts places and resolves the first ones. */
export function placesOf(catalog: Catalog, origins: Iterable<Origin>): Places {
  const first: Place[] = [];
  let count = 0;
  for (const origin of origins) {
    count += 1;
    if (first.length < NAMED) first.push(placeOf(catalog, origin));
  }
  return { count, first };
}

/** The place of an origin in the catalog that it is from. */
export function placeOf(catalog: Catalog, origin: Origin): Place {
  const position = positionOf(catalog, origin);
  if (!position) throw new Error(`'${origin.document}' is not in the catalog`);
  const { file, line, column, path, document } = position;
  return { subject: origin.document, file, line, column, path, ...(document && { document }) };
}

type AnyEntry = Entry<Frozen<{ readonly kind: Kind }>> | ApplicationEntry;

/** The documents that satisfy a condition, each at a path: by default, at its name. */
export function* where<E extends AnyEntry>(
  documents: readonly E[] | ReadonlyMap<string, E>,
  isMet: (value: E['value']) => boolean,
  path: Path = [],
): Iterable<Origin> {
  for (const entry of documents.values()) if (isMet(entry.value)) yield originOf(entry, path);
}

/** The documents that have a field, each at that field. */
export function having<E extends AnyEntry>(
  documents: readonly E[] | ReadonlyMap<string, E>,
  field: keyof E['value'] & string,
): Iterable<Origin> {
  return where(documents, (value: E['value']) => value[field as keyof E['value']] !== undefined, [field]);
}
