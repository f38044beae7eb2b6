import type { CheckDescription } from '../checks';
import type { CheckCode } from '../model';

/** The forms in which findings are printed. */
export const FORMATS = ['pretty', 'json', 'github', 'sarif'] as const;

export type Format = (typeof FORMATS)[number];

export interface ReportOptions {
  readonly format: Format;
  /** The check of each code: SARIF describes those that found something. */
  readonly checkOf: (code: CheckCode) => CheckDescription;
  /**
   * Whether `pretty` prints the address of each finding's page. JSON and SARIF always have it.
   * @default false
   */
  readonly links?: boolean;
  /** Text of each file that findings may name, by `Position.file`; a file that is missing here is shown without its line. */
  readonly texts: ReadonlyMap<string, string>;
  /** Whether ANSI colours are written. Only `pretty` has any. */
  readonly color: boolean;
  /**
   * The day for which findings hold, 'YYYY-MM-DD'; the last line of `pretty` names it.
   * @default no day is named
   */
  readonly asOf?: string;
}
