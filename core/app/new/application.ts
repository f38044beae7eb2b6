import { applicationDocument, type SubscriptionTemplate } from '../../edit/templates/application';
import type { TemplateFile } from '../../edit/templates/file';
import { applicationId, type Catalog, didYouMean, type Entry, type Environment, type Partner } from '../../model';
import { type CatalogFolder, catalogCommand, loadFolder, resolveCatalogFolder } from '../catalog-folder';
import type { CommandContext } from '../command-context';
import { UsageError } from '../user-error';
import { readCertificate } from './certificate-file';
import { applicationPath } from './document-path';
import { readKey } from './key-file';
import { parseName, refuseTaken } from './name';
import { pickEnvironments } from './pick';
import { schemasFrom } from './schemas-path';
import { firstSubscription, subscriptionTo } from './subscription';
import { type AddedDocument, passes, writeDocument } from './write-document';

export interface NewApplication {
  /** The catalog's folder as it was given. */
  readonly catalog: string;
  readonly name: string;
  readonly partner: string;
  /** Environments for which it has credentials; none for the sandboxes. */
  readonly environments: readonly string[];
  /** File of its client certificate, from the working directory. */
  readonly certificate?: string | undefined;
  /** File of its public key, from the working directory. */
  readonly key?: string | undefined;
  /** @default the first API that asks for nothing else */
  readonly api?: string | undefined;
  /** Only with an API. */
  readonly tier?: string | undefined;
  readonly purpose?: string | undefined;
  readonly legalBasis?: string | undefined;
}

/** Adds an Application of a partner to a catalog, with credentials and a first subscription. */
export function addApplication(context: CommandContext, wanted: NewApplication): AddedDocument {
  const name = parseName(wanted.name);
  if (wanted.tier !== undefined && wanted.api === undefined)
    throw new UsageError('--tier is the tier of a subscription', 'name its API with --api as well');
  const folder = resolveCatalogFolder(context, wanted.catalog);
  const { catalog } = loadFolder(folder);
  const partner = partnerOf(folder, catalog, wanted.partner);
  refuseTaken(catalog, 'Application', applicationId(partner.name, name));
  const environments = environmentsOf(folder, catalog, wanted.environments);
  const path = applicationPath(folder, catalog, { name, partner: partner.name });
  const certificate = wanted.certificate === undefined ? undefined : readCertificate(context, wanted.certificate);
  const key = wanted.key === undefined ? undefined : readKey(context, wanted.key);
  const clientIds = Object.fromEntries(environments.map((one) => [one.name, `${partner.name}-${name}-${one.name}`]));
  const schemas = schemasFrom(folder, path);
  const document = (subscription: SubscriptionTemplate | undefined): TemplateFile => ({
    path,
    text: applicationDocument({ name, partner: partner.name, clientIds, certificate, key, subscription, schemas }),
  });
  const terms = { ...wanted, hasKey: key !== undefined, hasCertificate: certificate !== undefined };
  if (wanted.api !== undefined)
    return writeDocument(context, folder, [document(subscriptionTo(catalog, wanted.api, terms))], CREDENTIAL_OPTIONS);
  const subscription = firstSubscription(catalog, partner, environments, terms);
  const filled = document(subscription);
  // A rule of the catalog may forbid the first thing that comes to mind; then the choice is left to the reader.
  const isUseful = subscription !== undefined && passes(context, folder, [filled]);
  const added = writeDocument(context, folder, [isUseful ? filled : document(undefined)]);
  return isUseful || catalog.apis.size === 0 ? added : { ...added, notes: [NO_SUBSCRIPTION] };
}

const NO_SUBSCRIPTION =
  'it subscribes to no API yet: name one with --api, and --purpose and --legal-basis where the API requires them';

/** How a new application gets what an API asks for, by the code of the error that says so. */
const CREDENTIAL_OPTIONS: ReadonlyMap<string, string> = new Map([
  ['credential-certificates', 'give its client certificate with --certificate FILE'],
  ['credential-keys', 'give its public key with --key FILE'],
]);

function partnerOf(folder: CatalogFolder, { partners }: Catalog, name: string): Entry<Partner> {
  const partner = partners.get(name);
  if (partner) return partner;
  throw new UsageError(
    `there is no partner '${name}'`,
    partners.size === 0
      ? `write one first: ${catalogCommand(folder, 'new', 'partner', name)}`
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
      `there is no environment '${name}'`,
      didYouMean(name, catalog.environments.keys(), 'environments'),
    );
  });
}
