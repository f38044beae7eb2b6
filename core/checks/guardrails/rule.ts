import type { Catalog, CheckCode, Finding, Position, Severity } from '../../model';

/** What rules look at. */
export interface Programme {
  readonly catalog: Catalog;
  /** The day for which it is checked, 'YYYY-MM-DD'. */
  readonly asOf: string;
}

/** A guardrail: one file, one word. It detects; the list says which rules there are, and reports print. */
export interface Rule {
  /** Kebab-case; the name of its file, the code of its findings, its anchor in the documentation. */
  readonly id: CheckCode;
  readonly severity: Severity;
  /** Why there is such a rule: one sentence. */
  readonly rationale: string;
  /** Everything that breaks the rule. What depends on a document that is missing is not looked at. */
  check(programme: Programme): Iterable<RuleFinding>;
}

/** Something that breaks a rule, before the rule's name is put on it. */
export type RuleFinding = Pick<Finding, 'message' | 'hint' | 'at'>;

/** Something that breaks a rule: its place, what is wrong, and the edit to make. */
export function finding(at: Position, message: string, hint: string): RuleFinding {
  return { at, message, hint };
}
