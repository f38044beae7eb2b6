import { Command } from 'commander';
import { didYouMean } from '../../model';
import { catalogFolder, loadFolder } from '../catalog-folder';
import { type ExitStatus, UsageFailure } from '../failure';
import type { Io } from '../io';
import { catalogOption } from '../options';
import { apiDocument } from '../templates/api';
import { openApiFile } from '../templates/openapi';
import { pathOf } from './folders';
import { parseName, refuseTaken } from './name';
import { pickForApi } from './pick';
import { schemasFrom } from './schemas-path';
import { writeDocument } from './write-document';

interface Options {
  readonly catalog: string;
  readonly domain?: string;
  readonly owner?: string;
}

/** `gatewright new api NAME`. */
export function newApiCommand(io: Io, done: (status: ExitStatus) => void): Command {
  return new Command('api')
    .description('Write an Api, as a draft, and an OpenAPI file beside it.')
    .argument('<NAME>', 'its name, such as sim-swap')
    .option('--domain <NAME>', 'its domain (default: the one with most APIs)')
    .option('--owner <TEAM>', 'the team that answers for it (default: the one with most APIs of the domain)')
    .addOption(catalogOption(io))
    .action((text: string, options: Options) => {
      const name = parseName(text);
      const folder = catalogFolder(io, options.catalog);
      const { catalog } = loadFolder(folder);
      refuseTaken(catalog, 'Api', name);
      const domain = options.domain === undefined ? undefined : parseName(options.domain);
      if (options.owner !== undefined && !catalog.teams.has(options.owner))
        throw new UsageFailure(
          `there is no team '${options.owner}'`,
          didYouMean(options.owner, catalog.teams.keys(), 'teams'),
        );
      const picked = pickForApi(catalog, name, { domain, owner: options.owner });
      const path = pathOf(folder, catalog, 'Api', { name, domain: picked.domain });
      const base = path.replace(/\.ya?ml$/, '');
      const schemas = schemasFrom(folder, path);
      writeDocument(io, folder, [
        { path, text: apiDocument({ name, ...picked, lifecycle: 'draft', schemas }) },
        { path: `${base}.openapi.yaml`, text: openApiFile(name) },
      ]);
      done(0);
    });
}
