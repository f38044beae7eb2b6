import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Moves finished files into an output folder, all or none: what a file takes the place of is kept aside until the last one
 * is in place, and goes back when one cannot be moved. Other files in the folder are not touched; Terraform keeps its own
 * beside each stack's.
 */
export class Swap {
  readonly #undo: (() => void)[] = [];
  #aside = 0;

  /**
   * @param folder the output folder
   * @param staging a folder on the same file system with the new files, which has room for the old ones
   */
  constructor(
    private readonly folder: string,
    private readonly staging: string,
  ) {}

  /**
   * Puts `files` of the staging folder in place and takes `removed` away.
   *
   * @param files paths from either folder
   * @param removed paths of files and folders in the output folder
   * @throws Error of the file system; the output folder is then as it was
   */
  run(files: readonly string[], removed: readonly string[]): void {
    try {
      for (const file of files) this.#place(file);
      for (const path of removed) this.#setAside(path);
    } catch (error) {
      for (const undo of this.#undo.reverse()) undo();
      throw error;
    }
  }

  #place(file: string): void {
    const to = join(this.folder, file);
    const made = mkdirSync(dirname(to), { recursive: true });
    if (made !== undefined) this.#undo.push(() => rmSync(made, { recursive: true }));
    this.#setAside(file);
    const from = join(this.staging, file);
    renameSync(from, to);
    this.#undo.push(() => renameSync(to, from));
  }

  #setAside(path: string): void {
    const from = join(this.folder, path);
    if (!existsSync(from)) return;
    const to = join(this.staging, `aside-${this.#aside++}`);
    renameSync(from, to);
    this.#undo.push(() => renameSync(to, from));
  }
}
