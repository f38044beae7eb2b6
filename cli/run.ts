import { Command, CommanderError } from 'commander';
import { checkOf, packageVersion, UserError, unknownCommand } from '../core/app';
import { colorizer, formatError, formatInternalError, report } from '../core/report';
import { checkCommand } from './check';
import { type ExitStatus, exitStatusOf } from './exit-status';
import { initCommand } from './init';
import { type Io, isColorEnabled } from './io';
import { newCommand } from './new';
import { schemaCommand } from './schema';
import { synthCommand } from './synth';

/** Every command with its arguments and options, as they are parsed. */
export function programOf(io: Io, done: (status: ExitStatus) => void): Command {
  const program = new Command('gatewright')
    .description('Your partner API programme as code, on Kong Gateway.')
    .version(packageVersion(), '--version', 'print the version');
  for (const make of [checkCommand, synthCommand, initCommand, newCommand, schemaCommand])
    program.addCommand(make(io, done));
  prepare(program, io);
  return program;
}

/** Runs one command line, without the name of the program, and tells with which status the process ends. Never throws. */
export async function run(args: readonly string[], io: Io): Promise<ExitStatus> {
  let status: ExitStatus = 0;
  const program = programOf(io, (ended) => {
    status = ended;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return status;
  } catch (error) {
    return failed(error, io);
  }
}

/** Output, exits and the hint to the help, for a command and all below it. */
function prepare(command: Command, io: Io): void {
  const width = 100;
  command
    .helpOption('-h, --help', 'print this help')
    .exitOverride()
    .configureOutput({
      writeOut: io.out,
      writeErr: io.err,
      getOutHelpWidth: () => width,
      getErrHelpWidth: () => width,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  if (command.commands.length > 0) {
    command.helpCommand('help [command]', 'print the help of a command');
    command.on('command:*', ([name = '']: readonly string[]) => refuseUnknown(command, name));
  }
  for (const child of command.commands) prepare(child, io);
}

function refuseUnknown(command: Command, name: string): never {
  const known = command.commands.map((child) => child.name());
  throw unknownCommand(name, known);
}

function failed(error: unknown, io: Io): ExitStatus {
  // Commander has printed what it has to say. Help and version that were asked for are no failure.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const color = isColorEnabled(io, 'err');
  const colorize = colorizer(color);
  if (error instanceof UserError) {
    const { reasons } = error;
    if (reasons) io.err(report(reasons.findings, { format: 'pretty', texts: reasons.texts, color, checkOf }));
    io.err(formatError(error, colorize));
    return exitStatusOf(error);
  }
  const debug = io.env.GATEWRIGHT_DEBUG !== undefined && io.env.GATEWRIGHT_DEBUG !== '';
  const advice = `this is a bug in gatewright ${packageVersion()}; run the command again with GATEWRIGHT_DEBUG=1 and send what it prints to the people who maintain gatewright for you`;
  io.err(formatInternalError(error, { debug, advice, colorize }));
  return 2;
}
