import type { DocumentCode, Path } from '../../model';
import type { Span } from './lines';

/** A problem of a text. */
export interface TextProblem extends Span {
  readonly code: DocumentCode;
  readonly message: string;
  readonly hint?: string;
  /** Whether it affects only one value: everything else in the document is read correctly. */
  readonly local?: true;
  /** Whether the value is missing from the document, so that its effect is unknown. */
  readonly lost?: true;
  /** Path of the value, or of the value of the key, if it is known. */
  readonly path?: Path;
}
