import { Command, Option } from 'commander';
import { addApplication } from '../../core/app';
import { commandContext } from '../command-context';
import type { ExitStatus } from '../exit-status';
import type { Io } from '../io';
import { catalogOption } from '../options';
import { printAdded } from './added';
import { parseLegalBasis, parsePurpose } from './terms';

interface Options {
  readonly catalog: string;
  readonly partner: string;
  readonly environment: readonly string[];
  readonly certificate?: string;
  readonly key?: string;
  readonly api?: string;
  readonly tier?: string;
  readonly purpose?: string;
  readonly legalBasis?: string;
}

/** `gatewright new application NAME --partner NAME`. */
export function newApplicationCommand(io: Io, done: (status: ExitStatus) => void): Command {
  return new Command('application')
    .description('Write an Application of a partner, with credentials and a first subscription.')
    .argument('<NAME>', 'its name, such as checkout')
    .requiredOption('--partner <NAME>', 'the partner whose application it is')
    .addOption(
      new Option('--environment <NAME>', 'an environment for which it has credentials; may be given several times')
        .argParser((name: string, names: readonly string[]) => [...names, name])
        .default([], 'the sandboxes'),
    )
    .option('--certificate <FILE>', 'its client certificate, in PEM or DER form')
    .option('--key <FILE>', 'its public key, as PEM, DER or JWK, or a certificate (request) that has it')
    .option('--api <NAME>', 'the API that it subscribes to (default: the first that asks for nothing else)')
    .option('--tier <NAME>', "the tier, with --api (default: the last of the API's)")
    .option('--purpose <PURPOSE>', 'what it calls for, such as dpv:DeliveryOfGoods', parsePurpose)
    .option('--legal-basis <BASIS>', 'on which legal basis, such as dpv:Contract', parseLegalBasis)
    .addOption(catalogOption(io))
    .action((name: string, { environment, ...options }: Options) => {
      printAdded(io, addApplication(commandContext(io), { name, environments: environment, ...options }));
      done(0);
    });
}
