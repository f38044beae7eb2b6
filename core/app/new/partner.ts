import { partnerDocument } from '../../edit/templates/partner';
import { catalogCommand, loadFolder, resolveCatalogFolder } from '../catalog-folder';
import type { CommandContext } from '../command-context';
import { documentPath } from './document-path';
import { parseName, rejectTaken } from './name';
import { pickPartnerOwner } from './pick';
import { schemasFrom } from './schemas-path';
import { type AddedDocument, writeDocument } from './write-document';

export interface NewPartner {
  /** The catalog folder as the user named it. */
  readonly catalog: string;
  readonly name: string;
}

/** Adds a Partner with pending approval to a catalog. */
export function addPartner(context: CommandContext, { catalog: directory, name: text }: NewPartner): AddedDocument {
  const name = parseName(text);
  const folder = resolveCatalogFolder(context, directory);
  const { catalog } = loadFolder(folder);
  rejectTaken(catalog, 'Partner', name);
  const path = documentPath(folder, catalog, 'Partner', { name });
  const owner = pickPartnerOwner(folder, catalog);
  const file = { path, text: partnerDocument({ name, owner, schemas: schemasFrom(folder, path) }) };
  const added = writeDocument(context, folder, [file]);
  return { ...added, notes: [`next: ${catalogCommand(folder, 'new', 'application', 'my-app', '--partner', name)}`] };
}
