import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { errorCode } from '../model/messages/thrown';

/** The process whose run a private folder belongs to. */
interface Owner {
  readonly pid: number;
  readonly host: string;
}

/** Names the owner of a private folder. */
const OWNER = 'owner.json';

/** After this time a private folder of another machine, whose processes cannot be looked up, is left over: no run takes as long. */
const ABANDONED_AFTER_MS = 900_000;

/** Writes into a private folder that it belongs to this process. */
export function writeOwner(folder: string): void {
  const owner: Owner = { pid: process.pid, host: hostname() };
  writeFileSync(join(folder, OWNER), JSON.stringify(owner));
}

/** Whether the process of a private folder has ended. A folder that names no owner is somebody else's. */
export function isAbandoned(folder: string): boolean {
  try {
    const file = join(folder, OWNER);
    const { pid, host }: Owner = JSON.parse(readFileSync(file, 'utf8'));
    // Age says nothing about a process of this machine: it may have been suspended for a day.
    if (host !== hostname()) return isOld(file);
    // In containers, the process after the one that was killed may have its id.
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
    // Not allowed to ask: another user's, and alive.
    return errorCode(error) !== 'ESRCH';
  }
}
