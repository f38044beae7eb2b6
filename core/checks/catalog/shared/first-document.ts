import { type Catalog, comparePositions, entriesOf, KINDS, type Position } from '../../../model';

/** The position of the first document of a catalog, in the order of files; undefined if it has none. */
export function firstDocument(catalog: Catalog): Position | undefined {
  const documents = KINDS.flatMap((kind) => [...entriesOf(catalog, kind).values()].map((entry) => entry.at([])));
  return documents.sort(comparePositions)[0];
}
