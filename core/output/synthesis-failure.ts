import { fileProblem } from '../model/messages';
import { isErrorLike } from '../model/messages/thrown';

/** Why nothing was written, for people. */
export interface SynthesisFailure {
  readonly message: string;
  readonly hint?: string;
  /** 1: what was asked for was refused; 2: the installation is not complete. */
  readonly status: 1 | 2;
}

/**
 * What an error of synthesis means to whoever asked for it; undefined for an error of our own. Nothing is loaded here that
 * needs the bindings, which may be what is missing.
 *
 * @param out the output folder as it was given
 */
export function synthesisFailure(error: unknown, out: string): SynthesisFailure | undefined {
  if (error instanceof ForeignOutput)
    return {
      message: `'${out}' is not an output of gatewright: ${error.message}; nothing was written`,
      hint: 'name another folder for the output, or take the other project out of this one',
      status: 1,
    };
  const problem = fileProblem(error);
  if (problem !== undefined) return { message: `cannot write '${out}': ${problem}; it is as it was before`, status: 1 };
  if (isErrorLike(error) && error.code === 'bindings-missing') return { message: error.message, status: 2 };
  return undefined;
}

/** The output folder holds what somebody else made. */
export class ForeignOutput extends Error {}
