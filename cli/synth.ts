import { Command, Option } from 'commander';
import { checkOf, resolveCatalogFolder, type SynthesisListener, synthesizeCatalog } from '../core/app';
import { colorizer, describeRemovedStacks, report } from '../core/report';
import { commandContext } from './command-context';
import type { ExitStatus } from './exit-status';
import { type Io, isColorEnabled } from './io';
import { asOfOption, catalogArgument, catalogOption, chosenCatalog, outOption } from './options';
import { Progress } from './progress';
import { table } from './table';

interface SynthOptions {
  readonly out: string;
  readonly environment: readonly string[];
  readonly asOf?: string;
}

/** `gatewright synth`: checks a catalog and writes Terraform for its environments. */
export function synthCommand(io: Io, done: (status: ExitStatus) => void): Command {
  return new Command('synth')
    .description('Check a catalog and write Terraform for it. If the check fails, the previous output is kept.')
    .addArgument(catalogArgument())
    .addOption(catalogOption(io))
    .addOption(outOption())
    .addOption(environmentOption())
    .addOption(asOfOption())
    .action((argument: string | undefined, options: SynthOptions, command: Command) =>
      done(synth(io, chosenCatalog(argument, command), options)),
    );
}

function synth(io: Io, catalog: string, { out, environment, asOf = io.today() }: SynthOptions): ExitStatus {
  const progress = new Progress(io);
  const listener: SynthesisListener = {
    onFindings: (findings, texts) => {
      progress.end();
      io.err(report(findings, { format: 'pretty', texts, color: isColorEnabled(io, 'err'), checkOf }));
    },
    onProgress: progress.step,
  };
  try {
    const folder = resolveCatalogFolder(commandContext(io), catalog);
    const written = synthesizeCatalog({ folder, cwd: io.cwd, out, environments: environment, asOf }, listener);
    if (!written) {
      io.err(`\nnothing was written; '${out}' is unchanged\n`);
      return 1;
    }
    io.err(describeRemovedStacks(written.removed, out));
    io.out(`as of ${asOf}\n`);
    io.out(table(written.summary, colorizer(isColorEnabled(io, 'out'))));
    io.out(`written to ${out}/stacks\n`);
    return 0;
  } finally {
    progress.end();
  }
}

function environmentOption(): Option {
  return new Option('--environment <NAME>', 'synthesize only this environment; can be repeated')
    .argParser((name: string, names: readonly string[]) => [...names, name])
    .default([], 'all');
}
