import type { Json } from '../../model';
import type { CallSite } from '../../model/base/call-site';
import type { PlainJsonProblem } from '../../model/plain-json';

/** The request to the process. */
export interface Request {
  /** Absolute path of the file to run. */
  readonly file: string;
  /** Absolute path of the catalog's folder. */
  readonly folder: string;
  /** A random text that the program does not know. */
  readonly token: string;
}

/**
 * The answer of the process that ran a catalog's file, as one JSON text. It contains facts, from which findings are created. All
 * positions are those in the source.
 */
export interface Answer {
  /** The token of the request, which proves that the runner wrote the answer, not the program. */
  readonly token: string;
  /** Every document that the file defined or exports, in the order of their definition. */
  readonly documents: readonly ReturnedDocument[];
  readonly exports: readonly OtherExport[];
  readonly failure?: ProgramFailure;
}

/** A document as plain JSON, with everything that JSON cannot express. */
export interface ReturnedDocument {
  readonly value: Json;
  /** How many values the document contains. */
  readonly size: number;
  readonly problems: readonly PlainJsonProblem[];
  readonly exported: boolean;
  /** The call that defined it. */
  readonly site: CallSite;
  /** Length of the called function's name. */
  readonly length: number;
}

/** Something in an export that is neither a document nor a list. */
export interface OtherExport {
  readonly name: string;
  /** A description: `a function`, `a list with an object`. */
  readonly what: string;
  /** The `kind` of a map that has one. */
  readonly kind?: string;
  readonly isPromise?: true;
}

/** Why a program did not run to its end, or failed afterwards. */
export interface ProgramFailure {
  /**
   * `syntax`: it could not be translated. `throw`: it threw. `exit`: it called process.exit. `late`: it threw, or called
   * process.exit, after the file had run to its end.
   */
  readonly when: 'syntax' | 'throw' | 'exit' | 'late';
  readonly text: string;
  /** The position, if it is known. */
  readonly site?: CallSite;
}
