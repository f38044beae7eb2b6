import type { LoadResult } from '../load';
import type { OnProgress } from '../model';
import { type Finding, sortFindings } from '../model';
import { checkCatalog } from './check-catalog';
import { GATEWAY_CHECKS } from './gateway/list';
import { GUARDRAILS } from './guardrails/list';
import { runChecks } from './run';
import { weigh } from './weigh';

/** What a name that leads nowhere is: the cause of much that other checks cannot look at. */
const REFERENCE_CODES: ReadonlySet<string> = new Set(['unknown-reference', 'unknown-operation', 'unknown-scope']);

/**
 * Everything that is found in a catalog, causes first: errors in its files and documents, then in references between them, then
 * all else (what documents say together, what the gateways can do, the guardrails, warnings). Each of the three is sorted by file
 * and line. Each stage leaves alone what an earlier one has an error for.
 *
 * @param asOf the day for which it is checked, 'YYYY-MM-DD'
 * @param onProgress told of the checks as they are run; default: progress is not reported
 */
export function findings(
  { catalog, findings: detected }: Pick<LoadResult, 'catalog' | 'findings'>,
  asOf: string,
  onProgress?: OnProgress,
): readonly Finding[] {
  const loaded = weigh(detected);
  const checked = checkCatalog(catalog, asOf, onProgress);
  const documents = loaded.filter(isError);
  const references = checked.filter((one) => isError(one) && REFERENCE_CODES.has(one.code));
  const first = new Set([...documents, ...references]);
  const others = [...loaded, ...checked, ...weigh(runChecks([...GATEWAY_CHECKS, ...GUARDRAILS], catalog, asOf))];
  return [documents, references, others.filter((one) => !first.has(one))].flatMap(sortFindings);
}

function isError({ severity }: Finding): boolean {
  return severity === 'error';
}
