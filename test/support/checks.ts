import type { Check } from '../../core/checks';
import { runChecks } from '../../core/checks/run';
import { weigh } from '../../core/checks/weigh';
import { type Catalog, type Finding, sortFindings } from '../../core/model';

/** The findings of some checks in a catalog, sorted. */
export function findingsOf(checks: readonly Check[], catalog: Catalog, asOf: string): readonly Finding[] {
  return sortFindings(weigh(runChecks(checks, catalog, asOf)));
}
