import { type Catalog, type Finding, type PreviousOutput, sortFindings } from '../model';
import { EXECUTABLE_CHECKS } from './list';
import { runChecks } from './run';
import { withSeverity } from './with-severity';

/**
 * The findings of a comparison of a catalog with the previous output.
 *
 * @param asOf the date for which the catalog is checked, 'YYYY-MM-DD'
 */
export function compareWithOutput(catalog: Catalog, asOf: string, previous: PreviousOutput): readonly Finding[] {
  const comparing = EXECUTABLE_CHECKS.filter(({ per }) => per === 'output');
  return sortFindings(withSeverity(runChecks(comparing, { catalog, asOf, previous })));
}
