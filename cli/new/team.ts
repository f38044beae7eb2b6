import { Command } from 'commander';
import type { Catalog } from '../../core/model';
import { catalogFolder, loadFolder } from '../catalog-folder';
import type { ExitStatus } from '../failure';
import type { Io } from '../io';
import { catalogOption } from '../options';
import { teamDocument } from '../templates/team';
import { pathOf } from './folders';
import { mostUsed } from './most-used';
import { parseName, refuseTaken } from './name';
import { schemasFrom } from './schemas-path';
import { writeDocument } from './write-document';

interface Options {
  readonly catalog: string;
  readonly email?: string;
}

/** `gatewright new team NAME`. */
export function newTeamCommand(io: Io, done: (status: ExitStatus) => void): Command {
  return new Command('team')
    .description('Write a Team.')
    .argument('<NAME>', 'its name, such as identity-apis')
    .option('--email <ADDRESS>', 'its address (default: its name at the domain of the other teams)')
    .addOption(catalogOption(io))
    .action((text: string, options: Options) => {
      const name = parseName(text);
      const folder = catalogFolder(io, options.catalog);
      const { catalog } = loadFolder(folder);
      refuseTaken(catalog, 'Team', name);
      const path = pathOf(folder, catalog, 'Team', { name });
      const email = options.email ?? `${name}@${mailDomain(catalog)}`;
      writeDocument(io, folder, [{ path, text: teamDocument({ name, email, schemas: schemasFrom(folder, path) }) }]);
      done(0);
    });
}

function mailDomain({ teams }: Catalog): string {
  const domains = [...teams.values()].map(({ value }) => value.email.slice(value.email.lastIndexOf('@') + 1));
  return mostUsed(domains) ?? 'operator.example';
}
