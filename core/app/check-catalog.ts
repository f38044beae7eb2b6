import { findings } from '../checks';
import type { LoadResult } from '../load';
import { type Finding, hasErrors, type OnProgress } from '../model';
import { type CatalogFolder, loadFolder } from './catalog-folder';

export interface CheckRequest {
  readonly folder: CatalogFolder;
  /** The as-of date, 'YYYY-MM-DD'. */
  readonly asOf: string;
  /**
   * Called with the progress of the work.
   * @default progress is not reported
   */
  readonly onProgress?: OnProgress | undefined;
}

/** A catalog with its findings. */
export interface CheckedCatalog extends Pick<LoadResult, 'catalog' | 'texts' | 'counts'> {
  /** Sorted: causes first, then by file and line. */
  readonly findings: readonly Finding[];
  readonly hasErrors: boolean;
}

/** Loads a catalog and runs every check that needs no gateway. */
export function checkCatalogFolder({ folder, asOf, onProgress }: CheckRequest): CheckedCatalog {
  return checkLoaded(loadFolder(folder, onProgress), asOf, onProgress);
}

/** Runs every check on a catalog that is already loaded. */
export function checkLoaded(loaded: LoadResult, asOf: string, onProgress?: OnProgress): CheckedCatalog {
  const { catalog, texts, counts } = loaded;
  const found = findings(loaded, asOf, onProgress);
  return { catalog, texts, counts, findings: found, hasErrors: hasErrors(found) };
}
