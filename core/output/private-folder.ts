import { existsSync, mkdtempSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../model/messages/thrown';
import { isAbandoned, writeOwner } from './folder-owner';
import { renameFolder } from './rename-folder';
import { restoreOutput } from './restore-output';
import { isBetweenRenames, prefixOf, type Run, runIn, runsOf } from './run';

/** The location of an output, and of its stacks' state if the state is local. */
export interface OutputPlace {
  /** The output folder with symbolic links resolved; its parent exists. */
  readonly folder: string;
  readonly stateFolder: string;
}

/** Private folders in use by this process, which must not count as abandoned. */
const inUse = new Set<string>();

/**
 * Runs a function with a new private folder next to the output folder, and removes the folder afterwards. First it cleans up after
 * killed runs: it restores an output that they had set aside, and removes their folders.
 */
export function withPrivateFolder<T>(place: OutputPlace, work: (run: Run) => T): T {
  restoreOutput(place.folder);
  const run = newRun(place.folder);
  inUse.add(run.folder);
  try {
    removeAbandonedRuns(place);
    return work(run);
  } finally {
    inUse.delete(run.folder);
    // If the previous output could not be restored, the next run will do it.
    if (!isBetweenRenames(run)) remove(place, run);
  }
}

/** Creates a private folder with an owner. Before the owner is recorded, another run may remove the empty folder as abandoned. */
function newRun(outFolder: string): Run {
  for (;;) {
    const run = runIn(mkdtempSync(prefixOf(outFolder)));
    try {
      writeOwner(run.folder);
      return run;
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw error;
    }
  }
}

function removeAbandonedRuns(place: OutputPlace): void {
  for (const run of runsOf(place.folder)) {
    if (inUse.has(run.folder) || removeIfEmpty(run.folder) || !isAbandoned(run.folder)) continue;
    // Another run is between its renames and will determine which output is the previous one.
    if (isBetweenRenames(run) && !existsSync(place.folder)) continue;
    remove(place, run);
  }
}

/** Removes a folder if it is empty, because its run was killed before it recorded an owner. Returns whether it was removed. */
function removeIfEmpty(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

/** Removes the private files of a run. If that fails, the next run will remove them; nothing depends on it. */
function remove(place: OutputPlace, run: Run): void {
  try {
    if (existsSync(run.aside) && isTerraformRunning(place)) return;
    // Renamed first, which is atomic, so that a partly removed output can never be restored.
    renameFolder(run.aside, join(run.folder, 'previous'));
    rmSync(run.folder, { recursive: true, force: true });
    rmSync(run.aside, { recursive: true, force: true });
  } catch {
    // The files belong to other users, or are in use on a system that does not allow their removal.
  }
}

/**
 * Whether Terraform may be running in the previous output. It writes its state by a path relative to that folder; if the folder were
 * removed, changes that it has just made on the gateway would be missing in the state. Terraform locks local state with lock files.
 */
function isTerraformRunning({ stateFolder }: OutputPlace): boolean {
  return existsSync(stateFolder) && readdirSync(stateFolder).some((name) => name.endsWith('.tfstate.lock.info'));
}
