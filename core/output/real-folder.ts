import { existsSync, lstatSync, mkdirSync, readlinkSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { restoreOutput } from './restore-output';

/** The maximum number of links that Linux follows. */
const MAX_LINKS = 40;

/**
 * Resolves the output folder, which may be a symbolic link, creates its parent if necessary, and restores an output that a killed run
 * had set aside.
 *
 * @param outFolder absolute path
 * @throws Error ENOENT for a broken link, ENOTDIR if the target is not a folder
 */
export function realFolder(outFolder: string): string {
  const target = resolveLinks(outFolder);
  const parent = dirname(target);
  if (target === outFolder) mkdirSync(parent, { recursive: true });
  const folder = join(realpathSync(parent), basename(target));
  restoreOutput(folder);
  const entry = lstatSync(folder, { throwIfNoEntry: false });
  if (entry ? !entry.isDirectory() : target !== outFolder)
    throw Object.assign(new Error(folder), { code: entry ? 'ENOTDIR' : 'ENOENT' });
  return folder;
}

/** Restores an output that a killed run had set aside, for a run that does not write an output itself. Errors are ignored. */
export function recoverOutput(outFolder: string): void {
  try {
    const folder = resolveLinks(outFolder);
    if (existsSync(dirname(folder))) restoreOutput(folder);
  } catch {
    // The next run that writes an output reports the error.
  }
}

function resolveLinks(path: string): string {
  let target = path;
  for (let links = 0; lstatSync(target, { throwIfNoEntry: false })?.isSymbolicLink(); links += 1) {
    if (links === MAX_LINKS) throw Object.assign(new Error(path), { code: 'ELOOP' });
    target = resolve(dirname(target), readlinkSync(target));
  }
  return target;
}
