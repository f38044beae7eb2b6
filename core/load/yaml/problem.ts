import type { DocumentCode, Path } from '../../model';

/** Something wrong with a text, at a span of it. Offsets count UTF-16 units from 0; `end` is exclusive. */
export interface Problem {
  readonly code: DocumentCode;
  readonly message: string;
  readonly hint?: string;
  readonly start: number;
  readonly end: number;
  /** Whether it spoils one value alone: everything else in the document says what it was meant to say. */
  readonly local?: true;
  /** Whether the value is missing from the document, so that nobody knows what it would have decided. */
  readonly lost?: true;
  /** The value, or the value of the key, at which it stands, where that is known. */
  readonly path?: Path;
}
