import type { Check } from '../../core/checks';
import { CATALOG_CHECKS } from '../../core/checks/catalog/list';
import { runChecks } from '../../core/checks/run';
import { withSeverity } from '../../core/checks/with-severity';
import { type Catalog, type Finding, sortFindings } from '../../core/model';

/** The findings of some checks in a catalog, sorted. */
export function findingsOf(checks: readonly Check[], catalog: Catalog, asOf: string): readonly Finding[] {
  return sortFindings(withSeverity(runChecks(checks, { catalog, asOf })));
}

/** The findings between the documents of a catalog, sorted. */
export function checkCatalog(catalog: Catalog, asOf: string): readonly Finding[] {
  return findingsOf(CATALOG_CHECKS, catalog, asOf);
}
