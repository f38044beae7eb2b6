import type { Finding, Position } from '../../model';
import type { CheckInput } from './input';

/**
 * One thing that is checked about a whole catalog. A check never throws, whatever a reference points at: what is unknown has a
 * finding of its own, and a check that depends on it stays silent.
 */
export interface Check {
  /** The code of its findings: the name of its file, and its anchor in docs/checks.md. */
  readonly code: string;
  find(input: CheckInput): Iterable<Found>;
}

/** A diagnostic before its check puts the code on it. */
export type Found = Omit<Finding, 'code'>;

/** Something that stops synthesis. */
export function error(at: Position, message: string, hint?: string): Found {
  return { severity: 'error', message, ...(hint === undefined ? {} : { hint }), at };
}

/** Something to look at that does not stop synthesis. */
export function warning(at: Position, message: string, hint?: string): Found {
  return { severity: 'warning', message, ...(hint === undefined ? {} : { hint }), at };
}

/** A finding as others see it. */
export function diagnostic(code: string, finding: Found): Finding {
  return { code, ...finding };
}
