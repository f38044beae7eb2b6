import { Command, Option } from 'commander';
import { addEnvironment, STAGES, type Stage } from '../../core/app';
import { commandContext } from '../command-context';
import type { ExitStatus } from '../exit-status';
import type { Io } from '../io';
import { catalogOption } from '../options';
import { printAdded } from './added';

interface Options {
  readonly catalog: string;
  readonly stage?: Stage;
}

/** `gatewright new environment NAME`. */
export function newEnvironmentCommand(io: Io, done: (status: ExitStatus) => void): Command {
  return new Command('environment')
    .description('Write an Environment, which serves nothing until APIs have an upstream there.')
    .argument('<NAME>', 'its name, such as staging')
    .addOption(new Option('--stage <STAGE>', 'what it is for (default: the stage that its name says)').choices(STAGES))
    .addOption(catalogOption(io))
    .action((name: string, options: Options) => {
      printAdded(io, addEnvironment(commandContext(io), { name, ...options }));
      done(0);
    });
}
