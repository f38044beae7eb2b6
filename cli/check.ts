import { Command, Option } from 'commander';
import {
  type CheckedCatalog,
  checkCatalogFolder,
  checkOf,
  findCheck,
  resolveCatalogFolder,
  UsageError,
} from '../core/app';
import { colorizer, type Format, formatExplanation, report } from '../core/report';
import { commandContext } from './command-context';
import type { ExitStatus } from './exit-status';
import { type Io, isColorEnabled } from './io';
import { asOfOption, catalogArgument, catalogOption, chosenCatalog, formatOption } from './options';
import { Progress } from './progress';

interface CheckOptions {
  readonly format: Format;
  readonly asOf?: string;
  readonly strict?: true;
  readonly links?: true;
  readonly explain?: string;
}

/** `gatewright check`: runs every check on a catalog; needs no gateway. */
export function checkCommand(io: Io, done: (status: ExitStatus) => void): Command {
  return new Command('check')
    .description('Check a catalog and report every problem with its file and line. Exits with 1 if there are errors.')
    .addArgument(catalogArgument())
    .addOption(catalogOption(io))
    .addOption(formatOption())
    .addOption(asOfOption())
    .option('--strict', 'exit with 1 if there are warnings too')
    .option('--links', 'print a link to the documentation of each finding')
    .addOption(explainOption())
    .action((argument: string | undefined, options: CheckOptions, command: Command) => {
      const { format, asOf = io.today(), strict = false, links = false, explain } = options;
      const color = isColorEnabled(io, 'out');
      if (explain !== undefined) {
        if (argument !== undefined)
          throw new UsageError(`'${argument}' cannot be used with --explain, which reads no catalog`);
        io.out(formatExplanation(findCheck(explain), { color }));
        return done(0);
      }
      const progress = new Progress(io);
      const folder = resolveCatalogFolder(commandContext(io), chosenCatalog(argument, command));
      const checked = checkCatalogFolder({ folder, asOf, onProgress: progress.step });
      progress.end();
      const { findings, texts, hasErrors } = checked;
      io.out(report(findings, { format, texts, color, asOf, links, checkOf }));
      if (findings.length === 0 && format === 'pretty')
        io.out(colorizer(color)('success', `${noProblems(checked, asOf)}\n`));
      const fails = hasErrors || (strict && findings.length > 0);
      if (fails && !hasErrors) io.err('the check failed: --strict does not allow warnings\n');
      done(fails ? 1 : 0);
    });
}

function explainOption(): Option {
  const text = 'explain a check: what it finds, why, and how to fix it; reads no catalog';
  return new Option('--explain <CODE>', text).conflicts(['catalog', 'format', 'asOf', 'strict', 'links']);
}

function noProblems({ counts }: CheckedCatalog, asOf: string): string {
  const files = `${counts.files} file${counts.files === 1 ? '' : 's'}`;
  return `no problems found in ${counts.documents} documents (${files}), as of ${asOf}`;
}
