import { Command } from 'commander';
import { catalogCommand, catalogFolder, loadFolder } from '../catalog-folder';
import type { ExitStatus } from '../failure';
import type { Io } from '../io';
import { catalogOption } from '../options';
import { partnerDocument } from '../templates/partner';
import { pathOf } from './folders';
import { parseName, refuseTaken } from './name';
import { pickPartnerOwner } from './pick';
import { schemasFrom } from './schemas-path';
import { writeDocument } from './write-document';

interface Options {
  readonly catalog: string;
}

/** `gatewright new partner NAME`. */
export function newPartnerCommand(io: Io, done: (status: ExitStatus) => void): Command {
  return new Command('partner')
    .description('Write a Partner that waits for approval.')
    .argument('<NAME>', 'its name, such as acme-bank')
    .addOption(catalogOption(io))
    .action((text: string, options: Options) => {
      const name = parseName(text);
      const folder = catalogFolder(io, options.catalog);
      const { catalog } = loadFolder(folder);
      refuseTaken(catalog, 'Partner', name);
      const path = pathOf(folder, catalog, 'Partner', { name });
      const owner = pickPartnerOwner(folder, catalog);
      writeDocument(io, folder, [{ path, text: partnerDocument({ name, owner, schemas: schemasFrom(folder, path) }) }]);
      io.out(`next: ${catalogCommand(folder, 'new', 'application', 'my-app', '--partner', name)}\n`);
      done(0);
    });
}
