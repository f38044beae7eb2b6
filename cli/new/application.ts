import { Command, Option } from 'commander';
import { type Catalog, didYouMean, type Entry, type Environment, type Partner } from '../../core/model';
import { type CatalogFolder, catalogCommand, catalogFolder, loadFolder } from '../catalog-folder';
import { type ExitStatus, UsageFailure } from '../failure';
import type { Io } from '../io';
import { catalogOption } from '../options';
import { applicationDocument, type SubscriptionTemplate } from '../templates/application';
import type { TemplateFile } from '../templates/file';
import { readCertificate } from './certificate-file';
import { applicationPath } from './folders';
import { readKey } from './key-file';
import { parseName, refuseTaken } from './name';
import { pickEnvironments } from './pick';
import { schemasFrom } from './schemas-path';
import { firstSubscription, subscriptionTo } from './subscription';
import { parseLegalBasis, parsePurpose } from './terms';
import { passes, writeDocument } from './write-document';

interface Options {
  readonly catalog: string;
  readonly partner: string;
  readonly environment: readonly string[];
  readonly certificate?: string;
  readonly key?: string;
  readonly api?: string;
  readonly tier?: string;
  readonly purpose?: string;
  readonly legalBasis?: string;
}

/** `gatewright new application NAME --partner NAME`. */
export function newApplicationCommand(io: Io, done: (status: ExitStatus) => void): Command {
  return new Command('application')
    .description('Write an Application of a partner, with credentials and a first subscription.')
    .argument('<NAME>', 'its name, such as checkout')
    .requiredOption('--partner <NAME>', 'the partner whose application it is')
    .addOption(
      new Option('--environment <NAME>', 'an environment for which it has credentials; may be given several times')
        .argParser((name: string, names: readonly string[]) => [...names, name])
        .default([], 'the sandboxes'),
    )
    .option('--certificate <FILE>', 'its client certificate, in PEM or DER form')
    .option('--key <FILE>', 'its public key, as PEM, DER or JWK, or a certificate (request) that has it')
    .option('--api <NAME>', 'the API that it subscribes to (default: the first that asks for nothing else)')
    .option('--tier <NAME>', "the tier, with --api (default: the last of the API's)")
    .option('--purpose <PURPOSE>', 'what it calls for, such as dpv:DeliveryOfGoods', parsePurpose)
    .option('--legal-basis <BASIS>', 'on which legal basis, such as dpv:Contract', parseLegalBasis)
    .addOption(catalogOption(io))
    .action((text: string, options: Options) => {
      const name = parseName(text);
      if (options.tier !== undefined && options.api === undefined)
        throw new UsageFailure('--tier is the tier of a subscription', 'name its API with --api as well');
      const folder = catalogFolder(io, options.catalog);
      const { catalog } = loadFolder(folder);
      const partner = partnerOf(folder, catalog, options.partner);
      refuseTaken(catalog, 'Application', `${partner.name}_${name}`);
      const environments = environmentsOf(folder, catalog, options.environment);
      const path = applicationPath(folder, catalog, { name, partner: partner.name });
      const certificate = options.certificate === undefined ? undefined : readCertificate(io, options.certificate);
      const key = options.key === undefined ? undefined : readKey(io, options.key);
      const wanted = { ...options, hasKey: key !== undefined, hasCertificate: certificate !== undefined };
      const file = (subscription: SubscriptionTemplate | undefined): TemplateFile => ({
        path,
        text: applicationDocument({
          name,
          partner: partner.name,
          clientIds: Object.fromEntries(environments.map((one) => [one.name, `${partner.name}-${name}-${one.name}`])),
          certificate,
          key,
          subscription,
          schemas: schemasFrom(folder, path),
        }),
      });
      if (options.api !== undefined)
        writeDocument(io, folder, [file(subscriptionTo(catalog, options.api, wanted))], CREDENTIAL_OPTIONS);
      else {
        const subscription = firstSubscription(catalog, partner, environments, wanted);
        const filled = file(subscription);
        // A rule of the catalog may forbid the first thing that comes to mind; then the choice is left to the reader.
        const useful = subscription !== undefined && passes(io, folder, [filled]);
        writeDocument(io, folder, [useful ? filled : file(undefined)]);
        if (!useful && catalog.apis.size > 0)
          io.out(
            'it subscribes to no API yet: name one with --api, and --purpose and --legal-basis where the API requires them\n',
          );
      }
      done(0);
    });
}

/** How a new application gets what an API asks for, by the code of the error that says so. */
const CREDENTIAL_OPTIONS: ReadonlyMap<string, string> = new Map([
  ['credential-certificates', 'give its client certificate with --certificate FILE'],
  ['credential-keys', 'give its public key with --key FILE'],
]);

function partnerOf(folder: CatalogFolder, { partners }: Catalog, name: string): Entry<Partner> {
  const partner = partners.get(name);
  if (partner) return partner;
  throw new UsageFailure(
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
    throw new UsageFailure(
      `there is no environment '${name}'`,
      didYouMean(name, catalog.environments.keys(), 'environments'),
    );
  });
}
