import { Command, Option } from 'commander';
import { addPolicy, POLICY_WORDS } from '../../core/app';
import type { ExitStatus } from '../failure';
import type { Io } from '../io';
import { catalogOption } from '../options';
import { surroundings } from '../surroundings';
import { printAdded } from './added';
import { parsePurpose } from './terms';

interface Options {
  readonly catalog: string;
  readonly purpose: readonly string[];
}

/** `gatewright new policy KIND NAME`. */
export function newPolicyCommand(io: Io, done: (status: ExitStatus) => void): Command {
  return new Command('policy')
    .description('Write a policy, which holds for no call until an API names it.')
    .argument('<KIND>', `its kind: ${POLICY_WORDS.join(', ')}`)
    .argument('<NAME>', 'its name, such as operator-idp')
    .addOption(
      new Option('--purpose <PURPOSE>', 'a purpose that a consent policy allows; may be given several times')
        .argParser((purpose: string, purposes: readonly string[]) => [...purposes, parsePurpose(purpose)])
        .default([], 'none'),
    )
    .addOption(catalogOption(io))
    .action((kind: string, name: string, { catalog, purpose }: Options) => {
      printAdded(io, addPolicy(surroundings(io), { kind, name, catalog, purposes: purpose }));
      done(0);
    });
}
