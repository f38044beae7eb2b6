import { Command, CommanderError } from 'commander';
import { checkOf, packageVersion, UserError, unknownCommand } from '../core/app';
import { colorizer, formatError, formatInternalError, report } from '../core/report';
import { checkCommand } from './check';
import { type ExitStatus, exitStatusOf } from './exit-status';
import { initCommand } from './init';
import { type Io, isColorEnabled } from './io';
import { newCommand } from './new';
import { reportCommand } from './report';
import { schemaCommand } from './schema';
import { sealCommand } from './seal';
import { synthCommand } from './synth';

/** The program with all its commands, arguments and options. */
export function createProgram(io: Io, done: (status: ExitStatus) => void): Command {
  const program = new Command('gatewright')
    .description('Your partner API programme as code, on Kong Gateway.')
    .version(packageVersion(), '--version', 'print the version');
  for (const make of [checkCommand, synthCommand, reportCommand, initCommand, newCommand, sealCommand, schemaCommand])
    program.addCommand(make(io, done));
  configure(program, io);
  return program;
}

/** Runs a command line, without the program name, and returns the exit status. Never throws. */
export async function run(args: readonly string[], io: Io): Promise<ExitStatus> {
  let status: ExitStatus = 0;
  const program = createProgram(io, (ended) => {
    status = ended;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return status;
  } catch (error) {
    return handleError(error, io);
  }
}

/** Configures help, output and unknown commands, for a command and its subcommands. */
function configure(command: Command, io: Io): void {
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
    command.helpCommand('help [command]', 'print help for a command');
    command.on('command:*', ([name = '']: readonly string[]) => rejectUnknown(command, name));
  }
  for (const child of command.commands) configure(child, io);
}

function rejectUnknown(command: Command, name: string): never {
  const known = command.commands.map((child) => child.name());
  throw unknownCommand(name, known);
}

function handleError(error: unknown, io: Io): ExitStatus {
  // Commander has already printed its message. It also throws for --help and --version, with exit code 0.
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
  const advice = `this is a bug in gatewright ${packageVersion()}; run the command again with GATEWRIGHT_DEBUG=1, and send the output to the maintainers of your gatewright`;
  io.err(formatInternalError(error, { debug, advice, colorize }));
  return 2;
}
