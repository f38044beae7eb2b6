import { type JsonSchema, withExamples } from '../json-schema';
import type { Kind } from './document-of';

/** The place of a kind in the catalog: a map, or a key of `Api.policies` for the kinds of policies. */
export type CatalogPlace = { readonly map: string } | { readonly policy: string };

/** The maps of the Programme whose entries other documents refer to, by the label of one entry. */
export const PROGRAMME_MAPS = {
  requirement: 'requirements',
  level: 'levels',
  badge: 'badges',
  feed: 'feeds',
} as const;

/** An entry in one of the maps of the Programme. */
export type ProgrammeEntry = keyof typeof PROGRAMME_MAPS;

/** What a reference names: a document of a kind, or an entry of the Programme. */
export type ReferenceTarget = Kind | ProgrammeEntry;

/** Whether references to a target name entries of the Programme. */
export function isProgrammeEntry(target: ReferenceTarget): target is ProgrammeEntry {
  return Object.hasOwn(PROGRAMME_MAPS, target);
}

/**
 * The path of a field with the name of another document or of an entry of the Programme. `*` matches each item of a list, `{*}` each
 * value of a map, a final `{}` each key of a map. The name of a part of another document (an operation, a scope, a client CA) is not a
 * reference.
 */
export type ReferencePattern = readonly [pattern: string, to: ReferenceTarget];

/** The definition of a kind: its schema, and its properties that are not in the schema. */
export interface KindDefinition<K extends Kind = Kind, Place extends CatalogPlace = CatalogPlace> {
  /** The value of `kind`. */
  readonly kind: K;
  readonly schema: JsonSchema;
  /** The label of one document in messages: `token policy`. */
  readonly label: string;
  /** The plural in messages: `token policies`. */
  readonly plural: string;
  readonly place: Place;
  /** The file of a new document, relative to the catalog folder, with placeholders for names in braces. */
  readonly file: string;
  /** Every reference, in the order in which unknown names are reported. */
  readonly references: readonly ReferencePattern[];
}

/** Creates the definition of a kind. */
export function kindDefinition<K extends Kind, const Place extends CatalogPlace>(
  definition: Omit<KindDefinition<K, Place>, 'schema'> & { readonly schema: object },
): KindDefinition<K, Place> {
  return { ...definition, schema: withExamples(definition.schema) };
}
