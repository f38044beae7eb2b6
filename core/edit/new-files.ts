import { closeSync, mkdirSync, openSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileProblem } from '../model/messages/file-problem';

/** A file to write: its path below the folder it is for, with forward slashes, and its content. */
export interface NewFile {
  readonly path: string;
  readonly text: string | Uint8Array;
}

/** A file that could not be written, and why: `permission denied`. */
export interface WriteFailure {
  readonly path: string;
  readonly problem: string;
}

/**
 * Writes files below a folder, all or none. A file that is there already is never overwritten. After a failure nothing is left: no
 * file, no part of one, and no folder that was made for it.
 *
 * @returns the file that could not be written; undefined when all are
 */
export function writeNewFiles(folder: string, files: readonly NewFile[]): WriteFailure | undefined {
  const made: Created = { files: [], folders: [] };
  for (const { path, text } of files) {
    try {
      writeOne(join(folder, path), text, made);
    } catch (error) {
      remove(made);
      const problem = fileProblem(error);
      if (problem === undefined) throw error;
      return { path, problem };
    }
  }
  return undefined;
}

/** What was made so far, in its order. */
interface Created {
  readonly files: string[];
  readonly folders: string[];
}

function writeOne(file: string, text: string | Uint8Array, made: Created): void {
  const folder = dirname(file);
  const first = mkdirSync(folder, { recursive: true });
  if (first !== undefined) made.folders.push(...foldersFrom(first, folder));
  const handle = openSync(file, 'wx');
  // From here on the file is ours to remove, also where the disk is full before it is whole.
  made.files.push(file);
  try {
    writeFileSync(handle, text);
  } finally {
    closeSync(handle);
  }
}

/** A folder and every folder below it on the way to another one. */
function foldersFrom(first: string, last: string): readonly string[] {
  const names = relative(first, last).split(sep);
  return [first, ...names.map((_, at) => join(first, ...names.slice(0, at + 1)))].filter(unique);
}

function unique(folder: string, at: number, all: readonly string[]): boolean {
  return all.indexOf(folder) === at;
}

function remove({ files, folders }: Created): void {
  for (const file of files) rmSync(file, { force: true });
  for (const folder of [...folders].reverse()) {
    try {
      rmdirSync(folder);
    } catch (error) {
      // Somebody else has put something into it meanwhile, or taken it away.
      if (fileProblem(error) === undefined) throw error;
    }
  }
}
