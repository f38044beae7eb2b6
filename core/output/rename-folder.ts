import { renameSync, statSync } from 'node:fs';
import { errorCode } from '../model/messages/thrown';

/** `missing`: the folder does not exist. `taken`: another folder that is not empty has the new name. */
export type RenameResult = 'renamed' | 'missing' | 'taken';

/** Renames a folder. */
export function renameFolder(from: string, to: string): RenameResult {
  try {
    renameSync(from, to);
    return 'renamed';
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT') return 'missing';
    // Windows returns EPERM if another folder has the name.
    if (code === 'ENOTEMPTY' || code === 'EEXIST' || (code === 'EPERM' && isFolder(from) && isFolder(to)))
      return 'taken';
    throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
