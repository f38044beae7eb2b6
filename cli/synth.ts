import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import { findings } from '../core/checks';
import { type Catalog, type Diagnostic, didYouMean, hasErrors } from '../core/model';
import type { SynthesisResult, SynthesizeOptions } from '../core/output';
import { OUTPUT_FOLDER_HINT, outputFolderProblem } from '../core/output/output-folder';
import { removedLines, synthesisFailure } from '../core/output/synthesis-failure';
import { paint, report } from '../core/report';
import { catalogFolder, loadFolder } from './catalog-folder';
import { type ExitStatus, Failure, UsageFailure } from './failure';
import { type Io, wantsColor } from './io';
import { asOfOption, catalogArgument, catalogOption, chosenCatalog, outOption } from './options';
import { Progress } from './progress';
import { summaryRows } from './summary';
import { table } from './table';

interface SynthOptions {
  readonly out: string;
  readonly environment: readonly string[];
  readonly asOf?: string;
}

/** `gatewright synth`: Terraform for every environment, once the catalog has passed the check. */
export function synthCommand(io: Io, done: (status: ExitStatus) => void): Command {
  return new Command('synth')
    .description('Check a catalog and write its Terraform. If the check fails, what was written before stays as it is.')
    .addArgument(catalogArgument())
    .addOption(catalogOption(io))
    .addOption(outOption())
    .addOption(environmentOption())
    .addOption(asOfOption())
    .action((argument: string | undefined, options: SynthOptions, command: Command) =>
      done(synth(io, chosenCatalog(argument, command), options)),
    );
}

function synth(io: Io, catalogName: string, options: SynthOptions): ExitStatus {
  const { asOf = io.today() } = options;
  const progress = new Progress(io);
  const folder = catalogFolder(io, catalogName);
  const misplaced = outputFolderProblem(options.out, io.cwd, folder.path);
  if (misplaced !== undefined) throw new UsageFailure(misplaced, OUTPUT_FOLDER_HINT);
  const loaded = loadFolder(folder, progress.step);
  const { catalog, texts } = loaded;
  progress.end();
  refuseUnknown(options.environment, catalog);
  const tell = (found: readonly Diagnostic[]) =>
    io.err(report(found, { format: 'pretty', texts, color: wantsColor(io, 'err') }));
  const found = findings(loaded, asOf, progress.step);
  progress.end();
  tell(found);
  if (hasErrors(found)) {
    io.err(`\nnothing was written: '${options.out}' is as it was\n`);
    return 1;
  }
  const environments = options.environment.length > 0 ? [...new Set(options.environment)] : undefined;
  const made = write(io, options.out, progress, { catalog, asOf, environments });
  tell(made.warnings);
  for (const { stack, resources } of made.byHand)
    io.err(`stack ${stack} has ${resources} resources made by hand, which no check, review or drift report knows\n`);
  for (const line of removedLines(made.removed, options.out)) io.err(`${line}\n`);
  io.out(`as of ${asOf}\n`);
  io.out(table(summaryRows(catalog, asOf, made.stacks), paint(wantsColor(io, 'out'))));
  io.out(`written to ${options.out}/stacks\n`);
  return 0;
}

/** Writes the stacks, with a bar where that takes long. */
function write(io: Io, out: string, progress: Progress, options: SynthesizeOptions): SynthesisResult {
  try {
    // Loaded here, because no other command needs cdktf and the bindings, which take a moment, and may be missing.
    const { synthesizeTo } = require('../core/output') as typeof import('../core/output');
    return synthesizeTo(resolve(io.cwd, out), { ...options, onProgress: progress.step });
  } catch (error) {
    const failure = synthesisFailure(error, out);
    throw failure ? new Failure(failure.message, failure.hint, failure.status) : error;
  } finally {
    progress.end();
  }
}

function environmentOption(): Option {
  return new Option('--environment <NAME>', 'only this environment; may be given several times')
    .argParser((name: string, names: readonly string[]) => [...names, name])
    .default([], 'all');
}

function refuseUnknown(names: readonly string[], { environments }: Catalog): void {
  for (const name of names)
    if (!environments.has(name))
      throw new UsageFailure(
        `there is no environment '${name}'`,
        didYouMean(name, environments.keys(), 'environments'),
      );
}
