import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { errorCode } from '../model/wording/thrown';

/** Says who works in a staging folder: no output has a file of this name. */
const OWNER = '.gatewright-staging.json';

interface Owner {
  readonly pid: number;
  readonly host: string;
}

/** After this time a staging folder is left over, also where its process is on another machine and cannot be asked for. */
const LEFT_OVER_AFTER_MS = 86_400_000;

/**
 * Runs `work` with a new folder beside the output folder, on the same file system, and takes it away afterwards, also when the
 * process is asked to end. Folders that earlier processes left there, because they were killed, are taken away before.
 */
export function withStaging<T>(outFolder: string, work: (staging: string) => T): T {
  return beforeSignals(() => {
    mkdirSync(dirname(outFolder), { recursive: true });
    sweep(outFolder);
    const staging = mkdtempSync(prefixOf(outFolder));
    try {
      const owner: Owner = { pid: process.pid, host: hostname() };
      writeFileSync(join(staging, OWNER), JSON.stringify(owner));
      return work(staging);
    } finally {
      rmSync(staging, { recursive: true, force: true });
    }
  });
}

function prefixOf(outFolder: string): string {
  return join(dirname(outFolder), `.${basename(outFolder)}-`);
}

/** Takes away what is left over, if it is certain that it is ours and that nobody works in it. */
function sweep(outFolder: string): void {
  const prefix = basename(prefixOf(outFolder));
  const beside = dirname(outFolder);
  for (const name of readdirSync(beside)) {
    const suffix = name.startsWith(prefix) ? name.slice(prefix.length) : '';
    if (!/^[A-Za-z0-9]{6}$/.test(suffix)) continue;
    const folder = join(beside, name);
    try {
      if (isLeftOver(folder)) rmSync(folder, { recursive: true, force: true });
    } catch {
      // It is none of ours, is gone by now, or cannot be taken away: nothing depends on it.
    }
  }
}

function isLeftOver(folder: string): boolean {
  const file = join(folder, OWNER);
  const { pid, host }: Owner = JSON.parse(readFileSync(file, 'utf8'));
  if (Date.now() - statSync(file).mtimeMs > LEFT_OVER_AFTER_MS) return true;
  return host === hostname() && !isRunning(pid);
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
