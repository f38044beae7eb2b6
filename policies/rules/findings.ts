import { checkCatalog } from '../../model/check';
import { type Diagnostic, sortDiagnostics } from '../../model/diagnostic';
import type { LoadResult } from '../../model/load';
import { checkPolicies } from '../check';
import { runRules } from './run';

/**
 * Everything that is found in a catalog, sorted: what is wrong with its files, with what they say together, with what the
 * gateways can do, and with the guardrails. A place where an earlier stage found an error is not complained about again.
 *
 * @param asOf the day for which it is checked, 'YYYY-MM-DD'
 */
export function findings(loaded: Pick<LoadResult, 'catalog' | 'diagnostics'>, asOf: string): readonly Diagnostic[] {
  const { catalog } = loaded;
  const found = [...loaded.diagnostics];
  for (const stage of [checkCatalog(catalog, asOf), checkPolicies(catalog), runRules(catalog, asOf)]) {
    const wrong = new Set(found.filter(({ severity }) => severity === 'error').map(place));
    found.push(...stage.filter((diagnostic) => !wrong.has(place(diagnostic))));
  }
  return sortDiagnostics(found);
}

function place({ at }: Diagnostic): string {
  return `${at.file}\u0000${at.line}\u0000${at.column}\u0000${at.path}`;
}
