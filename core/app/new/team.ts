import { teamDocument } from '../../edit/templates/team';
import { loadFolder, resolveCatalogFolder } from '../catalog-folder';
import type { CommandContext } from '../command-context';
import { documentPath } from './document-path';
import { mailDomain } from './mail-domain';
import { parseName, rejectTaken } from './name';
import { schemasFrom } from './schemas-path';
import { type AddedDocument, writeDocument } from './write-document';

export interface NewTeam {
  /** The catalog folder as the user named it. */
  readonly catalog: string;
  readonly name: string;
  /** @default its name at the mail domain of the other teams */
  readonly email?: string | undefined;
}

/** Adds a Team to a catalog. */
export function addTeam(
  context: CommandContext,
  { catalog: directory, name: text, email: givenEmail }: NewTeam,
): AddedDocument {
  const name = parseName(text);
  const folder = resolveCatalogFolder(context, directory);
  const { catalog } = loadFolder(folder);
  rejectTaken(catalog, 'Team', name);
  const path = documentPath(folder, catalog, 'Team', { name });
  const email = givenEmail ?? `${name}@${mailDomain(catalog)}`;
  return writeDocument(context, folder, [
    { path, text: teamDocument({ name, email, schemas: schemasFrom(folder, path) }) },
  ]);
}
