import { join } from 'node:path';
import { renameFolder } from './rename-folder';
import type { Run } from './run';

/**
 * Replaces the previous output with a run's output by two renames: POSIX has no atomic swap of folders, and Node does not expose the one
 * of Linux. If several runs compete, the last one wins.
 *
 * @throws Error of the file system; the previous output is then back in place
 */
export function swapOutput(outFolder: string, run: Run): void {
  for (let attempt = 0; ; attempt += 1) {
    const hadPrevious = renameFolder(outFolder, run.aside) === 'renamed';
    if (moveIntoPlace(outFolder, run)) return;
    // Meanwhile another run has restored the previous output or put its own in place, so the one set aside is obsolete.
    if (hadPrevious) renameFolder(run.aside, join(run.folder, `obsolete-${attempt}`));
  }
}

/** Does the second rename, and reverts the first one if it fails. Returns false if another run's output is in place. */
function moveIntoPlace(outFolder: string, { next, aside }: Run): boolean {
  try {
    const result = renameFolder(next, outFolder);
    if (result !== 'missing') return result === 'renamed';
    throw Object.assign(new Error(`'${next}' is gone`), { code: 'ENOENT' });
  } catch (error) {
    renameFolder(aside, outFolder);
    throw error;
  }
}
