import { Command, CommanderError } from 'commander';
import { didYouMean } from '../core/model';
import { paint, printable, withoutSecrets } from '../core/report';
import { checkCommand } from './check';
import { type ExitStatus, Failure, UsageFailure } from './failure';
import { initCommand } from './init';
import { type Io, wantsColor } from './io';
import { newCommand } from './new';
import { packageVersion } from './package-root';
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
  throw new UsageFailure(`unknown command '${name}'`, didYouMean(name, known, 'commands'));
}

function failed(error: unknown, io: Io): ExitStatus {
  // Commander has printed what it has to say. Help and version that were asked for are no failure.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const debug = io.env.GATEWRIGHT_DEBUG !== undefined && io.env.GATEWRIGHT_DEBUG !== '';
  const brush = paint(wantsColor(io, 'err'));
  if (error instanceof Failure) {
    io.err(`${brush('error', 'error:')} ${printable(error.message)}\n`);
    if (error.hint !== undefined) io.err(`       ${printable(error.hint)}\n`);
    return error.status;
  }
  const [first = '', ...more] = withoutSecrets(error instanceof Error ? error.message : String(error)).split('\n');
  io.err(`${brush('error', 'internal error:')} ${printable(first)}\n`);
  for (const line of more.slice(0, 5)) io.err(`       ${printable(line)}\n`);
  if (debug && error instanceof Error) io.err(`${withoutSecrets(error.stack ?? error.message)}\n`);
  else
    io.err(
      `       this is a bug in gatewright ${packageVersion()}; run the command again with GATEWRIGHT_DEBUG=1 and send what it prints to the people who maintain gatewright for you\n`,
    );
  return 2;
}
