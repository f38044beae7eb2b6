import type { LoadResult } from '../load';
import type { OnProgress } from '../model';
import { type Finding, sortFindings } from '../model';
import { checkCatalog } from './check-catalog';
import { GATEWAY_CHECKS } from './gateway/list';
import { GUARDRAILS } from './guardrails/list';
import { runChecks } from './run';
import { weigh } from './weigh';

/** Unknown names: other checks skip what depends on them. */
const REFERENCE_CODES: ReadonlySet<string> = new Set(['unknown-reference', 'unknown-operation', 'unknown-scope']);

/**
 * Everything that is found in a catalog, causes first: errors in files and documents, then errors in references between documents,
 * then everything else. Each group is sorted by file and line.
 *
 * @param asOf the day for which the catalog is checked, 'YYYY-MM-DD'
 * @param onProgress called before each check; default: progress is not reported
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
