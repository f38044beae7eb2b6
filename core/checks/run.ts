import { type Catalog, type Detection, entriesOf, type OnProgress, type PreviousOutput } from '../model';
import type { Check, Found } from './check';
import { type CheckInput, checkInput } from './input';
import { joinEqual } from './join-equal';

/**
 * Everything that checks find in a catalog. A catalog that is only partly loaded is fine: what depends on a missing document is
 * not checked.
 *
 * @param asOf the day for which it is checked, 'YYYY-MM-DD'
 * @param onProgress called before each check; default: progress is not reported
 * @param previous what the previous output has; default: checks that compare with it are not run
 * @throws Error when a check does, which is a mistake in the check and not a finding
 */
export function runChecks(
  checks: readonly Check[],
  catalog: Catalog,
  asOf: string,
  onProgress?: OnProgress,
  previous?: PreviousOutput,
): readonly Detection[] {
  const input = checkInput(catalog, asOf, previous);
  return checks.flatMap((check, index) => {
    onProgress?.(index, checks.length, 'checks run');
    try {
      return found(check, input).map((one) => ({ code: check.code, ...one }));
    } catch (cause) {
      throw new Error(`check '${check.code}' failed`, { cause });
    }
  });
}

function found(check: Check, input: CheckInput): readonly Found[] {
  const all = [...findIn(check, input)];
  return check.joined ? joinEqual(all, check.joined) : all;
}

function* findIn(check: Check, input: CheckInput): Iterable<Found> {
  const { catalog } = input;
  switch (check.per) {
    case 'output':
      if (input.previous) yield* check.find(input.previous, input);
      break;
    case 'catalog':
      yield* check.find(input);
      break;
    case 'api':
      for (const api of catalog.apis.values()) yield* check.find(api, input);
      break;
    case 'application':
      for (const application of catalog.applications.values()) yield* check.find(application, input);
      break;
    case 'document':
      // Its kind is one of the check's, which TypeScript cannot see.
      for (const kind of check.kinds)
        for (const document of entriesOf(catalog, kind).values()) yield* check.find(document as never, input);
      break;
  }
}
