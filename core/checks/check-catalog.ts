import type { Catalog, OnProgress } from '../model';
import { type Finding, sortFindings } from '../model';
import { CHECKS } from './catalog';
import { diagnostic } from './catalog/check';
import { checkInput } from './catalog/input';

/**
 * Everything that can be said about a catalog as a whole: references, contradictions, dates. A catalog that is only partly
 * loaded is fine; what depends on a missing document is not checked.
 *
 * @param asOf the day for which it is checked, 'YYYY-MM-DD'
 * @param onProgress called before each check; default: progress is not reported
 */
export function checkCatalog(catalog: Catalog, asOf: string, onProgress?: OnProgress): readonly Finding[] {
  const input = checkInput(catalog, asOf);
  const found: Finding[] = [];
  for (const [index, check] of CHECKS.entries()) {
    onProgress?.(index, CHECKS.length, 'checks run');
    for (const finding of check.find(input)) found.push(diagnostic(check.code, finding));
  }
  return sortFindings(found);
}
