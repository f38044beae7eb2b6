import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure, fileProblem } from './failure';
import type { TemplateFile } from './templates/file';

/**
 * Writes files below a folder, all or none. A file that is there already is never overwritten.
 *
 * @throws Failure naming the file that could not be written
 */
export function writeFiles(folder: string, files: readonly TemplateFile[]): void {
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
      throw new Failure(`cannot write '${path}': ${problem}`);
    }
  }
}
