import { findings } from '../checks';
import type { LoadResult } from '../load';
import { type Finding, hasErrors, type OnProgress } from '../model';
import { type CatalogFolder, loadFolder } from './catalog-folder';

export interface CheckSettings {
  readonly folder: CatalogFolder;
  /** The day for which the catalog is checked, 'YYYY-MM-DD'. */
  readonly asOf: string;
  /**
   * Called with how much of the work is done.
   * @default progress is not reported
   */
  readonly onProgress?: OnProgress | undefined;
}

/** A catalog and everything that is found in it. */
export interface CheckedCatalog extends Pick<LoadResult, 'catalog' | 'texts' | 'counts'> {
  /** Causes first, then by file and line. */
  readonly findings: readonly Finding[];
  readonly hasErrors: boolean;
}

/** Everything that can be known about a catalog without a gateway, all at once. */
export function checkCatalogFolder({ folder, asOf, onProgress }: CheckSettings): CheckedCatalog {
  return checkLoaded(loadFolder(folder, onProgress), asOf, onProgress);
}

/** Everything that is found in a catalog that is loaded already. */
export function checkLoaded(loaded: LoadResult, asOf: string, onProgress?: OnProgress): CheckedCatalog {
  const { catalog, texts, counts } = loaded;
  const found = findings(loaded, asOf, onProgress);
  return { catalog, texts, counts, findings: found, hasErrors: hasErrors(found) };
}
