import { closeSync, mkdirSync, openSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileProblem } from '../model/messages/file-problem';

/** A file to write. Its path is relative to the target folder, with forward slashes. */
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
 * Writes files below a folder, all or none. Existing files are never overwritten. After a failure, the new files and folders are
 * removed, including a partial file.
 *
 * @returns the file that could not be written; undefined if all were written
 */
export function writeNewFiles(folder: string, files: readonly NewFile[]): WriteFailure | undefined {
  const created = createFiles(folder, files);
  return 'problem' in created ? created : undefined;
}

/** Writes files as {@link writeNewFiles} does, and returns what it created, so that a caller can remove it. */
export function createFiles(folder: string, files: readonly NewFile[]): Created | WriteFailure {
  const created: CreatedSoFar = { files: [], folders: [] };
  for (const { path, text } of files) {
    try {
      writeOne(join(folder, path), text, created);
    } catch (error) {
      removeCreated(created);
      const problem = fileProblem(error);
      if (problem === undefined) throw error;
      return { path, problem };
    }
  }
  return created;
}

/** Files and folders that were created, in order. */
export interface Created {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

interface CreatedSoFar extends Created {
  readonly files: string[];
  readonly folders: string[];
}

function writeOne(file: string, text: string | Uint8Array, created: CreatedSoFar): void {
  const folder = dirname(file);
  const first = mkdirSync(folder, { recursive: true });
  if (first !== undefined) created.folders.push(...foldersFrom(first, folder));
  const handle = openSync(file, 'wx');
  // Register the file before writing it, so that a partial file is removed too.
  created.files.push(file);
  try {
    writeFileSync(handle, text);
  } finally {
    closeSync(handle);
  }
}

/** All folders on the path from one folder down to another, both included. */
function foldersFrom(first: string, last: string): readonly string[] {
  const names = relative(first, last).split(sep);
  return [first, ...names.map((_, at) => join(first, ...names.slice(0, at + 1)))].filter(unique);
}

function unique(folder: string, at: number, all: readonly string[]): boolean {
  return all.indexOf(folder) === at;
}

/** Removes files, and those of the folders that are empty. */
export function removeCreated({ files, folders }: Created): void {
  for (const file of files) rmSync(file, { force: true });
  for (const folder of [...folders].reverse()) {
    try {
      rmdirSync(folder);
    } catch (error) {
      // Another process has added a file to the folder, or removed it.
      if (fileProblem(error) === undefined) throw error;
    }
  }
}
