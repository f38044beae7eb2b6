import { type Catalog, type Finding, type OnProgress, sortFindings } from '../model';
import { CATALOG_CHECKS } from './catalog/list';
import { runChecks } from './run';
import { weigh } from './weigh';

/** Everything that is found between the documents of a catalog. */
export function checkCatalog(catalog: Catalog, asOf: string, onProgress?: OnProgress): readonly Finding[] {
  return sortFindings(weigh(runChecks(CATALOG_CHECKS, catalog, asOf, onProgress)));
}
