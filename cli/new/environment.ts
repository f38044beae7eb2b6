import { Command, Option } from 'commander';
import { addEnvironment, STAGES, type Stage } from '../../core/app';
import { commandContext } from '../command-context';
import type { ExitStatus } from '../exit-status';
import type { Io } from '../io';
import { catalogOption } from '../options';
import { printAdded } from './print-added';

interface Options {
  readonly catalog: string;
  readonly stage?: Stage;
}

/** `gatewright new environment NAME`. */
export function newEnvironmentCommand(io: Io, done: (status: ExitStatus) => void): Command {
  return new Command('environment')
    .description('Add an Environment. It serves nothing until an API has an upstream for it.')
    .argument('<NAME>', 'the name, such as staging')
    .addOption(new Option('--stage <STAGE>', 'the stage (default: the stage in the name)').choices(STAGES))
    .addOption(catalogOption(io))
    .action((name: string, options: Options) => {
      printAdded(io, addEnvironment(commandContext(io), { name, ...options }));
      done(0);
    });
}
