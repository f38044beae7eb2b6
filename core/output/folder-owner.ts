import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { errorCode } from '../model/messages/thrown';

/** The process that owns a private folder. */
interface Owner {
  readonly pid: number;
  readonly host: string;
}

/** The file that records the owner of a private folder. */
const OWNER = 'owner.json';

/** Age at which a private folder of another machine, whose processes are not visible, counts as abandoned. No run takes this long. */
const ABANDONED_AFTER_MS = 900_000;

/** Records this process as the owner of a private folder. */
export function writeOwner(folder: string): void {
  const owner: Owner = { pid: process.pid, host: hostname() };
  writeFileSync(join(folder, OWNER), JSON.stringify(owner));
}

/** Whether the process that owned a private folder has ended. False for a folder without an owner, which may belong to others. */
export function isAbandoned(folder: string): boolean {
  try {
    const file = join(folder, OWNER);
    const { pid, host }: Owner = JSON.parse(readFileSync(file, 'utf8'));
    // Age only matters for other machines: a process of this machine may have been suspended for a day.
    if (host !== hostname()) return isOld(file);
    // In containers, this process may have the same id as one that was killed.
    return pid === process.pid || !isRunning(pid);
  } catch {
    return false;
  }
}

function isOld(path: string): boolean {
  const { mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: Date.now() };
  return Date.now() - mtimeMs > ABANDONED_AFTER_MS;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: the process is running and belongs to another user.
    return errorCode(error) !== 'ESRCH';
  }
}
