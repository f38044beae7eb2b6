import { basename, dirname, join } from 'node:path';

/** What the names of all staging folders of an output folder begin with; they lie beside it, on the same file system. */
export function prefixOf(outFolder: string): string {
  return join(dirname(outFolder), `.${basename(outFolder)}-`);
}

/** The name that the staging folder has of the one process that may write the output. */
export function lockOf(outFolder: string): string {
  return `${prefixOf(outFolder)}lock`;
}

/** Whether a path is that of a staging folder whose turn has not come yet, or is over. */
export function isStagingName(prefix: string, path: string): boolean {
  return path.startsWith(prefix) && /^[A-Za-z0-9]{6}$/.test(path.slice(prefix.length));
}
