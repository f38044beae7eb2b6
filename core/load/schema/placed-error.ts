import type { Json, Path } from '../../model';
import type { JsonSchema } from '../../model/json-schema';
import type { ValidatorError } from '../../model/validation/validator';
import type { ValidatedDocument } from './schema-error';

/** An error of the validator with everything that is needed to describe it. */
export interface PlacedError {
  readonly document: ValidatedDocument;
  readonly error: ValidatorError;
  /** Path of the value from the top of the document. */
  readonly path: Path;
  /** The schema of the value at the path, which describes it better than the shared definition with the error. */
  readonly near: JsonSchema;
  /** Missing fields by the JSON pointer of their map. */
  readonly missing: ReadonlyMap<string, readonly string[]>;
  /** Whether another value would be valid at the path. */
  readonly fits: (value: Json) => boolean;
  /** Whether the value is required. */
  readonly isRequired: () => boolean;
}
