import { Command } from 'commander';
import { type InitialisedProgramme, initProgramme } from '../core/app';
import type { ExitStatus } from './exit-status';
import type { Io } from './io';
import { parseFolder } from './options';

/** `gatewright init DIR`: creates a repository with a small programme that passes the check. */
export function initCommand(io: Io, done: (status: ExitStatus) => void): Command {
  return new Command('init')
    .description('Create a repository with a small programme. Existing files, such as a README or a licence, are kept.')
    .argument('DIR', 'a new folder, or one without a catalog', parseFolder)
    .action((directory: string) => {
      const created = initProgramme(io.cwd, directory);
      io.out(`wrote ${created.written.length} files to ${directory}:\n`);
      for (const path of created.written) io.out(`  ${path}\n`);
      printKept(io, created);
      io.out(`next: ${created.next.join('\n      ')}\n`);
      done(0);
    });
}

/** Prints the files that were kept, and the lines that were or must be added to `.gitignore`. */
function printKept(io: Io, { kept, gitignore }: InitialisedProgramme): void {
  if (kept.length > 0) io.out(`kept: ${kept.join(', ')}\n`);
  if (!gitignore) return;
  const { missing, problem } = gitignore;
  const lines = missing.map((line) => `  ${line}\n`).join('');
  if (problem !== undefined) io.out(`could not update .gitignore: ${problem}; add these lines to it:\n${lines}`);
  else if (missing.length > 0) io.out(`added to .gitignore:\n${lines}`);
  else io.out('kept: .gitignore\n');
}
