import type { Json } from '../base/json';
import type { DocumentOf, Kind } from '../kinds/document-of';
import { kindSchema } from '../schemas';
import type { Complete, DefaultedField } from './complete';
import { fill } from './fill';

const filled = new WeakMap<object, object>();

/**
 * A document with every default of its schema filled in, frozen. A default is filled in where the map around its field is there: a
 * `live` that is not written stays away. Schemas are the only place of defaults, and this is the only function that reads them.
 *
 * @param document a document that its schema allows, or some of its fields
 */
export function withDefaults<K extends Kind>(kind: K, document: DocumentOf[K]): Complete<K>;
export function withDefaults<K extends Kind, Field extends keyof DocumentOf[K] & keyof Complete<K>>(
  kind: K,
  document: Pick<DocumentOf[K], Field>,
): Pick<Complete<K>, Field | DefaultedField<K>>;
export function withDefaults(kind: Kind, document: object): object {
  const known = filled.get(document);
  if (known) return known;
  const complete = fill(kindSchema(kind), document as Json) as object;
  filled.set(complete, complete);
  // What can still be changed may say something else the next time.
  if (Object.isFrozen(document)) filled.set(document, complete);
  return complete;
}

const usual = new Map<Kind, object>();

/** What holds where there is no document of a kind: the defaults of its fields. */
export function defaultsOf<K extends Kind>(kind: K): Pick<Complete<K>, DefaultedField<K>> {
  const known = usual.get(kind) ?? withDefaults<K, never>(kind, {} as Pick<DocumentOf[K], never>);
  usual.set(kind, known);
  return known as Pick<Complete<K>, DefaultedField<K>>;
}
