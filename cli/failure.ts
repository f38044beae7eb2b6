export { fileProblem } from '../core/model/wording';

/** 0: clean. 1: findings, or input that was refused. 2: wrong usage, or an internal error. */
export type ExitStatus = 0 | 1 | 2;

/** Ends a command with a message for people: what is wrong, and the edit or command that helps. */
export class Failure extends Error {
  constructor(
    message: string,
    readonly hint?: string,
    readonly status: ExitStatus = 1,
  ) {
    super(message);
  }
}

/** The command line itself is wrong. */
export class UsageFailure extends Failure {
  constructor(message: string, hint?: string) {
    super(message, hint, 2);
  }
}
