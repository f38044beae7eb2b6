import { Command } from 'commander';
import { kindsListing, schemaOf } from '../core/app';
import type { ExitStatus } from './exit-status';
import type { Io } from './io';

/** `gatewright schema [KIND]`: prints the JSON Schema of a kind, for tools that cannot read it from the package. */
export function schemaCommand(io: Io, done: (status: ExitStatus) => void): Command {
  return new Command('schema')
    .description('Print the JSON Schema of a kind of document, or list the kinds.')
    .argument('[KIND]', 'a kind, such as Api or Tier; Document for all kinds in one schema')
    .action((name?: string) => {
      io.out(name === undefined ? kindsListing() : `${JSON.stringify(schemaOf(name), undefined, 2)}\n`);
      done(0);
    });
}
