import { existsSync } from 'node:fs';
import { renameFolder } from './rename-folder';
import { isBetweenRenames, runsOf, setAsideAt } from './run';

/**
 * Restores the previous output if a run has set it aside and no other output is in its place. Either the run was killed between its two
 * renames, or it is still between them; in that case it notices the change and sets the output aside again. Call this before reading
 * an output.
 */
export function restoreOutput(outFolder: string): void {
  while (!existsSync(outFolder)) {
    // There are several only if consecutive runs were killed: the latest one has the most recent output.
    const [latest] = runsOf(outFolder)
      .filter(isBetweenRenames)
      .sort((a, b) => setAsideAt(b) - setAsideAt(a));
    if (!latest) return;
    renameFolder(latest.aside, outFolder);
  }
}
