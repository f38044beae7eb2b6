import { Command } from 'commander';
import { hasErrors, type LoadResult, redact } from '../model';
import { findings } from '../policies/rules/findings';
import { type Format, paint, report } from '../report';
import { catalogFolder, loadFolder } from './catalog-folder';
import type { ExitStatus } from './failure';
import { type Io, wantsColor } from './io';
import { asOfOption, catalogOption, formatOption } from './options';
import { Progress } from './progress';

interface CheckOptions {
  readonly catalog: string;
  readonly format: Format;
  readonly asOf?: string;
}

/** `gatewright check`: everything that can be known about a catalog without a gateway, all at once. */
export function checkCommand(io: Io, done: (status: ExitStatus) => void): Command {
  return new Command('check')
    .description('Check a catalog: print every problem with its place, and end with 1 if one of them is an error.')
    .addOption(catalogOption(io))
    .addOption(formatOption())
    .addOption(asOfOption())
    .action(({ catalog, format, asOf = io.today() }: CheckOptions) => {
      const progress = new Progress(io);
      const loaded = loadFolder(catalogFolder(io, catalog), progress.step);
      const found = findings(loaded, asOf, progress.step);
      progress.end();
      const color = wantsColor(io, 'out');
      io.out(report(found, { format, texts: loaded.texts, color, redact, asOf }));
      if (found.length === 0 && format === 'pretty') io.out(paint(color)('good', `${nothingFound(loaded, asOf)}\n`));
      done(hasErrors(found) ? 1 : 0);
    });
}

function nothingFound({ counts }: LoadResult, asOf: string): string {
  const files = `${counts.files} file${counts.files === 1 ? '' : 's'}`;
  return `no problem in ${counts.documents} documents of ${files}, as of ${asOf}`;
}
