import { Command, Option } from 'commander';
import { addApplication } from '../../core/app';
import { commandContext } from '../command-context';
import type { ExitStatus } from '../exit-status';
import type { Io } from '../io';
import { catalogOption } from '../options';
import { printAdded } from './print-added';
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
    .description('Add an Application of a partner, with credentials and a first subscription.')
    .argument('<NAME>', 'the name, such as checkout')
    .requiredOption('--partner <NAME>', 'the partner that owns the application')
    .addOption(
      new Option('--environment <NAME>', 'an environment in which it has credentials; can be repeated')
        .argParser((name: string, names: readonly string[]) => [...names, name])
        .default([], 'the sandboxes'),
    )
    .option('--certificate <FILE>', 'its client certificate, in PEM or DER format')
    .option(
      '--key <FILE>',
      'its public key in PEM, DER or JWK format, or a certificate or certificate request with that key',
    )
    .option('--api <NAME>', 'the API to subscribe to (default: the first that requires no other option)')
    .option('--tier <NAME>', 'the tier, with --api (default: the last tier of the API)')
    .option('--purpose <PURPOSE>', 'the purpose of its calls, such as dpv:DeliveryOfGoods', parsePurpose)
    .option('--legal-basis <BASIS>', 'the legal basis of its calls, such as dpv:Contract', parseLegalBasis)
    .addOption(catalogOption(io))
    .action((name: string, { environment, ...options }: Options) => {
      printAdded(io, addApplication(commandContext(io), { name, environments: environment, ...options }));
      done(0);
    });
}
