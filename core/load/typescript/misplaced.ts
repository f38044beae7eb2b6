import type { Detection } from '../../model';
import { filePosition } from '../documents/places';

/** The file in a catalog's folder whose exports are documents. */
export const CATALOG_FILE = 'gatewright.catalog.ts';

/** Files that look as if their exports were documents, and of which nothing is read: they have another ending, or lie in a subfolder. */
export function misplacedPrograms(paths: Iterable<string>, fileOf: (path: string) => string): readonly Detection[] {
  return [...paths]
    .filter((path) => path !== CATALOG_FILE && /(^|\/)gatewright\.catalog\.[cm]?[jt]sx?$/i.test(path))
    .map((path) => ({
      code: 'misplaced-typescript',
      message: `file '${path}' is not run; documents from TypeScript come from '${CATALOG_FILE}' in the catalog's folder alone`,
      hint: path.includes('/')
        ? `give it another name, and take its documents over there: export * from './…'`
        : `rename it to '${CATALOG_FILE}'`,
      at: filePosition(fileOf(path)),
    }));
}
