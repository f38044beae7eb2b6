import { didYouMean } from '../model';
import { WrongUsage } from './refusal';

/**
 * A command that there is not.
 *
 * @param known the commands that there are
 */
export function unknownCommand(name: string, known: readonly string[]): WrongUsage {
  return new WrongUsage(`unknown command '${name}'`, didYouMean(name, known, 'commands'));
}
