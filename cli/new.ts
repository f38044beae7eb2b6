import { Command } from 'commander';
import type { ExitStatus } from './failure';
import type { Io } from './io';
import { newApiCommand } from './new/api';
import { newApplicationCommand } from './new/application';
import { newPartnerCommand } from './new/partner';
import { newTierCommand } from './new/tier';

/** `gatewright new KIND NAME`: a filled document that passes the check of the catalog it is written into. */
export function newCommand(io: Io, done: (status: ExitStatus) => void): Command {
  const command = new Command('new').description('Write a new document into a catalog, filled from what is there.');
  for (const make of [newApiCommand, newTierCommand, newPartnerCommand, newApplicationCommand])
    command.addCommand(make(io, done));
  return command;
}
