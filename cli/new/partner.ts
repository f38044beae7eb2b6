import { Command } from 'commander';
import { addPartner } from '../../core/app';
import { commandContext } from '../command-context';
import type { ExitStatus } from '../exit-status';
import type { Io } from '../io';
import { catalogOption } from '../options';
import { printAdded } from './print-added';

interface Options {
  readonly catalog: string;
  readonly contract?: string;
}

/** `gatewright new partner NAME`. */
export function newPartnerCommand(io: Io, done: (status: ExitStatus) => void): Command {
  return new Command('partner')
    .description('Add a Partner, with pending approval.')
    .argument('<NAME>', 'the name, such as acme-bank')
    .option('--contract <TEMPLATE>', 'the contract template (default: the one that most partners have)')
    .addOption(catalogOption(io))
    .action((name: string, options: Options) => {
      printAdded(io, addPartner(commandContext(io), { name, ...options }));
      done(0);
    });
}
