import { type Catalog, type Finding, sortFindings } from '../../model';
import type { Rule } from './rule';
import { RULES } from './rules';

/**
 * What a catalog breaks of the rules, sorted.
 *
 * @param asOf the day for which it is checked, 'YYYY-MM-DD'
 * @param rules default: all
 * @throws Error when a rule does: that is a mistake in the rule, and no finding
 */
export function runRules(catalog: Catalog, asOf: string, rules: readonly Rule[] = RULES): readonly Finding[] {
  return sortFindings(rules.flatMap((rule) => findingsOf(rule, catalog, asOf)));
}

function findingsOf(rule: Rule, catalog: Catalog, asOf: string): readonly Finding[] {
  try {
    return [...rule.check({ catalog, asOf })].map((found) => ({ code: rule.id, severity: rule.severity, ...found }));
  } catch (cause) {
    throw new Error(`rule '${rule.id}' failed`, { cause });
  }
}
