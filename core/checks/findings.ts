import type { LoadResult } from '../load';
import { type CheckCode, type Finding, type OnProgress, sortFindings } from '../model';
import { EXECUTABLE_CHECKS } from './list';
import { runChecks } from './run';
import { withSeverity } from './with-severity';

/** Unknown names: the cause of problems that other checks then cannot see. */
const REFERENCE_CODES: ReadonlySet<CheckCode> = new Set<CheckCode>([
  'unknown-reference',
  'unknown-operation',
  'unknown-price-item',
  'unknown-scope',
]);

/**
 * All findings in a catalog, causes first: errors in its files and documents, then errors in references between them, then
 * everything else. Each group is sorted by file and line.
 *
 * @param asOf the date for which it is checked, 'YYYY-MM-DD'
 * @param onProgress called before each check; default: progress is not reported
 */
export function findings(
  { catalog, findings: detected }: Pick<LoadResult, 'catalog' | 'findings'>,
  asOf: string,
  onProgress?: OnProgress,
): readonly Finding[] {
  const loaded = withSeverity(detected);
  const checked = withSeverity(runChecks(EXECUTABLE_CHECKS, { catalog, asOf, onProgress }));
  const documents = loaded.filter(isError);
  const references = checked.filter((one) => isError(one) && REFERENCE_CODES.has(one.code));
  const first = new Set([...documents, ...references]);
  const rest = [...loaded, ...checked].filter((one) => !first.has(one));
  return [documents, references, rest].flatMap(sortFindings);
}

function isError({ severity }: Finding): boolean {
  return severity === 'error';
}
