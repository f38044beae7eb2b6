import { join } from 'node:path';
import { renameFolder } from './rename-folder';
import type { Run } from './run';

/**
 * Puts the output that a run has made in the place of the previous one, with two renames: POSIX has none that exchanges two folders, and
 * Node does not offer the one of Linux. Of several runs at the same time the last one wins.
 *
 * @throws Error of the file system; the previous output is then in its place
 */
export function swapOutput(outFolder: string, run: Run): void {
  for (let attempt = 0; ; attempt += 1) {
    const hadPrevious = renameFolder(outFolder, run.aside) === 'renamed';
    if (isInPlace(outFolder, run)) return;
    // Another run has put an output in place in between: the previous one again, or its own, which makes the one set aside obsolete.
    if (hadPrevious) renameFolder(run.aside, join(run.folder, `obsolete-${attempt}`));
  }
}

/** Does the second rename, and undoes the first one if it fails. False when another run's output has the place. */
function isInPlace(outFolder: string, { next, aside }: Run): boolean {
  try {
    const result = renameFolder(next, outFolder);
    if (result !== 'missing') return result === 'renamed';
    throw Object.assign(new Error(`'${next}' is gone`), { code: 'ENOENT' });
  } catch (error) {
    renameFolder(aside, outFolder);
    throw error;
  }
}
