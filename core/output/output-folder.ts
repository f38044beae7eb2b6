import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';

/** What is allowed, for whoever named a folder that is not. */
export const OUTPUT_FOLDER_HINT =
  'name a folder that holds nothing but the output and lies outside the catalog, such as cdktf.out';

/**
 * Why a folder cannot be the output folder, in words; undefined if it can. An output folder lies below or beside the folder
 * that paths start from, and apart from the catalog.
 *
 * @param out as it was given
 * @param cwd the folder that paths start from
 * @param catalogFolder the folder that the catalog is read from
 */
export function outputFolderProblem(out: string, cwd: string, catalogFolder: string): string | undefined {
  if (out === '') return 'the output folder has no name';
  const folder = real(resolve(cwd, out));
  const catalog = real(resolve(cwd, catalogFolder));
  const why = (reason: string) => `'${out}' cannot be the output folder: ${reason}`;
  if (folder === dirname(folder)) return why('it is the root of the file system');
  if (folder === catalog) return why('it is the folder of the catalog');
  if (holds(folder, catalog)) return why('it holds the folder of the catalog');
  if (holds(catalog, folder)) return why('it lies in the folder of the catalog');
  if (folder === real(cwd)) return why('it is the folder that you are in');
  return holds(folder, real(cwd)) ? why('it holds the folder that you are in') : undefined;
}

function holds(outer: string, inner: string): boolean {
  const path = relative(outer, inner);
  return path !== '' && path !== '..' && !path.startsWith(`..${sep}`) && resolve(outer, path) === inner;
}

/** The path without links, as far as it exists. */
function real(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  return path === dirname(path) ? path : join(real(dirname(path)), basename(path));
}
