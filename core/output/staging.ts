import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { beforeSignals } from './before-signals';
import { acquire } from './output-lock';
import { isLeftOver, writeOwner } from './owner';
import { isStagingName, lockOf, prefixOf } from './staging-names';

/** How long is waited for another process that writes the same output. */
const PATIENCE_MS = 60_000;

/**
 * Runs `work` with a new folder beside the output folder, on the same file system, and takes it away afterwards, also when the
 * process is asked to end. One process at a time works on an output folder: others wait for it. Folders that earlier processes
 * left there, because they were killed, are taken away.
 *
 * @param patienceMs how long is waited for another process; default: a minute
 * @throws OutputInUse when another process has not ended by then
 */
export function withStaging<T>(outFolder: string, work: (staging: string) => T, patienceMs: number = PATIENCE_MS): T {
  mkdirSync(dirname(outFolder), { recursive: true });
  sweep(outFolder);
  const own = mkdtempSync(prefixOf(outFolder));
  const staging = lockOf(outFolder);
  try {
    writeOwner(own, basename(own));
    // A signal may end the process while it waits; it leaves nothing then but what the next one takes away.
    acquire(own, staging, patienceMs);
    return beforeSignals(() => {
      try {
        return work(staging);
      } finally {
        // The name is given back at once, and whole: others see a lock with its owner, or none.
        renameSync(staging, own);
      }
    });
  } finally {
    rmSync(own, { recursive: true, force: true });
    sweep(outFolder);
  }
}

/** Takes away what is left over, if it is certain that it is ours and that nobody works in it. */
function sweep(outFolder: string): void {
  const beside = dirname(outFolder);
  for (const name of readdirSync(beside)) {
    const folder = join(beside, name);
    if (!isStagingName(prefixOf(outFolder), folder)) continue;
    try {
      if (isLeftOver(folder)) rmSync(folder, { recursive: true, force: true });
    } catch {
      // It is none of ours, is gone by now, or cannot be taken away: nothing depends on it.
    }
  }
}
