import type { Detection } from '../../model';
import { filePosition } from '../documents/positions';

/** The file in a catalog's folder whose exports are documents. */
export const CATALOG_FILE = 'gatewright.catalog.ts';

/** Files with the name of the catalog file but another ending, or in a subfolder. They are not run. */
export function misplacedPrograms(paths: Iterable<string>, fileOf: (path: string) => string): readonly Detection[] {
  return [...paths]
    .filter((path) => path !== CATALOG_FILE && /(^|\/)gatewright\.catalog\.[cm]?[jt]sx?$/i.test(path))
    .map((path) => ({
      code: 'misplaced-typescript',
      message: `file '${path}' is not run; only '${CATALOG_FILE}' in the catalog's folder defines documents`,
      hint: path.includes('/')
        ? `rename it, and export its documents from '${CATALOG_FILE}': export * from './…'`
        : `rename it to '${CATALOG_FILE}'`,
      at: filePosition(fileOf(path)),
    }));
}
