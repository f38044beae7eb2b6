import type { DocumentCode, Json, Kind, Path } from '../../model';
import type { KnownNames } from './known-names';

/** An error of a document against its schema, at most one for each path. */
export interface SchemaError {
  readonly code: DocumentCode;
  readonly message: string;
  readonly hint?: string;
  readonly path: Path;
  /** Whether the key or the value at the path is invalid. */
  readonly part: 'key' | 'value';
  /** Keys that are invalid for the same reason. */
  readonly strays?: readonly Path[];
}

/** A document to validate. */
export interface ValidatedDocument {
  readonly kind: Kind;
  readonly root: Json;
  /** Roughly how many values it contains. */
  readonly size: number;
  /** The source text of a value: `3.10` for the number 3.1. */
  readonly sourceOf: (path: Path) => string;
  /**
   * Names of documents for examples.
   * @default those of the schemas' examples
   */
  readonly names?: KnownNames;
  /**
   * The currency of the Programme, for hints.
   * @default that of the schemas' examples
   */
  readonly currency?: string | undefined;
}
