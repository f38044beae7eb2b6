import type { CheckCode } from './check-code';
import { comparePositions, type Position } from './position';

/** How serious a finding is: an error stops synthesis, a warning does not. */
export type Severity = 'error' | 'warning';

/**
 * One problem as the place that detects it reports it, from YAML syntax to guardrails. `message` names the subject, what was found
 * and what is allowed; `hint` is the edit to make. Both are lower case without a final period.
 */
export interface Detection {
  /** The check that the problem belongs to. */
  readonly code: CheckCode;
  readonly message: string;
  readonly hint?: string;
  readonly at: Position;
  /** Other positions of the same problem, in the order of files: one mistake is one finding. */
  readonly related?: readonly Position[];
}

/** A reported problem: a detection with the severity of its check. */
export interface Finding extends Detection {
  readonly severity: Severity;
}

/** Sorts by file, line and column, then by code, so that output never depends on the order of checks. */
export function sortFindings<T extends Detection>(findings: Iterable<T>): readonly T[] {
  return [...findings].sort(
    (a, b) => comparePositions(a.at, b.at) || compareText(a.code, b.code) || compareText(a.message, b.message),
  );
}

/** Whether any finding stops synthesis. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
