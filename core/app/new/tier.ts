import { tierDocument } from '../../edit/templates/tier';
import { programmeOf } from '../../model';
import { loadFolder, resolveCatalogFolder } from '../catalog-folder';
import type { CommandContext } from '../command-context';
import { documentPath } from './document-path';
import { parseName, rejectTaken } from './name';
import { schemasFrom } from './schemas-path';
import { type AddedDocument, writeDocument } from './write-document';

export interface NewTier {
  /** The catalog folder as the user named it. */
  readonly catalog: string;
  readonly name: string;
}

/** Adds a Tier to a catalog, as a draft. */
export function addTier(context: CommandContext, { catalog: directory, name: text }: NewTier): AddedDocument {
  const name = parseName(text);
  const folder = resolveCatalogFolder(context, directory);
  const { catalog } = loadFolder(folder);
  rejectTaken(catalog, 'Tier', name);
  const path = documentPath(folder, catalog, 'Tier', { name });
  const currency = programmeOf(catalog)?.value.currency ?? 'EUR';
  return writeDocument(context, folder, [
    { path, text: tierDocument({ name, currency, schemas: schemasFrom(folder, path) }) },
  ]);
}
