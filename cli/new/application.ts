import { Command } from 'commander';
import { didYouMean } from '../../model';
import { catalogFolder, loadFolder } from '../catalog-folder';
import { type ExitStatus, UsageFailure } from '../failure';
import type { Io } from '../io';
import { catalogOption } from '../options';
import { applicationDocument, type SubscriptionTemplate } from '../templates/application';
import type { TemplateFile } from '../templates/file';
import { parseName, refuseTaken } from './name';
import { pickEnvironments, pickSubscription } from './pick';
import { schemasFrom } from './schemas-path';
import { passes, writeDocument } from './write-document';

interface Options {
  readonly catalog: string;
  readonly partner: string;
}

/** `gatewright new application NAME --partner NAME`. */
export function newApplicationCommand(io: Io, done: (status: ExitStatus) => void): Command {
  return new Command('application')
    .description('Write an Application of a partner, with credentials in the sandbox and a first subscription.')
    .argument('<NAME>', 'its name, such as checkout')
    .requiredOption('--partner <NAME>', 'the partner whose application it is')
    .addOption(catalogOption(io))
    .action((text: string, options: Options) => {
      const name = parseName(text);
      const folder = catalogFolder(io, options.catalog);
      const { catalog } = loadFolder(folder);
      const partner = catalog.partners.get(options.partner);
      if (!partner)
        throw new UsageFailure(
          `there is no partner '${options.partner}'`,
          didYouMean(options.partner, catalog.partners.keys(), 'partners'),
        );
      refuseTaken('an Application', catalog.applications.get(`${partner.name}_${name}`));
      const environments = pickEnvironments(catalog);
      const clientIds = Object.fromEntries(
        environments.map((one) => [one.name, `${partner.name}-${name}-${one.name}`]),
      );
      const path = `partners/${partner.name}/${name}.yaml`;
      const file = (subscription: SubscriptionTemplate | undefined): TemplateFile => ({
        path,
        text: applicationDocument({
          name,
          partner: partner.name,
          clientIds,
          subscription,
          schemas: schemasFrom(folder, path),
        }),
      });
      // A rule of the catalog may forbid the first thing that comes to mind; then the choice is left to the reader.
      const filled = file(pickSubscription(catalog, partner, environments));
      writeDocument(io, folder, [passes(io, folder, [filled]) ? filled : file(undefined)]);
      done(0);
    });
}
