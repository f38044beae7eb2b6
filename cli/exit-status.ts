import { UsageError, type UserError } from '../core/app';

/** 0: success. 1: findings, or refused input. 2: wrong usage, or an internal error. */
export type ExitStatus = 0 | 1 | 2;

/** The exit status for an error that the user can fix. */
export function exitStatusOf(error: UserError): ExitStatus {
  return error instanceof UsageError ? 2 : 1;
}
