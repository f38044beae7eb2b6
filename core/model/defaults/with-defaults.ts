import type { Json } from '../base/json';
import type { DocumentOf, Kind } from '../kinds/document-of';
import { kindSchema } from '../schemas';
import type { Complete, DefaultedField } from './complete';
import { fill } from './fill';

const completeDocuments = new WeakMap<object, object>();

/**
 * Fills in all defaults of a document's schema and freezes the result. A default is only filled in if the map around its field is
 * present: a missing `live` stays missing. Defaults are defined only in the schemas, and only this function applies them.
 *
 * @param document a valid document, or some of its fields
 */
export function withDefaults<K extends Kind>(kind: K, document: DocumentOf[K]): Complete<K>;
export function withDefaults<K extends Kind, Field extends keyof DocumentOf[K] & keyof Complete<K>>(
  kind: K,
  document: Pick<DocumentOf[K], Field>,
): Pick<Complete<K>, Field | DefaultedField<K>>;
export function withDefaults(kind: Kind, document: object): object {
  const known = completeDocuments.get(document);
  if (known) return known;
  const complete = fill(kindSchema(kind), document as Json) as object;
  completeDocuments.set(complete, complete);
  // A document that is not frozen may change before the next call.
  if (Object.isFrozen(document)) completeDocuments.set(document, complete);
  return complete;
}

const defaults = new Map<Kind, object>();

/** The defaults of the fields of a kind, which apply if there is no document. */
export function defaultsOf<K extends Kind>(kind: K): Pick<Complete<K>, DefaultedField<K>> {
  const known = defaults.get(kind) ?? withDefaults<K, never>(kind, {} as Pick<DocumentOf[K], never>);
  defaults.set(kind, known);
  return known as Pick<Complete<K>, DefaultedField<K>>;
}
