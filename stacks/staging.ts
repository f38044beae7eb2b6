import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { errorCode } from '../model/wording/thrown';
import { OutputInUse, type Owner } from './output-in-use';

/** Says who works in a staging folder: no output has a file of this name. */
const OWNER = '.gatewright-staging.json';

/**
 * After this time a staging folder is left over, also where its process is on another machine and cannot be asked for: no
 * synthesis takes as long.
 */
const LEFT_OVER_AFTER_MS = 900_000;
/** How long is waited for another process that writes the same output. */
const PATIENCE_MS = 60_000;
const PERIOD_MS = 50;

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
    const owner: Owner = { pid: process.pid, host: hostname(), name: basename(own) };
    writeFileSync(join(own, OWNER), JSON.stringify(owner));
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

/** The name that the staging folder has of the one process that may write the output. */
function lockOf(outFolder: string): string {
  return `${prefixOf(outFolder)}lock`;
}

/** Gives the folder `own` the name that only one can have, as soon as nobody else has it. */
function acquire(own: string, lock: string, patienceMs: number): void {
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

function prefixOf(outFolder: string): string {
  return join(dirname(outFolder), `.${basename(outFolder)}-`);
}

function isStagingName(prefix: string, path: string): boolean {
  return path.startsWith(prefix) && /^[A-Za-z0-9]{6}$/.test(path.slice(prefix.length));
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

/** @throws Error where the folder says nothing about its owner */
function isLeftOver(folder: string): boolean {
  const file = join(folder, OWNER);
  const { pid, host }: Owner = JSON.parse(readFileSync(file, 'utf8'));
  if (Date.now() - statSync(file).mtimeMs > LEFT_OVER_AFTER_MS) return true;
  // In containers the process after the one that was killed may have its id.
  return host === hostname() && (pid === process.pid || !isRunning(pid));
}

/** Undefined where it is not known. */
function ownerOf(folder: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, OWNER), 'utf8'));
  } catch {
    return undefined;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Not allowed to ask: somebody else's, and alive.
    return errorCode(error) !== 'ESRCH';
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** How many pieces of work wait for Node to tell what signals came. */
let waiting = 0;

/**
 * Runs work that must not be left halfway. A signal that asks the process to end takes effect when the work is done: Node
 * tells of it then, and it is raised again unless the program has a listener of its own.
 */
function beforeSignals<T>(work: () => T): T {
  waiting += 1;
  if (waiting === 1) for (const signal of SIGNALS) process.on(signal, raise);
  try {
    return work();
  } finally {
    // Signals that came meanwhile are told before this.
    setImmediate(() => {
      waiting -= 1;
      if (waiting === 0) for (const signal of SIGNALS) process.off(signal, raise);
    });
  }
}

function raise(signal: NodeJS.Signals): void {
  process.off(signal, raise);
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}
