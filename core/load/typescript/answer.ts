import type { Json } from '../../model';
import type { CallSite } from '../../model/base/call-site';
import type { PlainJsonProblem } from '../../model/plain-json';

/** What the process is asked. */
export interface Request {
  /** Absolute path of the file to run. */
  readonly file: string;
  /** Absolute path of the catalog's folder. */
  readonly folder: string;
  /** A random text that the program does not know. */
  readonly token: string;
}

/**
 * What the process that ran a catalog's file reports, as one JSON text. It holds facts, and the findings are worded from them. All
 * places are places in the source.
 */
export interface Answer {
  /** The token of the request: the runner wrote this, and not the program. */
  readonly token: string;
  /** Every document that the file defined or exports: those that it defined first, in their order. */
  readonly documents: readonly MadeDocument[];
  readonly exports: readonly OddExport[];
  readonly failure?: ProgramFailure;
}

/** A document as plain JSON, with everything that JSON cannot express. */
export interface MadeDocument {
  readonly value: Json;
  /** How many values the document holds. */
  readonly size: number;
  readonly problems: readonly PlainJsonProblem[];
  readonly exported: boolean;
  /** The call that made it. */
  readonly site: CallSite;
  /** Length of the called function's name. */
  readonly length: number;
}

/** Something in an export that is neither a document nor a list. */
export interface OddExport {
  readonly name: string;
  /** What it is in words: `a function`, `a list with an object`. */
  readonly what: string;
  /** Of a map that has one: its `kind`. */
  readonly kind?: string;
  readonly isPromise?: true;
}

/** Why a program did not run to its end, or what failed afterwards. */
export interface ProgramFailure {
  /**
   * `syntax`: it could not be translated. `throw`: it threw. `exit`: it called process.exit. `late`: it threw, or called
   * process.exit, after the file had run to its end.
   */
  readonly when: 'syntax' | 'throw' | 'exit' | 'late';
  readonly text: string;
  /** Where, as far as that is known. */
  readonly site?: CallSite;
}
