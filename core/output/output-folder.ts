import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';

/** The hint for a folder that cannot be the output folder. */
export const OUTPUT_FOLDER_HINT =
  'choose a folder outside the catalog that is used only for the output, such as cdktf.out';

/**
 * The reason why a folder cannot be the output folder; undefined if it can. The output folder must be neither the working directory nor
 * one of its parents, and neither contain the catalog nor be inside it.
 *
 * @param out the folder as the user wrote it
 * @param cwd the working directory
 * @param catalogFolder the catalog folder
 */
export function outputFolderProblem(out: string, cwd: string, catalogFolder: string): string | undefined {
  if (out === '') return 'the output folder has no name';
  const folder = resolveLinks(resolve(cwd, out));
  const catalog = resolveLinks(resolve(cwd, catalogFolder));
  const message = (reason: string) => `'${out}' cannot be the output folder: ${reason}`;
  if (folder === dirname(folder)) return message('it is the root of the file system');
  if (folder === catalog) return message('it is the catalog folder');
  if (contains(folder, catalog)) return message('it contains the catalog folder');
  if (contains(catalog, folder)) return message('it is inside the catalog folder');
  if (folder === resolveLinks(cwd)) return message('it is the working directory');
  return contains(folder, resolveLinks(cwd)) ? message('it contains the working directory') : undefined;
}

function contains(outer: string, inner: string): boolean {
  const path = relative(outer, inner);
  return path !== '' && path !== '..' && !path.startsWith(`..${sep}`) && resolve(outer, path) === inner;
}

/** Resolves the symbolic links in the existing part of a path. */
function resolveLinks(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  return path === dirname(path) ? path : join(resolveLinks(dirname(path)), basename(path));
}
