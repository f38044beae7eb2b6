import { type Catalog, type Finding, type PreviousOutput, sortFindings } from '../model';
import { CHECKS } from './list';
import { runChecks } from './run';
import { weigh } from './weigh';

/**
 * What is found when a catalog is compared with the previous output.
 *
 * @param asOf the day for which the catalog is checked, 'YYYY-MM-DD'
 */
export function compareWithOutput(catalog: Catalog, asOf: string, previous: PreviousOutput): readonly Finding[] {
  const comparing = CHECKS.filter(({ per }) => per === 'output');
  return sortFindings(weigh(runChecks(comparing, catalog, asOf, undefined, previous)));
}
