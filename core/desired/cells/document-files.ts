import { type Catalog, entryOf } from '../../model';
import type { FileOf } from '../terraform/comment';

/** Finds the files of a catalog's documents, so that the same catalog in another folder gives the same text. */
export function documentFiles(catalog: Catalog): FileOf {
  const folder = `${catalog.root ?? ''}/`;
  return (document) => {
    const file = entryOf(catalog, document)?.file;
    return file?.startsWith(folder) ? file.slice(folder.length) : undefined;
  };
}
