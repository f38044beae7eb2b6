import { tierDocument } from '../../edit/templates/tier';
import { catalogFolder, loadFolder } from '../catalog-folder';
import type { Surroundings } from '../surroundings';
import { pathOf } from './folders';
import { parseName, refuseTaken } from './name';
import { schemasFrom } from './schemas-path';
import { type AddedDocument, writeDocument } from './write-document';

export interface NewTier {
  /** The catalog's folder as it was given. */
  readonly catalog: string;
  readonly name: string;
}

/** Adds a Tier to a catalog, as a draft. */
export function addTier(where: Surroundings, { catalog: directory, name: text }: NewTier): AddedDocument {
  const name = parseName(text);
  const folder = catalogFolder(where, directory);
  const { catalog } = loadFolder(folder);
  refuseTaken(catalog, 'Tier', name);
  const path = pathOf(folder, catalog, 'Tier', { name });
  return writeDocument(where, folder, [{ path, text: tierDocument(name, schemasFrom(folder, path)) }]);
}
