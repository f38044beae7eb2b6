import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure, fileProblem } from './failure';

/** A file to write: its path below the folder it is for, with forward slashes, and what stands in it. */
export interface NewFile {
  readonly path: string;
  readonly text: string | Uint8Array;
}

/**
 * Writes files below a folder, all or none. A file that is there already is never overwritten.
 *
 * @param shown the folder as messages name it
 * @throws Failure naming the file that could not be written
 */
export function writeFiles(folder: string, shown: string, files: readonly NewFile[]): void {
  const written: string[] = [];
  for (const { path, text } of files) {
    const file = join(folder, path);
    try {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text, { flag: 'wx' });
      written.push(file);
    } catch (error) {
      for (const each of written) rmSync(each, { force: true });
      const problem = fileProblem(error);
      if (problem === undefined) throw error;
      throw new Failure(`cannot write '${shown}/${path}': ${problem}`);
    }
  }
}
