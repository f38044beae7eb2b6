import { partnerDocument } from '../../edit/templates/partner';
import { catalogCommand, catalogFolder, loadFolder } from '../catalog-folder';
import type { Surroundings } from '../surroundings';
import { pathOf } from './folders';
import { parseName, refuseTaken } from './name';
import { pickPartnerOwner } from './pick';
import { schemasFrom } from './schemas-path';
import { type AddedDocument, writeDocument } from './write-document';

export interface NewPartner {
  /** The catalog's folder as it was given. */
  readonly catalog: string;
  readonly name: string;
}

/** Adds a Partner that waits for approval to a catalog. */
export function addPartner(where: Surroundings, { catalog: directory, name: text }: NewPartner): AddedDocument {
  const name = parseName(text);
  const folder = catalogFolder(where, directory);
  const { catalog } = loadFolder(folder);
  refuseTaken(catalog, 'Partner', name);
  const path = pathOf(folder, catalog, 'Partner', { name });
  const owner = pickPartnerOwner(folder, catalog);
  const file = { path, text: partnerDocument({ name, owner, schemas: schemasFrom(folder, path) }) };
  const added = writeDocument(where, folder, [file]);
  return { ...added, notes: [`next: ${catalogCommand(folder, 'new', 'application', 'my-app', '--partner', name)}`] };
}
