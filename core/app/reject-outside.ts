import { lstatSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { errorCode } from '../model/messages/thrown';
import type { CatalogFolder } from './catalog-folder';
import { UserError } from './user-error';

/** Rejects a path below a symbolic link out of the catalog: `check` does not follow such a link, so nothing is written there. */
export function rejectOutside(catalog: CatalogFolder, path: string): void {
  const root = realpathSync(catalog.path);
  let folder = dirname(path);
  while (folder !== '.' && !isThere(join(catalog.path, folder))) folder = dirname(folder);
  const real = realpathOf(join(catalog.path, folder));
  if (real === root || real?.startsWith(root + sep)) return;
  throw new UserError(
    `folder '${catalog.displayPath}/${folder}' is a ${real === undefined ? 'broken symbolic link' : 'symbolic link to a folder outside the catalog'}`,
    'replace it with a folder; links out of a catalog are not followed',
  );
}

/** Whether a path exists. A broken link exists; a path below a file does not. */
export function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    if (errorCode(error) === 'ENOTDIR') return false;
    throw error;
  }
}

/** Undefined for a broken link. */
function realpathOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
