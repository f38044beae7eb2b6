import { Command, Option } from 'commander';
import { addPolicy, POLICY_KIND_NAMES } from '../../core/app';
import { commandContext } from '../command-context';
import type { ExitStatus } from '../exit-status';
import type { Io } from '../io';
import { catalogOption } from '../options';
import { printAdded } from './print-added';
import { parsePurpose } from './terms';

interface Options {
  readonly catalog: string;
  readonly purpose: readonly string[];
}

/** `gatewright new policy KIND NAME`. */
export function newPolicyCommand(io: Io, done: (status: ExitStatus) => void): Command {
  return new Command('policy')
    .description('Add a policy. It has no effect until an API names it.')
    .argument('<KIND>', `the kind: ${POLICY_KIND_NAMES.join(', ')}`)
    .argument('<NAME>', 'the name, such as operator-idp')
    .addOption(
      new Option('--purpose <PURPOSE>', 'a purpose that a consent policy allows; can be repeated')
        .argParser((purpose: string, purposes: readonly string[]) => [...purposes, parsePurpose(purpose)])
        .default([], 'none'),
    )
    .addOption(catalogOption(io))
    .action((kind: string, name: string, { catalog, purpose }: Options) => {
      printAdded(io, addPolicy(commandContext(io), { kind, name, catalog, purposes: purpose }));
      done(0);
    });
}
