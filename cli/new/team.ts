import { Command } from 'commander';
import { addTeam } from '../../core/app';
import { commandContext } from '../command-context';
import type { ExitStatus } from '../exit-status';
import type { Io } from '../io';
import { catalogOption } from '../options';
import { printAdded } from './print-added';

interface Options {
  readonly catalog: string;
  readonly email?: string;
}

/** `gatewright new team NAME`. */
export function newTeamCommand(io: Io, done: (status: ExitStatus) => void): Command {
  return new Command('team')
    .description('Add a Team.')
    .argument('<NAME>', 'the name, such as identity-apis')
    .option('--email <ADDRESS>', 'the email address (default: the name at the mail domain of the other teams)')
    .addOption(catalogOption(io))
    .action((name: string, options: Options) => {
      printAdded(io, addTeam(commandContext(io), { name, ...options }));
      done(0);
    });
}
