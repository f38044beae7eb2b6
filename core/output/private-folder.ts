import { existsSync, mkdtempSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../model/messages/thrown';
import { isAbandoned, writeOwner } from './folder-owner';
import { renameFolder } from './rename-folder';
import { restoreOutput } from './restore-output';
import { isBetweenRenames, prefixOf, type Run, runIn, runsOf } from './run';

/** Where an output is, and where Terraform keeps the state of its stacks if it keeps it in files. */
export interface OutputPlace {
  /** The output folder, without links; its parent exists. */
  readonly folder: string;
  readonly stateFolder: string;
}

/** Private folders of this process: its id is no sign that they are left over. */
const inUse = new Set<string>();

/**
 * Does a run's work with a new private folder beside the output folder, and removes it afterwards. First of all it puts right what
 * runs left that were killed: an output that they had set aside goes back, and their folders are removed.
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
    // Where the previous output could not be put back, it is left for the next run to do so.
    if (!isBetweenRenames(run)) remove(place, run);
  }
}

/** A private folder that names its owner. Until it does, it is empty, and another run may take it for a left-over one. */
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
    if (inUse.has(run.folder) || isRemovedEmpty(run.folder) || !isAbandoned(run.folder)) continue;
    // Another run is between its renames: which of the outputs set aside is the previous one is for it to say.
    if (isBetweenRenames(run) && !existsSync(place.folder)) continue;
    remove(place, run);
  }
}

/** Removes a folder if it is empty: its run was killed before it could name itself. */
function isRemovedEmpty(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

/** Removes what a run has beside the output. What cannot be removed is left for the next run: nothing depends on it. */
function remove(place: OutputPlace, run: Run): void {
  try {
    if (existsSync(run.aside) && isTerraformAtWork(place)) return;
    // Under another name first, in one step: nobody can put back an output of which a part is gone.
    renameFolder(run.aside, join(run.folder, 'previous'));
    rmSync(run.folder, { recursive: true, force: true });
    rmSync(run.aside, { recursive: true, force: true });
  } catch {
    // Files of other users, or in use where that prevents it.
  }
}

/**
 * Whether Terraform may be working in the previous output. From there it writes its state, by a relative path; if that folder were
 * removed, what it has just changed on the gateway would be in no state. Its locks on state in files are files themselves.
 */
function isTerraformAtWork({ stateFolder }: OutputPlace): boolean {
  return existsSync(stateFolder) && readdirSync(stateFolder).some((name) => name.endsWith('.tfstate.lock.info'));
}
