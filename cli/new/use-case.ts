import { Command, Option } from 'commander';
import { addUseCase, type NewUseCase, USE_CASE_STAGES } from '../../core/app';
import { commandContext } from '../command-context';
import type { ExitStatus } from '../exit-status';
import type { Io } from '../io';
import { catalogOption } from '../options';
import { printAdded } from './print-added';

interface Options {
  readonly catalog: string;
  readonly api: readonly string[];
  readonly partner: readonly string[];
  readonly anchor: readonly string[];
  readonly stage?: NewUseCase['stage'];
  readonly owner?: string;
}

/** `gatewright new use-case NAME`. */
export function newUseCaseCommand(io: Io, done: (status: ExitStatus) => void): Command {
  return new Command('use-case')
    .description('Add a UseCase.')
    .argument('<NAME>', 'the name, such as safe-transfers')
    .addOption(repeatable('--api <NAME>', 'an API that it uses; can be repeated', 'the only API of the catalog'))
    .addOption(repeatable('--partner <NAME>', 'a partner that takes part; can be repeated', 'none'))
    .addOption(repeatable('--anchor <NAME>', 'a partner that is an anchor; can be repeated', 'none'))
    .addOption(new Option('--stage <STAGE>', 'the stage (default: idea)').choices(USE_CASE_STAGES))
    .option('--owner <TEAM>', 'the team that is responsible for it (default: the one that owns most of its APIs)')
    .addOption(catalogOption(io))
    .action((name: string, { api, partner, anchor, ...options }: Options) => {
      const lists = { apis: api, partners: partner, anchors: anchor };
      printAdded(io, addUseCase(commandContext(io), { name, ...lists, ...options }));
      done(0);
    });
}

function repeatable(flags: string, description: string, defaultText: string): Option {
  return new Option(flags, description)
    .argParser((name: string, names: readonly string[]) => [...names, name])
    .default([], defaultText);
}
