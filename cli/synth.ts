import { Command } from 'commander';
import type { Catalog } from '../model/catalog';
import { hasErrors } from '../model/diagnostic';
import { redact } from '../model/secrets';
import { didYouMean } from '../model/suggest';
import { findings } from '../policies/rules/findings';
import { report } from '../report';
import { catalogFolder, loadFolder } from './catalog-folder';
import { type ExitStatus, UsageFailure } from './failure';
import { type Io, wantsColor } from './io';
import { asOfOption, catalogOption } from './options';

interface SynthOptions {
  readonly catalog: string;
  readonly out: string;
  readonly environment: readonly string[];
  readonly asOf?: string;
}

/** `gatewright synth`: Terraform for every environment, once the catalog has passed the check. */
export function synthCommand(io: Io, done: (status: ExitStatus) => void): Command {
  return new Command('synth')
    .description('Check a catalog and write its Terraform. If the check fails, what was written before stays as it is.')
    .addOption(catalogOption())
    .option('--out <DIR>', 'the folder that is written', 'cdktf.out')
    .option('--environment <NAME>', 'only this environment; may be given several times', collect, [])
    .addOption(asOfOption())
    .action((options: SynthOptions) => {
      const { asOf = io.today() } = options;
      const loaded = loadFolder(catalogFolder(io, options.catalog));
      const found = findings(loaded, asOf);
      io.err(report(found, { format: 'pretty', texts: loaded.texts, color: wantsColor(io, 'err'), redact }));
      if (hasErrors(found)) {
        done(1);
        return;
      }
      refuseUnknown(options.environment, loaded.catalog);
      done(0);
    });
}

function collect(name: string, names: readonly string[]): readonly string[] {
  return [...names, name];
}

function refuseUnknown(names: readonly string[], { environments }: Catalog): void {
  for (const name of names)
    if (!environments.has(name))
      throw new UsageFailure(
        `there is no environment '${name}'`,
        didYouMean(name, environments.keys(), 'environments'),
      );
}
