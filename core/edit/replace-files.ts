import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileProblem } from '../model/messages/file-problem';
import { type NewFile, type WriteFailure, writeNewFiles } from './new-files';

/**
 * Writes files below a folder, new ones and others that exist, all or none: they are written completely under other names first, and
 * then renamed. These names begin with a dot, so that a catalog never contains a file that an interrupted run has left; the next run
 * replaces it.
 *
 * @returns the file that could not be written; undefined if all were written
 */
export function replaceFiles(folder: string, files: readonly NewFile[]): WriteFailure | undefined {
  const before: (Uint8Array | undefined)[] = [];
  for (const { path } of files) {
    try {
      before.push(contentOf(join(folder, path)));
    } catch (error) {
      const problem = fileProblem(error);
      if (problem === undefined) throw error;
      return { path, problem };
    }
  }
  const temporary = files.map(({ path, text }) => ({ path: temporaryPath(path), text }));
  for (const { path } of temporary) removeFile(join(folder, path));
  const failure = writeNewFiles(folder, temporary);
  if (failure)
    return { ...failure, path: files.find(({ path }) => temporaryPath(path) === failure.path)?.path ?? failure.path };
  for (const [index, { path }] of files.entries()) {
    try {
      renameSync(join(folder, temporaryPath(path)), join(folder, path));
    } catch (error) {
      for (const [done, file] of files.slice(0, index).entries()) restore(join(folder, file.path), before[done]);
      for (const file of temporary) rmSync(join(folder, file.path), { force: true });
      const problem = fileProblem(error);
      if (problem === undefined) throw error;
      return { path, problem };
    }
  }
  return undefined;
}

/** The name next to a file under which it is written first. */
function temporaryPath(path: string): string {
  return posix.join(posix.dirname(path), `.${posix.basename(path)}.gatewright-new`);
}

/** Removes a file if it exists. If it cannot be removed, writing it fails and gives the reason. */
function removeFile(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch (error) {
    if (fileProblem(error) === undefined) throw error;
  }
}

/** The content of a file; undefined if it does not exist. */
function contentOf(file: string): Uint8Array | undefined {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file) : undefined;
}

function restore(file: string, content: Uint8Array | undefined): void {
  if (content) writeFileSync(file, content);
  else rmSync(file, { force: true });
}
