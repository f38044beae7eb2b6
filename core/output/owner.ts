import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { errorCode } from '../model/wording/thrown';

/** The process that works in a staging folder. */
export interface Owner {
  readonly pid: number;
  readonly host: string;
  /** The name that the folder had before it was its turn. */
  readonly name?: string;
}

/** Says who works in a staging folder: no output has a file of this name. */
const OWNER = '.gatewright-staging.json';

/**
 * After this time a staging folder is left over, also where its process is on another machine and cannot be asked for: no
 * synthesis takes as long.
 */
const LEFT_OVER_AFTER_MS = 900_000;

/** Writes into a staging folder that it is this process's. */
export function writeOwner(folder: string, name: string): void {
  const owner: Owner = { pid: process.pid, host: hostname(), name };
  writeFileSync(join(folder, OWNER), JSON.stringify(owner));
}

/** Whose a staging folder is; undefined where it is not known. */
export function ownerOf(folder: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, OWNER), 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Whether the process of a staging folder is no more.
 *
 * @throws Error where the folder says nothing about its owner
 */
export function isLeftOver(folder: string): boolean {
  const file = join(folder, OWNER);
  const { pid, host }: Owner = JSON.parse(readFileSync(file, 'utf8'));
  if (Date.now() - statSync(file).mtimeMs > LEFT_OVER_AFTER_MS) return true;
  // In containers the process after the one that was killed may have its id.
  return host === hostname() && (pid === process.pid || !isRunning(pid));
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
