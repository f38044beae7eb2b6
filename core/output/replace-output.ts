import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { errorCode } from '../model/messages/thrown';
import { CarryOver } from './carry-over';
import { type OutputManifest, readManifest } from './manifest';
import type { RenderedFile } from './rendered-file';
import { restoreOutput } from './restore-output';
import type { Run } from './run';
import { swapOutput } from './swap-output';

/** The next output. It also contains everything of the previous one that is neither replaced nor dropped. */
export interface NextOutput<T> {
  readonly files: Iterable<RenderedFile>;
  /** Paths of files of the previous output that are removed. */
  readonly dropped: readonly string[];
  /** Returns the result for the caller; called after all files are written. */
  result(): T;
}

/**
 * Replaces an output folder as a whole. Readers see either the previous output or the next one. If several runs compete, the last one
 * wins; its output is based on exactly one previous output.
 *
 * @param run the private folders of this run
 * @param make returns the next output, given the previous one; called again if another run has replaced the output in the meantime
 * @throws the errors of `make` and of the file system; the output folder is then unchanged
 */
export function replaceOutput<T>(
  outFolder: string,
  run: Run,
  make: (previous: OutputManifest | undefined) => NextOutput<T>,
): T {
  for (let tries = 1; ; tries += 1) {
    restoreOutput(outFolder);
    const before = identityOf(outFolder);
    const outcome = attempt(() => compose(outFolder, run.next, make(readManifest(outFolder))));
    restoreOutput(outFolder);
    const isUnchanged = identityOf(outFolder) === before && !('error' in outcome && isVanished(outcome.error));
    if (isUnchanged || ('error' in outcome && tries >= MAX_TRIES)) {
      if ('error' in outcome) throw outcome.error;
      swapOutput(outFolder, run);
      return outcome.value;
    }
    rmSync(run.next, { recursive: true, force: true });
  }
}

/** A file that is missing this many times in a row is really missing, and not just due to other runs or to Terraform's temporary files. */
const MAX_TRIES = 10;

function isVanished(error: unknown): boolean {
  return errorCode(error) === 'ENOENT';
}

/** Runs a function that can fail because a folder disappears while it is read, and returns its value or error. */
function attempt<T>(work: () => T): { readonly value: T } | { readonly error: unknown } {
  try {
    return { value: work() };
  } catch (error) {
    return { error };
  }
}

/** The identity of a folder, which changes if the folder is replaced or renamed. Undefined if the folder does not exist. */
function identityOf(folder: string): string | undefined {
  const stat = statSync(folder, { bigint: true, throwIfNoEntry: false });
  return stat && [stat.dev, stat.ino, stat.birthtimeNs, stat.ctimeNs].join(' ');
}

/** Builds the next output in the run's private folder. */
function compose<T>(outFolder: string, next: string, { files, dropped, result }: NextOutput<T>): T {
  mkdirSync(next);
  const paths = new Set(dropped);
  const folders = new Set(['']);
  for (const { path, text } of files) {
    const folder = dirname(path);
    if (!folders.has(folder)) mkdirSync(join(next, folder), { recursive: true });
    for (let parent = folder; parent !== '.'; parent = dirname(parent)) folders.add(parent);
    paths.add(path);
    writeFileSync(join(next, path), text, { flag: 'wx' });
  }
  if (statSync(outFolder, { throwIfNoEntry: false })) new CarryOver(outFolder, next, paths, folders).run();
  return result();
}
