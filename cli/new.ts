import { Command } from 'commander';
import type { ExitStatus } from './exit-status';
import type { Io } from './io';
import { newApiCommand } from './new/api';
import { newApplicationCommand } from './new/application';
import { newEnvironmentCommand } from './new/environment';
import { newPartnerCommand } from './new/partner';
import { newPolicyCommand } from './new/policy';
import { newTeamCommand } from './new/team';
import { newTierCommand } from './new/tier';

/** `gatewright new KIND NAME`: a filled document that passes the check of the catalog it is written into. */
export function newCommand(io: Io, done: (status: ExitStatus) => void): Command {
  const command = new Command('new').description('Write a new document into a catalog, filled from what is there.');
  const commands = [
    newApiCommand,
    newTierCommand,
    newPartnerCommand,
    newApplicationCommand,
    newTeamCommand,
    newEnvironmentCommand,
    newPolicyCommand,
  ];
  for (const make of commands) command.addCommand(make(io, done));
  return command;
}
