import { Command } from 'commander';
import { addProgramme } from '../../core/app';
import { commandContext } from '../command-context';
import type { ExitStatus } from '../exit-status';
import type { Io } from '../io';
import { catalogOption } from '../options';
import { printAdded } from './print-added';

interface Options {
  readonly catalog: string;
  readonly operator?: string;
  readonly country?: string;
  readonly currency?: string;
}

/** `gatewright new programme NAME`. */
export function newProgrammeCommand(io: Io, done: (status: ExitStatus) => void): Command {
  return new Command('programme')
    .description('Add the Programme to a catalog that has none.')
    .argument('<NAME>', 'the name, such as northwind')
    .option('--operator <NAME>', 'the registered name of the operator (default: a placeholder)')
    .option('--country <CODE>', 'the country of the operator, such as ES (default: that of most partners)')
    .option('--currency <CODE>', 'the currency of the prices, such as EUR (default: EUR)')
    .addOption(catalogOption(io))
    .action((name: string, options: Options) => {
      printAdded(io, addProgramme(commandContext(io), { name, ...options }));
      done(0);
    });
}
