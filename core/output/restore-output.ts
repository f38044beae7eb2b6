import { existsSync } from 'node:fs';
import { renameFolder } from './rename-folder';
import { isBetweenRenames, runsOf, setAsideAt } from './run';

/**
 * Puts the previous output back where a run has set it aside and no other one is in its place: the run was killed between the two
 * renames, or is between them right now. In that case it notices, and sets the output aside again. Whoever reads an output calls
 * this first.
 */
export function restoreOutput(outFolder: string): void {
  while (!existsSync(outFolder)) {
    // More than one is possible only if runs were killed one after the other: the latest has what was there last.
    const [latest] = runsOf(outFolder)
      .filter(isBetweenRenames)
      .sort((a, b) => setAsideAt(b) - setAsideAt(a));
    if (!latest) return;
    renameFolder(latest.aside, outFolder);
  }
}
