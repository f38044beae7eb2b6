import { type Catalog, entryOf } from '../../model';
import type { FileOf } from '../terraform/comment';

/** Finds the file of a document relative to the catalog folder, so that the output does not depend on where the catalog is. */
export function documentFiles(catalog: Catalog): FileOf {
  const folder = `${catalog.root ?? ''}/`;
  return (document) => {
    const file = entryOf(catalog, document)?.file;
    return file?.startsWith(folder) ? file.slice(folder.length) : undefined;
  };
}
