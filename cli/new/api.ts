import { extname, posix, relative, resolve, sep } from 'node:path';
import { Command } from 'commander';
import { didYouMean } from '../../core/model';
import { type CatalogFolder, catalogFolder, loadFolder } from '../catalog-folder';
import { type ExitStatus, UsageFailure } from '../failure';
import type { Io } from '../io';
import { catalogOption } from '../options';
import { type ApiContent, apiDocument } from '../templates/api';
import { type TemplateFile, titleOf } from '../templates/file';
import { openApiFile } from '../templates/openapi';
import { contentOf, servedPath } from './api-content';
import { pathOf } from './folders';
import { nameFrom, parseName, refuseTaken } from './name';
import { type ImportedOpenApi, readOpenApi } from './openapi-file';
import { pickForApi } from './pick';
import { schemasFrom } from './schemas-path';
import { writeDocument } from './write-document';

interface Options {
  readonly catalog: string;
  readonly openapi?: string;
  readonly domain?: string;
  readonly owner?: string;
}

/** `gatewright new api NAME`, or `gatewright new api [NAME] --openapi FILE`. */
export function newApiCommand(io: Io, done: (status: ExitStatus) => void): Command {
  return new Command('api')
    .description('Write an Api, as a draft, with an OpenAPI file to start from or with one that there is.')
    .argument('[NAME]', "its name, such as sim-swap (default: the OpenAPI file's title)")
    .option('--openapi <FILE>', 'its OpenAPI file, which is copied into the catalog unless it is there')
    .option('--domain <NAME>', 'its domain (default: the one with most APIs)')
    .option('--owner <TEAM>', 'the team that answers for it (default: the one with most APIs of the domain)')
    .addOption(catalogOption(io))
    .action((text: string | undefined, options: Options) => {
      const imported = options.openapi === undefined ? undefined : readOpenApi(io, options.openapi);
      const name = nameOf(text, imported, options.openapi);
      const folder = catalogFolder(io, options.catalog);
      const { catalog } = loadFolder(folder);
      refuseTaken(catalog, 'Api', name);
      const domain = options.domain === undefined ? undefined : parseName(options.domain);
      if (options.owner !== undefined && !catalog.teams.has(options.owner))
        throw new UsageFailure(
          `there is no team '${options.owner}'`,
          didYouMean(options.owner, catalog.teams.keys(), 'teams'),
        );
      const picked = pickForApi(folder, catalog, name, { domain, owner: options.owner });
      const path = pathOf(folder, catalog, 'Api', { name, domain: picked.domain });
      const content: ApiContent = imported
        ? contentOf(name, imported.definition)
        : { title: titleOf(name), version: '0.1.0', basePath: `/${name}/v0` };
      const { openapi, files } = openApiOf(io, folder, { path, name, imported, named: options.openapi });
      const schemas = schemasFrom(folder, path);
      const template = { name, ...picked, ...content, openapi, lifecycle: 'draft', schemas } as const;
      writeDocument(io, folder, [{ path, text: apiDocument(template) }, ...files]);
      if (imported) tellOpen(io, imported, content, options);
      done(0);
    });
}

function nameOf(text: string | undefined, imported: ImportedOpenApi | undefined, file: string | undefined): string {
  if (text !== undefined) return parseName(text);
  if (!imported) throw new UsageFailure("missing required argument 'NAME'", 'name the API, or its file with --openapi');
  const { title } = imported.definition;
  const name = nameFrom(title) ?? nameFrom(`api-${title}`);
  if (name !== undefined && name !== 'api') return name;
  throw new UsageFailure(
    `no name can be made of the title of '${file}': '${title}'`,
    'write a name before --openapi, such as sim-swap',
  );
}

interface WantedFile {
  /** Path of the Api document from the catalog's folder. */
  readonly path: string;
  readonly name: string;
  readonly imported: ImportedOpenApi | undefined;
  /** The OpenAPI file as it was named. */
  readonly named: string | undefined;
}

/** The OpenAPI file as the document names it, and what is written for it: nothing where it is in the catalog already. */
function openApiOf(
  io: Io,
  catalog: CatalogFolder,
  { path, name, imported, named }: WantedFile,
): { readonly openapi: string; readonly files: readonly TemplateFile[] } {
  const folder = posix.dirname(path);
  const beside = (file: string) => posix.join(folder, file);
  if (!imported || named === undefined) {
    const file = `${posix.basename(path, posix.extname(path))}.openapi.yaml`;
    return { openapi: `./${file}`, files: [{ path: beside(file), text: openApiFile(name) }] };
  }
  const inside = relative(catalog.path, resolve(io.cwd, named)).split(sep).join('/');
  if (inside !== '..' && !inside.startsWith('../')) {
    const from = posix.relative(folder, inside);
    return { openapi: from.startsWith('.') ? from : `./${from}`, files: [] };
  }
  const [first, ...others] = imported.files;
  // Others may refer to the first by its name, which then has to stay.
  const extension = /^\.(json|ya?ml)$/i.exec(extname(first.path))?.[0] ?? '.yaml';
  const file = others.length > 0 ? first.path : `${name}.openapi${extension}`;
  const files = [{ ...first, path: file }, ...others].map((one) => ({ ...one, path: beside(one.path) }));
  return { openapi: `./${file}`, files };
}

/** Says what neither the file nor the command line has, so that somebody decides it. */
function tellOpen(io: Io, { definition }: ImportedOpenApi, { scopes }: ApiContent, given: Options): void {
  const open = [
    ...(given.domain === undefined ? ['domain'] : []),
    ...(given.owner === undefined ? ['owner'] : []),
    ...(servedPath(definition) === undefined ? ['basePath'] : []),
    ...['criticality', 'personalData', 'visibility', 'tiers', 'upstreams'],
  ];
  io.out(`to decide, since the file does not say it: ${open.join(', ')}\n`);
  const unscoped = definition.operations.filter((operation) => operation.scopes.length === 0);
  if (scopes)
    io.out(
      `${unscoped.length} of ${definition.operations.length} operations require no scope in the file; here they require '${scopes.join(' ')}', unless you change \`scopes\`\n`,
    );
}
