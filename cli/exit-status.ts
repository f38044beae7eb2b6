import { UsageError, type UserError } from '../core/app';

/** 0: clean. 1: findings, or input that was refused. 2: wrong usage, or an internal error. */
export type ExitStatus = 0 | 1 | 2;

/** The status with which a command ends that is refused. */
export function exitStatusOf(refusal: UserError): ExitStatus {
  return refusal instanceof UsageError ? 2 : 1;
}
