import { Command } from 'commander';
import { resolveCatalogFolder, type SealedTerms, sealTiers, UsageError } from '../core/app';
import { commandContext } from './command-context';
import { parseDate } from './date';
import type { ExitStatus } from './exit-status';
import type { Io } from './io';
import { asOfOption, catalogOption } from './options';

interface SealOptions {
  readonly catalog: string;
  readonly all?: true;
  readonly announced?: string;
  readonly effective?: string;
  readonly asOf?: string;
}

/** `gatewright seal`: writes the terms of a tier to a file that never changes, and its seal into the tier. */
export function sealCommand(io: Io, done: (status: ExitStatus) => void): Command {
  return new Command('seal')
    .description('Seal the terms of a tier: write them to a terms file, with the day from which they are in force.')
    .argument('[TIER]', 'the tier, such as paid')
    .addOption(catalogOption(io))
    .option('--all', 'seal every active or archived tier whose terms are not sealed')
    .option(
      '--announced <DATE>',
      'the day on which they are announced to partners, as YYYY-MM-DD (default: today)',
      parseDate,
    )
    .option(
      '--effective <DATE>',
      'the first day on which the terms are in force (default: the first day that all contracts allow)',
      parseDate,
    )
    .addOption(asOfOption())
    .action((tier: string | undefined, options: SealOptions) => {
      const { catalog, all = false, announced, effective, asOf = io.today() } = options;
      if (all === (tier !== undefined))
        throw new UsageError(
          all ? `'${tier}' cannot be used with --all` : 'no tier is passed',
          all ? 'remove one of the two' : 'pass the name of a tier, or --all',
        );
      const folder = resolveCatalogFolder(commandContext(io), catalog);
      const tiers = tier === undefined ? ('all' as const) : [tier];
      const { written, sealed, unchanged } = sealTiers({ folder, tiers, announced, effective, asOf });
      for (const file of written) io.out(`wrote ${file}\n`);
      for (const terms of sealed) io.out(described(terms));
      for (const one of unchanged)
        io.out(`the terms of tier '${one.tier}' are unchanged since version ${one.version}, which is sealed\n`);
      done(0);
    });
}

function described({ tier, version, announced, effective, notice, fields }: SealedTerms): string {
  const reason = notice === undefined ? '' : ` (${notice})`;
  const manual = fields === undefined ? '' : `write these fields in tier '${tier}': ${fields}\n`;
  return `version ${version} of tier '${tier}' is announced on ${announced} and in force from ${effective}${reason}\n${manual}`;
}
