import type { Kind } from './document-of';
import { definitionOf } from './list';

/** The label of one document of a kind in messages. */
export function kindLabel(kind: Kind): string {
  return definitionOf(kind).label;
}

/** The plural of a kind in messages. */
export function kindPlural(kind: Kind): string {
  return definitionOf(kind).plural;
}
