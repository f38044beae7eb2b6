import { Command } from 'commander';
import { catalogFolder, loadFolder } from '../catalog-folder';
import type { ExitStatus } from '../failure';
import type { Io } from '../io';
import { catalogOption } from '../options';
import { tierDocument } from '../templates/tier';
import { pathOf } from './folders';
import { parseName, refuseTaken } from './name';
import { schemasFrom } from './schemas-path';
import { writeDocument } from './write-document';

interface Options {
  readonly catalog: string;
}

/** `gatewright new tier NAME`. */
export function newTierCommand(io: Io, done: (status: ExitStatus) => void): Command {
  return new Command('tier')
    .description('Write a Tier, as a draft.')
    .argument('<NAME>', 'its name, such as paid')
    .addOption(catalogOption(io))
    .action((text: string, options: Options) => {
      const name = parseName(text);
      const folder = catalogFolder(io, options.catalog);
      const { catalog } = loadFolder(folder);
      refuseTaken(catalog, 'Tier', name);
      const path = pathOf(folder, catalog, 'Tier', { name });
      writeDocument(io, folder, [{ path, text: tierDocument(name, schemasFrom(folder, path)) }]);
      done(0);
    });
}
