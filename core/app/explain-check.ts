import { ALL_CHECKS, type CheckDescription, checkOf } from '../checks';
import { didYouMean } from '../model';
import { UsageError } from './user-error';

export { checkOf };

/**
 * The check with a code, in any case.
 *
 * @throws UsageError when there is no such check
 */
export function explainedCheck(code: string): CheckDescription {
  const check = checkOf(code.toLowerCase());
  if (check) return check;
  const codes = Object.values(ALL_CHECKS).flatMap((checks) => checks.map((one) => one.code));
  throw new UsageError(`there is no check '${code}'`, didYouMean(code, codes, 'checks'));
}
