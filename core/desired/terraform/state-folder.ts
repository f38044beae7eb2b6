import { basename } from 'node:path';

/** Folder of local state relative to a stack's folder. It is outside the output folder, so that deleting the output keeps the state. */
export const STATE_FOLDER = '../../../.gatewright/state';

/**
 * The folder of local state for an output folder. Several outputs may share a parent folder: each output folder with a name other than
 * the default has its own state folder of that name.
 *
 * @param outFolder path of the output folder
 */
export function stateFolderOf(outFolder: string): string {
  const name = basename(outFolder);
  return name === DEFAULT_OUTPUT ? STATE_FOLDER : `${STATE_FOLDER}/${name}`;
}

const DEFAULT_OUTPUT = 'cdktf.out';
