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

/** `gatewright new KIND NAME`: adds a document that passes the check to a catalog. */
export function newCommand(io: Io, done: (status: ExitStatus) => void): Command {
  const command = new Command('new').description(
    'Add a document to a catalog, with values from its existing documents.',
  );
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
