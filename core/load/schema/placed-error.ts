import type { Json, Path } from '../../model';
import type { JsonSchema } from '../../model/json-schema';
import type { ValidatorError } from '../../model/validation/validator';
import type { ValidatedDocument } from './schema-error';

/** An error of the validator at its place, with what is needed to word it. */
export interface PlacedError {
  readonly document: ValidatedDocument;
  readonly error: ValidatorError;
  /** Where the error is, from the top of the document. */
  readonly path: Path;
  /** The schema of the value at the path: closer to the reader than the definition that the error comes from. */
  readonly near: JsonSchema;
  /** Missing fields by JSON pointer of the map that lacks them. */
  readonly missing: ReadonlyMap<string, readonly string[]>;
  /** Whether the schema at the path takes another value. */
  readonly fits: (value: Json) => boolean;
  /** Whether the map around the value has to have it. */
  readonly isRequired: () => boolean;
}
