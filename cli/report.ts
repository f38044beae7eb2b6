import { Command } from 'commander';
import { checkOf, reportReadiness, resolveCatalogFolder } from '../core/app';
import { READINESS_FORMATS, type ReadinessFormat, readinessReport, report } from '../core/report';
import { commandContext } from './command-context';
import type { ExitStatus } from './exit-status';
import { type Io, isColorEnabled } from './io';
import { asOfOption, catalogArgument, catalogOption, chosenCatalog, formatOption } from './options';
import { Progress } from './progress';

interface ReadinessOptions {
  readonly format: ReadinessFormat;
  readonly asOf?: string;
  readonly failOnMissing?: true;
}

/** `gatewright report`: reports that are made from a catalog. */
export function reportCommand(io: Io, done: (status: ExitStatus) => void): Command {
  return new Command('report')
    .description('Report on a programme, from its catalog.')
    .addCommand(readinessCommand(io, done));
}

function readinessCommand(io: Io, done: (status: ExitStatus) => void): Command {
  return new Command('readiness')
    .description('Report what the programme has and what it lacks. Exits with 1 if the check finds an error.')
    .addArgument(catalogArgument())
    .addOption(catalogOption(io))
    .addOption(formatOption(READINESS_FORMATS))
    .addOption(asOfOption())
    .option('--fail-on-missing', 'exit with 1 if an element is missing')
    .action((argument: string | undefined, options: ReadinessOptions, command: Command) =>
      done(readiness(io, chosenCatalog(argument, command), options)),
    );
}

function readiness(io: Io, catalog: string, options: ReadinessOptions): ExitStatus {
  const { format, asOf = io.today(), failOnMissing = false } = options;
  const progress = new Progress(io);
  const folder = resolveCatalogFolder(commandContext(io), catalog);
  const reported = reportReadiness({ folder, asOf, onProgress: progress.step });
  progress.end();
  if (!reported.readiness) {
    const { findings, texts } = reported;
    io.err(report(findings, { format: 'pretty', texts, color: isColorEnabled(io, 'err'), checkOf }));
    io.err('\nnothing was reported: the catalog has errors\n');
    return 1;
  }
  io.out(readinessReport(reported.readiness, format, isColorEnabled(io, 'out')));
  const { present, total } = reported.readiness.verdict;
  if (!failOnMissing || present === total) return 0;
  io.err(`the report failed: --fail-on-missing requires all ${total} elements\n`);
  return 1;
}
