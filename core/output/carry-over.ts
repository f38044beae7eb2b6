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
 * Copies everything from one output folder to the next that is not replaced or dropped: stacks of other environments, and files that
 * people and Terraform keep next to the stacks' files (`.terraform`, `.terraform.lock.hcl`, saved plans). Files are hard-linked if the
 * file system supports it, and copied otherwise. Folders keep their permissions.
 */
export class CarryOver {
  /**
   * @param from the previous output folder
   * @param to the next output folder, which already contains all rendered files
   * @param dropped paths of files that are not copied, because they are removed or rendered
   * @param folders paths of the folders with rendered files, '' for the output folder itself
   */
  constructor(
    private readonly from: string,
    private readonly to: string,
    private readonly dropped: ReadonlySet<string>,
    private readonly folders: ReadonlySet<string>,
  ) {}

  /**
   * @throws ForeignOutput if the previous output has a link where the next one has a folder
   * @throws Error of the file system: EACCES if a folder with rendered files is write-protected, EISDIR or ENOTDIR if the previous
   *   output has a folder where the next one has a file, or the reverse
   */
  run(): void {
    this.#carryFolder('');
  }

  /** Copies a folder. Returns false if nothing was copied, so that the next output does not have the folder. */
  #carryFolder(path: string): boolean {
    const isRendered = this.folders.has(path);
    // Respect a folder that a user has write-protected.
    if (isRendered) accessSync(join(this.from, path), constants.W_OK);
    else mkdirSync(join(this.to, path));
    const entries = readdirSync(join(this.from, path), { withFileTypes: true });
    const carried = entries.filter((entry) => this.#carry(join(path, entry.name), entry));
    // The folder only contained files of removed stacks.
    if (!isRendered && carried.length === 0 && entries.length > 0) {
      rmdirSync(join(this.to, path));
      return false;
    }
    chmodSync(join(this.to, path), statSync(join(this.from, path)).mode & 0o7777);
    return true;
  }

  /** Copies an entry. Returns false if there was nothing to copy. */
  #carry(path: string, entry: Dirent): boolean {
    if (entry.isDirectory()) {
      if (this.dropped.has(path)) throw fileSystemError('EISDIR');
      return this.#carryFolder(path);
    }
    if (this.folders.has(path)) {
      if (entry.isSymbolicLink())
        throw new ForeignOutput(`its '${path}' is a link, but gatewright needs a folder there`);
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
    // The file system has no hard links, the file has too many, or it belongs to another user.
    if (errorCode(error) === 'ENOENT' || !entry.isFile()) throw error;
    copyFileSync(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    const { atimeMs, mtimeMs } = statSync(from);
    utimesSync(to, atimeMs / 1000, mtimeMs / 1000);
  }
}

/** Creates an error like those of the file system. */
function fileSystemError(code: 'EISDIR' | 'ENOTDIR'): Error {
  return Object.assign(new Error(code), { code });
}
