import { type JsonSchema, withExamples } from '../json-schema';
import type { Kind } from './document-of';

/** Where a catalog has the documents of a kind: in a map of its own, or among the policies, under a key of `Api.policies`. */
export type CatalogPlace = { readonly map: string } | { readonly policy: string };

/**
 * A field that names another document, as a path: `*` stands for each item of a list, `{}` at the end for each key of a map. What
 * names a part of a document (an operation, a scope, a client CA) is not a reference.
 */
export type ReferencePattern = readonly [pattern: string, to: Kind];

/** Everything about a kind of document that is not in its schema. */
export interface KindDefinition<K extends Kind = Kind, Place extends CatalogPlace = CatalogPlace> {
  /** The value of `kind`. */
  readonly kind: K;
  readonly schema: JsonSchema;
  /** What messages call one document: `token policy`. */
  readonly label: string;
  /** What messages call several: `token policies`. */
  readonly plural: string;
  readonly place: Place;
  /** Where the first document of the kind is written, from the catalog's folder; words in braces stand for names. */
  readonly file: string;
  /** Every field that names a document, in the order in which wrong names are reported. */
  readonly references: readonly ReferencePattern[];
}

/** Makes the definition of a kind. */
export function kindDefinition<K extends Kind, const Place extends CatalogPlace>(
  definition: Omit<KindDefinition<K, Place>, 'schema'> & { readonly schema: object },
): KindDefinition<K, Place> {
  return { ...definition, schema: withExamples(definition.schema) };
}
