import { relative, sep } from 'node:path';
import type { Position } from '../../model';
import type { CallSite } from '../../model/base/call-site';

/** Converts positions in files to positions in the catalog. */
export class ProgramPositions {
  /**
   * @param folder absolute path of the catalog's folder
   * @param root name of the folder in messages
   */
  constructor(
    private readonly folder: string,
    private readonly root: string,
  ) {}

  /** @param length of the text at the position */
  position({ file, line, column }: CallSite, length = 1): Position {
    const path = relative(this.folder, file).split(sep).join('/');
    return { file: `${this.root}/${path}`, line, column, path: '', length };
  }
}
