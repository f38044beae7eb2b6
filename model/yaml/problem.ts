/** Something wrong with a text, at a span of it. Offsets count UTF-16 units from 0; `end` is exclusive. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  readonly start: number;
  readonly end: number;
}
