import type { OnProgress } from '../../model';
import { checkCatalog, type Diagnostic, type LoadResult, sortDiagnostics } from '../../model';
import { checkPolicies } from '../check';
import { runRules } from './run';

/**
 * Everything that is found in a catalog, sorted: what is wrong with its files, with what they say together, with what the
 * gateways can do, and with the guardrails. Each stage leaves alone what an earlier one has an error for.
 *
 * @param asOf the day for which it is checked, 'YYYY-MM-DD'
 * @param onProgress told of the checks as they are run; default: nobody is told
 */
export function findings(
  loaded: Pick<LoadResult, 'catalog' | 'diagnostics'>,
  asOf: string,
  onProgress?: OnProgress,
): readonly Diagnostic[] {
  const { catalog, diagnostics } = loaded;
  const stages = [
    diagnostics,
    checkCatalog(catalog, asOf, onProgress),
    checkPolicies(catalog),
    runRules(catalog, asOf),
  ];
  return sortDiagnostics(stages.flat());
}
