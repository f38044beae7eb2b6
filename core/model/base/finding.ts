import { comparePositions, type Position } from './position';

/** How much a finding weighs: an error stops synthesis, a warning does not. */
export type Severity = 'error' | 'warning';

/**
 * Something found in a catalog: one shape from YAML over schemas and references to guardrails.
 * `message` names the subject, what was found and what is allowed; `hint` is the edit to make.
 */
export interface Finding {
  /** Kebab-case word that names the check; also the anchor in docs/checks.md. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly hint?: string;
  readonly at: Position;
  /** Other places that the same finding is about, in the order of files: one mistake has one finding. */
  readonly related?: readonly Position[];
}

/** Orders findings by file, line and column, then by code, so that output never depends on the order of checks. */
export function sortFindings(diagnostics: Iterable<Finding>): readonly Finding[] {
  return [...diagnostics].sort(
    (a, b) => comparePositions(a.at, b.at) || compareText(a.code, b.code) || compareText(a.message, b.message),
  );
}

/** Whether anything found stops synthesis. */
export function hasErrors(diagnostics: readonly Finding[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
