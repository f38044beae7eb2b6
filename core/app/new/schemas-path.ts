import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { CatalogFolder } from '../catalog-folder';
import { packageRoot } from '../package-root';

/** Path from a document to the folder of schemas, of the installed package or of this clone; undefined elsewhere. */
export function schemasFrom(catalog: CatalogFolder, document: string): string | undefined {
  const folder = dirname(join(catalog.path, document));
  const here = (schemas: string) => relative(folder, schemas).split(sep).join('/');
  for (let above = dirname(catalog.path); ; above = dirname(above)) {
    const installed = join(above, 'node_modules/gatewright/core/model/schemas');
    if (existsSync(installed)) return here(installed);
    if (dirname(above) === above) break;
  }
  const root = packageRoot();
  return catalog.path.startsWith(root + sep) ? here(join(root, 'core/model/schemas')) : undefined;
}
