import { renameSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errorCode } from '../model/wording/thrown';
import { isLeftOver, type Owner, ownerOf } from './owner';
import { isStagingName } from './staging-names';

const PERIOD_MS = 50;

/** Another process writes the same output, and does not come to an end. */
export class OutputInUse extends Error {
  /** Name of the folder beside the output that says so. */
  readonly lock: string;

  /** @param lock path of the folder */
  constructor(owner: Owner | undefined, lock: string) {
    super(owner ? `process ${owner.pid} on ${owner.host} is writing it` : 'another process is writing it');
    this.lock = basename(lock);
  }
}

/**
 * Gives the folder `own` the name that only one can have, as soon as nobody else has it.
 *
 * @throws OutputInUse when somebody else has it for longer than `patienceMs`
 */
export function acquire(own: string, lock: string, patienceMs: number): void {
  const until = performance.now() + patienceMs;
  while (!renamed(own, lock)) {
    if (takenAway(lock)) continue;
    if (performance.now() >= until) throw new OutputInUse(ownerOf(lock), lock);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PERIOD_MS);
  }
}

/** Whether a folder could be renamed; it cannot where another one has the name. */
function renamed(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (statSync(to, { throwIfNoEntry: false })) return false;
    // It was there, and is gone: the next try tells.
    if (['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(String(errorCode(error)))) return false;
    throw error;
  }
}

/**
 * Takes the name from a process that is no more. Its folder gets its first name back, which only one of several that try can
 * give it; the last sweep removes it.
 */
function takenAway(lock: string): boolean {
  try {
    const owner = ownerOf(lock);
    if (owner?.name === undefined || !isStagingName(lock.replace(/lock$/, ''), join(dirname(lock), owner.name)))
      return false;
    return isLeftOver(lock) && renamed(lock, join(dirname(lock), owner.name));
  } catch {
    return false;
  }
}
