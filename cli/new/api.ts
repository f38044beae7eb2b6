import { Command } from 'commander';
import { addApi } from '../../core/app';
import { commandContext } from '../command-context';
import type { ExitStatus } from '../exit-status';
import type { Io } from '../io';
import { catalogOption } from '../options';
import { printAdded } from './print-added';

interface Options {
  readonly catalog: string;
  readonly openapi?: string;
  readonly domain?: string;
  readonly owner?: string;
}

/** `gatewright new api NAME`, or `gatewright new api [NAME] --openapi FILE`. */
export function newApiCommand(io: Io, done: (status: ExitStatus) => void): Command {
  return new Command('api')
    .description('Add an Api, as a draft, with an existing or a new OpenAPI file.')
    .argument('[NAME]', 'the name, such as sim-swap (default: the title of the OpenAPI file)')
    .option('--openapi <FILE>', 'an OpenAPI file, which is copied into the catalog unless it is already there')
    .option('--domain <NAME>', 'the domain (default: the one with most APIs)')
    .option('--owner <TEAM>', 'the team that owns the API (default: the one with most APIs of the domain)')
    .addOption(catalogOption(io))
    .action((name: string | undefined, options: Options) => {
      printAdded(io, addApi(commandContext(io), { name, ...options }));
      done(0);
    });
}
