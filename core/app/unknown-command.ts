import { didYouMean } from '../model';
import { WrongUsage } from './refusal';

/**
 * The refusal of a command that does not exist.
 *
 * @param known the commands that exist
 */
export function unknownCommand(name: string, known: readonly string[]): WrongUsage {
  return new WrongUsage(`unknown command '${name}'`, didYouMean(name, known, 'commands'));
}
