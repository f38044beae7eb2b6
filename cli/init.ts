import { Command } from 'commander';
import { type InitialisedProgramme, initProgramme } from '../core/app';
import type { ExitStatus } from './exit-status';
import type { Io } from './io';
import { parseFolder } from './options';

/** `gatewright init DIR`: a repository for a programme of one's own, which passes the check. */
export function initCommand(io: Io, done: (status: ExitStatus) => void): Command {
  return new Command('init')
    .description('Write a small programme to start from, with everything around it, beside a README or a licence.')
    .argument('DIR', 'the folder: a new one, or one without a catalog', parseFolder)
    .action((directory: string) => {
      const made = initProgramme(io.cwd, directory);
      io.out(`wrote ${made.written.length} files into ${directory}:\n`);
      for (const path of made.written) io.out(`  ${path}\n`);
      printKept(io, made);
      io.out(`next: ${made.next.join('\n      ')}\n`);
      done(0);
    });
}

/** Says what was there and stays as it is, and what `.gitignore` has to keep out of Git in addition. */
function printKept(io: Io, { kept, gitignore }: InitialisedProgramme): void {
  if (kept.length > 0) io.out(`kept as it was: ${kept.join(', ')}\n`);
  if (!gitignore) return;
  const { missing, problem } = gitignore;
  const lines = missing.map((line) => `  ${line}\n`).join('');
  if (problem !== undefined) io.out(`add these lines to .gitignore, which was not changed: ${problem}\n${lines}`);
  else if (missing.length > 0) io.out(`added to .gitignore:\n${lines}`);
  else io.out('kept as it was: .gitignore\n');
}
