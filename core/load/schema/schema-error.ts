import type { DocumentCode, Json, Kind, Path } from '../../model';
import type { KnownNames } from './known-names';

/** Something in a document that its schema does not allow: one for each place. */
export interface SchemaError {
  readonly code: DocumentCode;
  readonly message: string;
  readonly hint?: string;
  readonly path: Path;
  /** Whether the key or the value at the path is wrong. */
  readonly part: 'key' | 'value';
  /** Keys that are wrong for the same reason. */
  readonly strays?: readonly Path[];
}

/** A document that is held to its schema. */
export interface ValidatedDocument {
  readonly kind: Kind;
  readonly root: Json;
  /** How many values it holds, roughly. */
  readonly size: number;
  /** How a value is written in its file: `3.10` where the number is 3.1. */
  readonly sourceOf: (path: Path) => string;
  /**
   * Names that examples may have.
   * @default those of the schemas' examples
   */
  readonly names?: KnownNames;
}
