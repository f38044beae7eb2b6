import type { CheckDescription } from '../checks';
import type { CheckCode } from '../model';

/** The output formats for findings. */
export const FORMATS = ['pretty', 'json', 'github', 'sarif'] as const;

export type Format = (typeof FORMATS)[number];

export interface ReportOptions {
  readonly format: Format;
  /** Returns the check of a code; SARIF describes the checks that found something. */
  readonly checkOf: (code: CheckCode) => CheckDescription;
  /**
   * Whether `pretty` prints a link to the documentation of each finding. JSON and SARIF always contain it.
   * @default false
   */
  readonly links?: boolean;
  /** Text of each file, by `Position.file`; the findings of a file without a text are printed without an excerpt. */
  readonly texts: ReadonlyMap<string, string>;
  /** Whether to print ANSI colours. Only `pretty` uses them. */
  readonly color: boolean;
  /**
   * The as-of date, 'YYYY-MM-DD', for the last line of `pretty`.
   * @default no date is printed
   */
  readonly asOf?: string;
}
