import { extname, posix, relative, resolve, sep } from 'node:path';
import { type ApiContent, apiDocument } from '../../edit/templates/api';
import { type TemplateFile, titleOf } from '../../edit/templates/file';
import { openApiFile } from '../../edit/templates/openapi';
import { didYouMean } from '../../model';
import { type CatalogFolder, loadFolder, resolveCatalogFolder } from '../catalog-folder';
import type { CommandContext } from '../command-context';
import { UsageError } from '../user-error';
import { contentOf, servedPath } from './api-content';
import { documentPath } from './document-path';
import { nameFrom, parseName, refuseTaken } from './name';
import { type ImportedOpenApi, readOpenApi } from './openapi-file';
import { pickForApi } from './pick';
import { schemasFrom } from './schemas-path';
import { type AddedDocument, writeDocument } from './write-document';

export interface NewApi {
  /** The catalog's folder as it was given. */
  readonly catalog: string;
  /** @default made of the title of its OpenAPI file */
  readonly name?: string | undefined;
  /**
   * Its OpenAPI file, from the working directory.
   * @default one to start from is written
   */
  readonly openapi?: string | undefined;
  /** @default the one with most APIs */
  readonly domain?: string | undefined;
  /** @default the one with most APIs of the domain */
  readonly owner?: string | undefined;
}

/** Adds an Api to a catalog, as a draft, with an OpenAPI file to start from or with one that there is. */
export function addApi(context: CommandContext, wanted: NewApi): AddedDocument {
  const imported = wanted.openapi === undefined ? undefined : readOpenApi(context, wanted.openapi);
  const name = nameOf(wanted.name, imported, wanted.openapi);
  const folder = resolveCatalogFolder(context, wanted.catalog);
  const { catalog } = loadFolder(folder);
  refuseTaken(catalog, 'Api', name);
  const domain = wanted.domain === undefined ? undefined : parseName(wanted.domain);
  if (wanted.owner !== undefined && !catalog.teams.has(wanted.owner))
    throw new UsageError(`there is no team '${wanted.owner}'`, didYouMean(wanted.owner, catalog.teams.keys(), 'teams'));
  const picked = pickForApi(folder, catalog, name, { domain, owner: wanted.owner });
  const path = documentPath(folder, catalog, 'Api', { name, domain: picked.domain });
  const content: ApiContent = imported
    ? contentOf(name, imported.definition)
    : { title: titleOf(name), version: '0.1.0', basePath: `/${name}/v0` };
  const { openapi, files } = openApiOf(context, folder, { path, name, imported, named: wanted.openapi });
  const schemas = schemasFrom(folder, path);
  const template = { name, ...picked, ...content, openapi, lifecycle: 'draft', schemas } as const;
  const added = writeDocument(context, folder, [{ path, text: apiDocument(template) }, ...files]);
  return imported ? { ...added, notes: openQuestions(imported, content, wanted) } : added;
}

function nameOf(text: string | undefined, imported: ImportedOpenApi | undefined, file: string | undefined): string {
  if (text !== undefined) return parseName(text);
  if (!imported) throw new UsageError("missing required argument 'NAME'", 'name the API, or its file with --openapi');
  const { title } = imported.definition;
  const name = nameFrom(title) ?? nameFrom(`api-${title}`);
  if (name !== undefined && name !== 'api') return name;
  throw new UsageError(
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
  context: CommandContext,
  catalog: CatalogFolder,
  { path, name, imported, named }: WantedFile,
): { readonly openapi: string; readonly files: readonly TemplateFile[] } {
  const folder = posix.dirname(path);
  const beside = (file: string) => posix.join(folder, file);
  if (!imported || named === undefined) {
    const file = `${posix.basename(path, posix.extname(path))}.openapi.yaml`;
    return { openapi: `./${file}`, files: [{ path: beside(file), text: openApiFile(name) }] };
  }
  const inside = relative(catalog.path, resolve(context.cwd, named)).split(sep).join('/');
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

/** What neither the file nor whoever asked says, so that somebody decides it. */
function openQuestions({ definition }: ImportedOpenApi, { scopes }: ApiContent, given: NewApi): readonly string[] {
  const open = [
    ...(given.domain === undefined ? ['domain'] : []),
    ...(given.owner === undefined ? ['owner'] : []),
    ...(servedPath(definition) === undefined ? ['basePath'] : []),
    ...['criticality', 'personalData', 'visibility', 'tiers', 'upstreams'],
  ];
  const toDecide = `to decide, since the file does not say it: ${open.join(', ')}`;
  if (!scopes) return [toDecide];
  const unscoped = definition.operations.filter((operation) => operation.scopes.length === 0);
  return [
    toDecide,
    `${unscoped.length} of ${definition.operations.length} operations require no scope in the file; here they require '${scopes.join(' ')}', unless you change \`scopes\``,
  ];
}
