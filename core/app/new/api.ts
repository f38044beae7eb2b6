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
import { nameFrom, parseName, rejectTaken } from './name';
import { type ImportedOpenApi, readOpenApi } from './openapi-file';
import { pickForApi } from './pick';
import { schemasFrom } from './schemas-path';
import { type AddedDocument, writeDocument } from './write-document';

export interface NewApi {
  /** The catalog folder as the user named it. */
  readonly catalog: string;
  /** @default derived from the title of its OpenAPI file */
  readonly name?: string | undefined;
  /**
   * Its OpenAPI file, relative to the working directory.
   * @default a small OpenAPI file is created
   */
  readonly openapi?: string | undefined;
  /** @default the domain with most APIs */
  readonly domain?: string | undefined;
  /** @default the team with most APIs of the domain */
  readonly owner?: string | undefined;
}

/** Adds an Api to a catalog, as a draft, with an existing or a new OpenAPI file. */
export function addApi(context: CommandContext, request: NewApi): AddedDocument {
  const imported = request.openapi === undefined ? undefined : readOpenApi(context, request.openapi);
  const name = nameOf(request.name, imported, request.openapi);
  const folder = resolveCatalogFolder(context, request.catalog);
  const { catalog } = loadFolder(folder);
  rejectTaken(catalog, 'Api', name);
  const domain = request.domain === undefined ? undefined : parseName(request.domain);
  if (request.owner !== undefined && !catalog.teams.has(request.owner))
    throw new UsageError(
      `team '${request.owner}' does not exist`,
      didYouMean(request.owner, catalog.teams.keys(), 'teams'),
    );
  const picked = pickForApi(folder, catalog, name, { domain, owner: request.owner });
  const path = documentPath(folder, catalog, 'Api', { name, domain: picked.domain });
  const content: ApiContent = imported
    ? contentOf(name, imported.definition)
    : { title: titleOf(name), version: '0.1.0', basePath: `/${name}/v0` };
  const { openapi, files } = openApiOf(context, folder, { path, name, imported, named: request.openapi });
  const schemas = schemasFrom(folder, path);
  const template = { name, ...picked, ...content, openapi, lifecycle: 'draft', schemas } as const;
  const added = writeDocument(context, folder, [{ path, text: apiDocument(template) }, ...files]);
  return imported ? { ...added, notes: reviewNotes(imported, content, request) } : added;
}

function nameOf(text: string | undefined, imported: ImportedOpenApi | undefined, file: string | undefined): string {
  if (text !== undefined) return parseName(text);
  if (!imported)
    throw new UsageError(
      "missing required argument 'NAME'",
      'pass a name for the API, or its OpenAPI file with --openapi',
    );
  const { title } = imported.definition;
  const name = nameFrom(title) ?? nameFrom(`api-${title}`);
  if (name !== undefined && name !== 'api') return name;
  throw new UsageError(
    `cannot derive a name from the title of '${file}': '${title}'`,
    'pass a name before --openapi, such as sim-swap',
  );
}

interface OpenApiRequest {
  /** Path of the Api document, relative to the catalog folder. */
  readonly path: string;
  readonly name: string;
  readonly imported: ImportedOpenApi | undefined;
  /** The OpenAPI file as the user named it. */
  readonly named: string | undefined;
}

/** The path of the OpenAPI file for the document, and the files to write: none if it is already in the catalog. */
function openApiOf(
  context: CommandContext,
  catalog: CatalogFolder,
  { path, name, imported, named }: OpenApiRequest,
): { readonly openapi: string; readonly files: readonly TemplateFile[] } {
  const folder = posix.dirname(path);
  const inFolder = (file: string) => posix.join(folder, file);
  if (!imported || named === undefined) {
    const file = `${posix.basename(path, posix.extname(path))}.openapi.yaml`;
    return { openapi: `./${file}`, files: [{ path: inFolder(file), text: openApiFile(name) }] };
  }
  const inside = relative(catalog.path, resolve(context.cwd, named)).split(sep).join('/');
  if (inside !== '..' && !inside.startsWith('../')) {
    const from = posix.relative(folder, inside);
    return { openapi: from.startsWith('.') ? from : `./${from}`, files: [] };
  }
  const [first, ...others] = imported.files;
  // Other files may refer to the first one by its name, so keep it.
  const extension = /^\.(json|ya?ml)$/i.exec(extname(first.path))?.[0] ?? '.yaml';
  const file = others.length > 0 ? first.path : `${name}.openapi${extension}`;
  const files = [{ ...first, path: file }, ...others].map((one) => ({ ...one, path: inFolder(one.path) }));
  return { openapi: `./${file}`, files };
}

/** Notes about the values that come neither from the file nor from an option, for the user to review. */
function reviewNotes({ definition }: ImportedOpenApi, { scopes }: ApiContent, given: NewApi): readonly string[] {
  const fields = [
    ...(given.domain === undefined ? ['domain'] : []),
    ...(given.owner === undefined ? ['owner'] : []),
    ...(servedPath(definition) === undefined ? ['basePath'] : []),
    ...['criticality', 'personalData', 'visibility', 'tiers', 'upstreams'],
  ];
  const review = `review these fields, which are not from the OpenAPI file: ${fields.join(', ')}`;
  if (!scopes) return [review];
  const unscoped = definition.operations.filter((operation) => operation.scopes.length === 0);
  return [
    review,
    `${unscoped.length} of ${definition.operations.length} operations have no scope in the OpenAPI file; they require '${scopes.join(' ')}' unless you change \`scopes\``,
  ];
}
