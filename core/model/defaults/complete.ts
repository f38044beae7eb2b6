import type { CompleteDocuments } from '../complete-types';
import type { DocumentOf, Frozen, Kind } from '../kinds/document-of';

/** A document of a kind with all defaults of its schema filled in, so that fields with a default are always present. */
export type Complete<K extends Kind> = K extends keyof CompleteDocuments ? Frozen<CompleteDocuments[K]> : DocumentOf[K];

/** The fields of a kind's documents that have a default. */
export type DefaultedField<K extends Kind> = {
  [Field in keyof DocumentOf[K] & keyof Complete<K>]-?: undefined extends DocumentOf[K][Field]
    ? undefined extends Complete<K>[Field]
      ? never
      : Field
    : never;
}[keyof DocumentOf[K] & keyof Complete<K>];
