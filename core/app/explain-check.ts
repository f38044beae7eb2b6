import { ALL_CHECKS, type CheckDescription, checkOf } from '../checks';
import { didYouMean } from '../model';
import { UsageError } from './user-error';

export { checkOf };

/**
 * Finds a check by its code, in any case.
 *
 * @throws UsageError if the check does not exist
 */
export function findCheck(code: string): CheckDescription {
  const check = checkOf(code.toLowerCase());
  if (check) return check;
  const codes = Object.values(ALL_CHECKS).flatMap((checks) => checks.map((one) => one.code));
  throw new UsageError(`unknown check '${code}'`, didYouMean(code, codes, 'checks'));
}
