import { Command } from 'commander';
import { findings } from '../core/checks';
import type { LoadResult } from '../core/load';
import { hasErrors } from '../core/model';
import { type Format, paint, report } from '../core/report';
import { catalogFolder, loadFolder } from './catalog-folder';
import type { ExitStatus } from './failure';
import { type Io, wantsColor } from './io';
import { asOfOption, catalogArgument, catalogOption, chosenCatalog, formatOption } from './options';
import { Progress } from './progress';

interface CheckOptions {
  readonly format: Format;
  readonly asOf?: string;
  readonly strict?: true;
}

/** `gatewright check`: everything that can be known about a catalog without a gateway, all at once. */
export function checkCommand(io: Io, done: (status: ExitStatus) => void): Command {
  return new Command('check')
    .description('Check a catalog: print every problem with its place, and end with 1 if one is an error.')
    .addArgument(catalogArgument())
    .addOption(catalogOption(io))
    .addOption(formatOption())
    .addOption(asOfOption())
    .option('--strict', 'end with 1 for warnings as well')
    .action((argument: string | undefined, options: CheckOptions, command: Command) => {
      const { format, asOf = io.today(), strict = false } = options;
      const progress = new Progress(io);
      const loaded = loadFolder(catalogFolder(io, chosenCatalog(argument, command)), progress.step);
      const found = findings(loaded, asOf, progress.step);
      progress.end();
      const color = wantsColor(io, 'out');
      io.out(report(found, { format, texts: loaded.texts, color, asOf }));
      if (found.length === 0 && format === 'pretty') io.out(paint(color)('good', `${nothingFound(loaded, asOf)}\n`));
      if (strict && found.length > 0 && !hasErrors(found)) io.err('warnings fail the check because of --strict\n');
      done(hasErrors(found) || (strict && found.length > 0) ? 1 : 0);
    });
}

function nothingFound({ counts }: LoadResult, asOf: string): string {
  const files = `${counts.files} file${counts.files === 1 ? '' : 's'}`;
  return `no problem in ${counts.documents} documents of ${files}, as of ${asOf}`;
}
