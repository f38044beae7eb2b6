import { chmodSync, lstatSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileProblem } from '../model/messages/file-problem';
import { createFiles, type NewFile, removeCreated, type WriteFailure } from './new-files';

/**
 * Writes files below a folder, new ones and others that exist, all or none: they are written completely under other names first, and
 * then renamed. These names begin with a dot, so that a catalog never contains a file that an interrupted run has left; the next run
 * replaces it. A file that exists keeps its permissions; of a symbolic link, the target is replaced.
 *
 * @returns the file that could not be written; undefined if all were written
 */
export function replaceFiles(folder: string, files: readonly NewFile[]): WriteFailure | undefined {
  const replacements: Replacement[] = [];
  for (const file of files) {
    const failure = attempt(file.path, () => replacements.push(replacementOf(folder, file)));
    if (failure) return failure;
  }
  for (const { temporary } of replacements) removeFile(temporary);
  const created = createFiles(
    folder,
    replacements.map(({ text, temporary }) => ({ path: relative(folder, temporary), text })),
  );
  if ('problem' in created) {
    const failed = replacements.find(({ temporary }) => temporary === join(folder, created.path));
    return { ...created, path: failed?.path ?? created.path };
  }
  const done: Replacement[] = [];
  for (const replacement of replacements) {
    const failure = attempt(replacement.path, () => {
      replace(replacement);
      done.push(replacement);
    });
    if (!failure) continue;
    for (const one of done) restore(one);
    removeCreated(created);
    return failure;
  }
  return undefined;
}

function attempt(path: string, action: () => void): WriteFailure | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    const problem = fileProblem(error);
    if (problem === undefined) throw error;
    return { path, problem };
  }
}

interface Replacement extends NewFile {
  /** The absolute path of the file, without a link. */
  readonly target: string;
  /** Where its new content is written first. */
  readonly temporary: string;
  /** The file as it is; undefined if it does not exist. */
  readonly before: { readonly content: Uint8Array; readonly mode: number } | undefined;
}

function replacementOf(folder: string, file: NewFile): Replacement {
  const path = join(folder, file.path);
  const target = lstatSync(path, NO_THROW)?.isSymbolicLink() ? realpathSync(path) : path;
  const stats = statSync(target, NO_THROW);
  const before = stats?.isFile() ? { content: readFileSync(target), mode: stats.mode } : undefined;
  return { ...file, target, temporary: join(dirname(target), `.${basename(target)}.gatewright-new`), before };
}

const NO_THROW = { throwIfNoEntry: false } as const;

/** Removes a file if it exists. If it cannot be removed, writing it fails and gives the reason. */
function removeFile(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch (error) {
    if (fileProblem(error) === undefined) throw error;
  }
}

function replace({ target, temporary, before }: Replacement): void {
  if (before) chmodSync(temporary, before.mode);
  renameSync(temporary, target);
}

function restore({ target, before }: Replacement): void {
  if (before) writeFileSync(target, before.content);
  else rmSync(target, { force: true });
}
