import { Command } from 'commander';
import { addTier } from '../../core/app';
import { commandContext } from '../command-context';
import type { ExitStatus } from '../exit-status';
import type { Io } from '../io';
import { catalogOption } from '../options';
import { printAdded } from './print-added';

interface Options {
  readonly catalog: string;
}

/** `gatewright new tier NAME`. */
export function newTierCommand(io: Io, done: (status: ExitStatus) => void): Command {
  return new Command('tier')
    .description('Add a Tier, as a draft.')
    .argument('<NAME>', 'the name, such as paid')
    .addOption(catalogOption(io))
    .action((name: string, { catalog }: Options) => {
      printAdded(io, addTier(commandContext(io), { name, catalog }));
      done(0);
    });
}
