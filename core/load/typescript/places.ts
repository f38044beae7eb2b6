import { relative, sep } from 'node:path';
import type { Position } from '../../model';
import type { CallSite } from '../../model/base/call-site';

/** Turns places in files into positions in the catalog. */
export class ProgramPlaces {
  /**
   * @param folder absolute path of the catalog's folder
   * @param root name of the folder as messages show it
   */
  constructor(
    private readonly folder: string,
    private readonly root: string,
  ) {}

  /** @param length of what is meant there */
  position({ file, line, column }: CallSite, length = 1): Position {
    const path = relative(this.folder, file).split(sep).join('/');
    return { file: `${this.root}/${path}`, line, column, path: '', length };
  }
}
