import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileProblem } from '../model/messages/file-problem';
import { type NewFile, type WriteFailure, writeNewFiles } from './new-files';

const TEMPORARY = '.gatewright-new';

/**
 * Writes files below a folder, new ones and others that exist, all or none: they are written completely under other names first, and
 * then renamed.
 *
 * @returns the file that could not be written; undefined if all were written
 */
export function replaceFiles(folder: string, files: readonly NewFile[]): WriteFailure | undefined {
  const before = files.map(({ path }) => contentOf(join(folder, path)));
  const temporary = files.map(({ path, text }) => ({ path: `${path}${TEMPORARY}`, text }));
  const failure = writeNewFiles(folder, temporary);
  if (failure) return { ...failure, path: failure.path.slice(0, -TEMPORARY.length) };
  for (const [index, { path }] of files.entries()) {
    try {
      renameSync(join(folder, `${path}${TEMPORARY}`), join(folder, path));
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

/** The content of a file; undefined if it does not exist. */
function contentOf(file: string): Uint8Array | undefined {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file) : undefined;
}

function restore(file: string, content: Uint8Array | undefined): void {
  if (content) writeFileSync(file, content);
  else rmSync(file, { force: true });
}
