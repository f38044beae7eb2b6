import {
  accessSync,
  chmodSync,
  constants,
  copyFileSync,
  type Dirent,
  linkSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  rmdirSync,
  statSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../model/messages/thrown';
import { ForeignOutput } from './synthesis-failure';

/**
 * Takes everything from one output folder into the next that is not replaced or dropped: stacks of other environments, and what people
 * and Terraform keep beside the stacks' files (`.terraform`, `.terraform.lock.hcl`, saved plans). Files are linked, where the file
 * system can do that, and copied elsewhere; both folders have them afterwards. Folders keep their permissions.
 */
export class CarryOver {
  /**
   * @param from the previous output folder
   * @param to the next one, in which all rendered files are already
   * @param dropped paths of files that the next output does not have or has its own of
   * @param folders paths of folders that the next output has, '' for itself
   */
  constructor(
    private readonly from: string,
    private readonly to: string,
    private readonly dropped: ReadonlySet<string>,
    private readonly folders: ReadonlySet<string>,
  ) {}

  /**
   * @throws ForeignOutput when a link is where the next output has a folder
   * @throws Error of the file system: EACCES where a folder is write-protected in which the next output has files of its own, EISDIR or
   * ENOTDIR when a folder is where the next output has a file, or the reverse
   */
  run(): void {
    this.#carryFolder('');
  }

  /** Carries over what is in a folder. False where nothing is, so that the next output does not have it. */
  #carryFolder(path: string): boolean {
    const isRendered = this.folders.has(path);
    // Somebody may have write-protected what is there.
    if (isRendered) accessSync(join(this.from, path), constants.W_OK);
    else mkdirSync(join(this.to, path));
    const entries = readdirSync(join(this.from, path), { withFileTypes: true });
    const carried = entries.filter((entry) => this.#carry(join(path, entry.name), entry));
    // A folder that only had files of stacks that are gone.
    if (!isRendered && carried.length === 0 && entries.length > 0) {
      rmdirSync(join(this.to, path));
      return false;
    }
    chmodSync(join(this.to, path), statSync(join(this.from, path)).mode & 0o7777);
    return true;
  }

  /** Whether something was carried over. */
  #carry(path: string, entry: Dirent): boolean {
    if (entry.isDirectory()) {
      if (this.dropped.has(path)) throw fileSystemError('EISDIR');
      return this.#carryFolder(path);
    }
    if (this.folders.has(path)) {
      if (entry.isSymbolicLink())
        throw new ForeignOutput(`its '${path}' is a link, and gatewright makes a folder there`);
      throw fileSystemError('ENOTDIR');
    }
    if (this.dropped.has(path)) return false;
    linkOrCopy(join(this.from, path), join(this.to, path), entry);
    return true;
  }
}

function linkOrCopy(from: string, to: string, entry: Dirent): void {
  try {
    if (entry.isSymbolicLink()) symlinkSync(readlinkSync(from), to);
    else linkSync(from, to);
  } catch (error) {
    // File systems without hard links, files with too many of them, and files of other users.
    if (errorCode(error) === 'ENOENT' || !entry.isFile()) throw error;
    copyFileSync(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    const { atimeMs, mtimeMs } = statSync(from);
    utimesSync(to, atimeMs / 1000, mtimeMs / 1000);
  }
}

/** An error as the file system gives it. */
function fileSystemError(code: 'EISDIR' | 'ENOTDIR'): Error {
  return Object.assign(new Error(code), { code });
}
