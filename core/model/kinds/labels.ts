import type { Kind } from './document-of';
import { isProgrammeEntry, type ReferenceTarget } from './kind-definition';
import { definitionOf } from './list';

/** The label of one document of a kind in messages. */
export function kindLabel(kind: Kind): string {
  return definitionOf(kind).label;
}

/** The plural of a kind in messages. */
export function kindPlural(kind: Kind): string {
  return definitionOf(kind).plural;
}

/** The label of what a reference names: a document of a kind, or an entry of the Programme. */
export function targetLabel(target: ReferenceTarget): string {
  return isProgrammeEntry(target) ? target : kindLabel(target);
}

/** The plural of what a reference names. */
export function targetPlural(target: ReferenceTarget): string {
  return isProgrammeEntry(target) ? `${target}s` : kindPlural(target);
}
