import { existsSync, lstatSync, mkdirSync, readlinkSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { restoreOutput } from './restore-output';

/** As many links as Linux follows. */
const MOST_LINKS = 40;

/**
 * Where the output folder really is, since its name may be a link; its parent is made if it does not exist. An output that a killed
 * run had set aside is back in its place afterwards.
 *
 * @param outFolder absolute path
 * @throws Error ENOENT for a link that leads nowhere, ENOTDIR when it leads to something other than a folder
 */
export function realFolder(outFolder: string): string {
  const target = behindLinks(outFolder);
  const above = dirname(target);
  if (target === outFolder) mkdirSync(above, { recursive: true });
  const folder = join(realpathSync(above), basename(target));
  restoreOutput(folder);
  const entry = lstatSync(folder, { throwIfNoEntry: false });
  if (entry ? !entry.isDirectory() : target !== outFolder)
    throw Object.assign(new Error(folder), { code: entry ? 'ENOTDIR' : 'ENOENT' });
  return folder;
}

/** For a run that does not get as far as writing: puts an output back that a killed run had set aside. It is no matter if that fails. */
export function recoverOutput(outFolder: string): void {
  try {
    const folder = behindLinks(outFolder);
    if (existsSync(dirname(folder))) restoreOutput(folder);
  } catch {
    // The next run that writes says why.
  }
}

function behindLinks(path: string): string {
  let target = path;
  for (let links = 0; lstatSync(target, { throwIfNoEntry: false })?.isSymbolicLink(); links += 1) {
    if (links === MOST_LINKS) throw Object.assign(new Error(path), { code: 'ELOOP' });
    target = resolve(dirname(target), readlinkSync(target));
  }
  return target;
}
