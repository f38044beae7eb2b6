import { fileProblem } from '../model/messages';
import { isErrorLike } from '../model/messages/thrown';

/** The reason why nothing was written, as a message for users. */
export interface SynthesisFailure {
  readonly message: string;
  readonly hint?: string;
  /** 1: the request was rejected; 2: the installation is incomplete. */
  readonly status: 1 | 2;
}

/**
 * Converts an error of a synthesis to a message for users; undefined for an internal error. This module does not load the bindings,
 * because they may be missing.
 *
 * @param out the output folder as the user wrote it
 */
export function synthesisFailure(error: unknown, out: string): SynthesisFailure | undefined {
  if (error instanceof ForeignOutput)
    return {
      message: `'${out}' is not an output of gatewright: ${error.message}; nothing was written`,
      hint: 'choose another output folder, or move the other project out of this one',
      status: 1,
    };
  const problem = fileProblem(error);
  if (problem !== undefined) return { message: `cannot write '${out}': ${problem}; nothing was changed`, status: 1 };
  if (isErrorLike(error) && error.code === 'bindings-missing') return { message: error.message, status: 2 };
  return undefined;
}

/** The output folder contains files that Gatewright did not create. */
export class ForeignOutput extends Error {}
