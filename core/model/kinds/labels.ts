import type { Kind } from './document-of';
import { definitionOf } from './list';

/** What messages call one document of a kind. */
export function kindLabel(kind: Kind): string {
  return definitionOf(kind).label;
}

/** What messages call several documents of a kind. */
export function kindPlural(kind: Kind): string {
  return definitionOf(kind).plural;
}
