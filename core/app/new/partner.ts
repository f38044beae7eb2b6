import { partnerDocument } from '../../edit/templates/partner';
import { type Catalog, didYouMean } from '../../model';
import { type CatalogFolder, catalogCommand, loadFolder, resolveCatalogFolder } from '../catalog-folder';
import type { CommandContext } from '../command-context';
import { UsageError, UserError } from '../user-error';
import { documentPath } from './document-path';
import { parseName, rejectTaken } from './name';
import { latestVersion, type PickedContract, pickContract, pickPartnerOwner } from './pick';
import { schemasFrom } from './schemas-path';
import { type AddedDocument, writeDocument } from './write-document';

export interface NewPartner {
  /** The catalog folder as the user named it. */
  readonly catalog: string;
  readonly name: string;
  /**
   * The contract template.
   * @default the one that most partners have
   */
  readonly contract?: string | undefined;
}

/** Adds a Partner with pending approval to a catalog. */
export function addPartner(context: CommandContext, request: NewPartner): AddedDocument {
  const name = parseName(request.name);
  const folder = resolveCatalogFolder(context, request.catalog);
  const { catalog } = loadFolder(folder);
  rejectTaken(catalog, 'Partner', name);
  const path = documentPath(folder, catalog, 'Partner', { name });
  const owner = pickPartnerOwner(folder, catalog);
  const contract = contractOf(folder, catalog, request.contract, context.today);
  const file = { path, text: partnerDocument({ name, owner, contract, schemas: schemasFrom(folder, path) }) };
  const added = writeDocument(context, folder, [file]);
  return { ...added, notes: [`next: ${catalogCommand(folder, 'new', 'application', 'my-app', '--partner', name)}`] };
}

function contractOf(
  folder: CatalogFolder,
  catalog: Catalog,
  template: string | undefined,
  asOf: string,
): PickedContract {
  if (template === undefined) return pickContract(folder, catalog, asOf);
  const entry = catalog.contractTemplates.get(template);
  if (!entry)
    throw new UsageError(
      `contract template '${template}' does not exist`,
      catalog.contractTemplates.size === 0
        ? `create it first: ${catalogCommand(folder, 'new', 'contract-template', parseName(template))}`
        : didYouMean(template, catalog.contractTemplates.keys(), 'contract templates'),
    );
  const version = latestVersion(entry.value, asOf);
  if (version !== undefined) return { template, version };
  throw new UserError(
    `contract template '${template}' has no version that partners can accept on ${asOf}`,
    'add a version with an earlier `effective` day to it, or pass another template with --contract',
  );
}
