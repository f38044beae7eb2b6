import { Command } from 'commander';
import type { ExitStatus } from './exit-status';
import type { Io } from './io';
import { newApiCommand } from './new/api';
import { newApplicationCommand } from './new/application';
import { newContractTemplateCommand } from './new/contract-template';
import { newEnvironmentCommand } from './new/environment';
import { newPartnerCommand } from './new/partner';
import { newPolicyCommand } from './new/policy';
import { newProgrammeCommand } from './new/programme';
import { newTeamCommand } from './new/team';
import { newTierCommand } from './new/tier';
import { newUseCaseCommand } from './new/use-case';

/** `gatewright new KIND NAME`: adds a document that passes the check to a catalog. */
export function newCommand(io: Io, done: (status: ExitStatus) => void): Command {
  const command = new Command('new').description(
    'Add a document to a catalog, with values from its existing documents.',
  );
  const commands = [
    newProgrammeCommand,
    newApiCommand,
    newTierCommand,
    newPartnerCommand,
    newApplicationCommand,
    newTeamCommand,
    newEnvironmentCommand,
    newContractTemplateCommand,
    newUseCaseCommand,
    newPolicyCommand,
  ];
  for (const make of commands) command.addCommand(make(io, done));
  return command;
}
