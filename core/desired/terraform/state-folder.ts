import { basename } from 'node:path';

/** Folder for local state as every stack's folder sees it: beside the output folder, so that deleting the output loses no state. */
export const STATE_FOLDER = '../../../.gatewright/state';

/**
 * The folder for local state of an output folder. Outputs of several programmes may lie side by side: each that does not have
 * the name that is usual has a folder of its own, of its name.
 *
 * @param outFolder path of the output folder
 */
export function stateFolderOf(outFolder: string): string {
  const name = basename(outFolder);
  return name === USUAL_OUTPUT ? STATE_FOLDER : `${STATE_FOLDER}/${name}`;
}

const USUAL_OUTPUT = 'cdktf.out';
