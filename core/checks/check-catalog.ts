import type { Catalog, OnProgress } from '../model';
import { type Finding, sortFindings } from '../model';
import { CHECKS } from './catalog';
import { CATALOG_CHECKS } from './catalog/list';
import { checkInput } from './input';
import { runChecks } from './run';
import { weigh } from './weigh';

/** Everything that is found between the documents of a catalog. */
export function checkCatalog(catalog: Catalog, asOf: string, onProgress?: OnProgress): readonly Finding[] {
  const input = checkInput(catalog, asOf);
  const found: Finding[] = [];
  for (const [index, check] of CHECKS.entries()) {
    onProgress?.(index, CHECKS.length, 'checks run');
    for (const finding of check.find(input)) found.push({ code: check.code, ...finding });
  }
  return sortFindings([...found, ...weigh(runChecks(CATALOG_CHECKS, catalog, asOf))]);
}
