import type { CheckCode, Finding, Position } from '../../model';
import type { CheckInput } from '../input';

/** A check that still has to get its description. */
export interface Check {
  readonly code: CheckCode;
  find(input: CheckInput): Iterable<Found>;
}

export type Found = Omit<Finding, 'code'>;

export function error(at: Position, message: string, hint?: string): Found {
  return { severity: 'error', message, ...(hint === undefined ? {} : { hint }), at };
}

export function warning(at: Position, message: string, hint?: string): Found {
  return { severity: 'warning', message, ...(hint === undefined ? {} : { hint }), at };
}
