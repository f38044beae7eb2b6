import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { errorCode } from '../model/messages/thrown';
import { CarryOver } from './carry-over';
import { type OutputManifest, readManifest } from './manifest';
import type { RenderedFile } from './rendered-file';
import { restoreOutput } from './restore-output';
import type { Run } from './run';
import { swapOutput } from './swap-output';

/** What the next output consists of, beside everything of the previous one that is neither replaced nor dropped. */
export interface NextOutput<T> {
  readonly files: Iterable<RenderedFile>;
  /** Paths of files of the previous output that go. */
  readonly dropped: readonly string[];
  /** What the caller wants to know of it; asked when all files are written. */
  result(): T;
}

/**
 * Replaces an output folder as a whole. Readers see the previous output or the next one; of several runs the last one wins, and its
 * output consists of its own files and of one previous output, never of parts of two.
 *
 * @param run the private places of this run
 * @param make says what the next output is, given the previous one; called again when another run replaced that in the meantime
 * @throws whatever `make` throws, and errors of the file system; the output folder is then as it was
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
    const isWhole = identityOf(outFolder) === before && !('error' in outcome && isVanished(outcome.error));
    if (isWhole || ('error' in outcome && tries >= MOST_TRIES)) {
      if ('error' in outcome) throw outcome.error;
      swapOutput(outFolder, run);
      return outcome.value;
    }
    rmSync(run.next, { recursive: true, force: true });
  }
}

/** Something is missing for good if it is so many times in a row: other runs and files that Terraform has for a moment are not. */
const MOST_TRIES = 10;

function isVanished(error: unknown): boolean {
  return errorCode(error) === 'ENOENT';
}

/** What came of something that can fail because a folder vanishes while it is read. */
function attempt<T>(work: () => T): { readonly value: T } | { readonly error: unknown } {
  try {
    return { value: work() };
  } catch (error) {
    return { error };
  }
}

/** Changes when another folder takes the place of this one, or when it was away in between. Undefined where there is none. */
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
    for (let above = folder; above !== '.'; above = dirname(above)) folders.add(above);
    paths.add(path);
    writeFileSync(join(next, path), text, { flag: 'wx' });
  }
  if (statSync(outFolder, { throwIfNoEntry: false })) new CarryOver(outFolder, next, paths, folders).run();
  return result();
}
