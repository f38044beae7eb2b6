import { applicationDocument, type SubscriptionTemplate } from '../../edit/templates/application';
import type { TemplateFile } from '../../edit/templates/file';
import { applicationId, type Catalog, didYouMean, type Entry, type Environment, type Partner } from '../../model';
import { type CatalogFolder, catalogCommand, loadFolder, resolveCatalogFolder } from '../catalog-folder';
import type { CommandContext } from '../command-context';
import { UsageError } from '../user-error';
import { readCertificate } from './certificate-file';
import { applicationPath } from './document-path';
import { readKey } from './key-file';
import { parseName, rejectTaken } from './name';
import { pickEnvironments } from './pick';
import { schemasFrom } from './schemas-path';
import { firstSubscription, subscriptionTo } from './subscription';
import { type AddedDocument, passesCheck, writeDocument } from './write-document';

export interface NewApplication {
  /** The catalog folder as the user named it. */
  readonly catalog: string;
  readonly name: string;
  readonly partner: string;
  /** Environments in which the application has credentials; empty for the sandboxes. */
  readonly environments: readonly string[];
  /** File with its client certificate, relative to the working directory. */
  readonly certificate?: string | undefined;
  /** File with its public key, relative to the working directory. */
  readonly key?: string | undefined;
  /** @default the first API that requires no other option */
  readonly api?: string | undefined;
  /** Only with an API. */
  readonly tier?: string | undefined;
  readonly purpose?: string | undefined;
  readonly legalBasis?: string | undefined;
}

/** Adds an Application of a partner to a catalog, with credentials and a first subscription. */
export function addApplication(context: CommandContext, request: NewApplication): AddedDocument {
  const name = parseName(request.name);
  if (request.tier !== undefined && request.api === undefined)
    throw new UsageError('--tier requires --api', 'add --api with the API to subscribe to');
  const folder = resolveCatalogFolder(context, request.catalog);
  const { catalog } = loadFolder(folder);
  const partner = partnerOf(folder, catalog, request.partner);
  rejectTaken(catalog, 'Application', applicationId(partner.name, name));
  const environments = environmentsOf(folder, catalog, request.environments);
  const path = applicationPath(folder, catalog, { name, partner: partner.name });
  const certificate = request.certificate === undefined ? undefined : readCertificate(context, request.certificate);
  const key = request.key === undefined ? undefined : readKey(context, request.key);
  const clientIds = Object.fromEntries(environments.map((one) => [one.name, `${partner.name}-${name}-${one.name}`]));
  const schemas = schemasFrom(folder, path);
  const document = (subscription: SubscriptionTemplate | undefined): TemplateFile => ({
    path,
    text: applicationDocument({ name, partner: partner.name, clientIds, certificate, key, subscription, schemas }),
  });
  const terms = { ...request, hasKey: key !== undefined, hasCertificate: certificate !== undefined };
  if (request.api !== undefined)
    return writeDocument(context, folder, [document(subscriptionTo(catalog, request.api, terms))], CREDENTIAL_OPTIONS);
  const subscription = firstSubscription(catalog, partner, environments, terms);
  const filled = document(subscription);
  // A check may reject the suggested subscription; then the user has to choose one.
  const isUseful = subscription !== undefined && passesCheck(context, folder, [filled]);
  const added = writeDocument(context, folder, [isUseful ? filled : document(undefined)]);
  return isUseful || catalog.apis.size === 0 ? added : { ...added, notes: [NO_SUBSCRIPTION] };
}

const NO_SUBSCRIPTION =
  'it has no subscription yet: add one to the document, or delete it and run again with --api, and with --purpose and --legal-basis if the API requires them';

/** The option that adds a credential which an API requires, by the code of the error that reports it missing. */
const CREDENTIAL_OPTIONS: ReadonlyMap<string, string> = new Map([
  ['missing-certificate', 'pass its client certificate with --certificate FILE'],
  ['missing-key', 'pass its public key with --key FILE'],
]);

function partnerOf(folder: CatalogFolder, { partners }: Catalog, name: string): Entry<Partner> {
  const partner = partners.get(name);
  if (partner) return partner;
  throw new UsageError(
    `partner '${name}' does not exist`,
    partners.size === 0
      ? `create it first: ${catalogCommand(folder, 'new', 'partner', name)}`
      : didYouMean(name, partners.keys(), 'partners'),
  );
}

function environmentsOf(
  folder: CatalogFolder,
  catalog: Catalog,
  names: readonly string[],
): readonly Entry<Environment>[] {
  if (names.length === 0) return pickEnvironments(folder, catalog);
  return [...new Set(names)].map((name) => {
    const environment = catalog.environments.get(name);
    if (environment) return environment;
    throw new UsageError(
      `environment '${name}' does not exist`,
      didYouMean(name, catalog.environments.keys(), 'environments'),
    );
  });
}
