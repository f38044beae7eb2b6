import { type Catalog, type Detection, entriesOf, type OnProgress, type PreviousOutput } from '../model';
import type { Check, Found } from './check';
import { type CheckInput, checkInput } from './input';
import { joinEqual } from './join-equal';

/** What checks run on. */
export interface CheckRun {
  /** May be incomplete: nothing that depends on a missing document is checked. */
  readonly catalog: Catalog;
  /** The date for which it is checked, 'YYYY-MM-DD'. */
  readonly asOf: string;
  /**
   * What the previous output contains.
   * @default checks that compare with it are not run
   */
  readonly previous?: PreviousOutput | undefined;
  /**
   * Called before each check.
   * @default progress is not reported
   */
  readonly onProgress?: OnProgress | undefined;
}

/**
 * Runs checks on a catalog.
 *
 * @throws Error when a check does: that is a bug in the check, not a finding
 */
export function runChecks(
  checks: readonly Check[],
  { catalog, asOf, previous, onProgress }: CheckRun,
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
  const { catalog, asOf } = input;
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
        for (const document of entriesOf(catalog, kind).values()) yield* check.find(document as never, { asOf });
      break;
  }
}
