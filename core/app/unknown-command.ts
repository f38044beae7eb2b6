import { didYouMean } from '../model';
import { UsageError } from './user-error';

/**
 * The error for a command that does not exist.
 *
 * @param known the commands that exist
 */
export function unknownCommand(name: string, known: readonly string[]): UsageError {
  return new UsageError(`unknown command '${name}'`, didYouMean(name, known, 'commands'));
}
