import { relative } from 'node:path';
import { FolderSource } from '../../core/load';
import { OpenApiLibrary } from '../../core/load/openapi/library';
import { type Located, memberOf, membersOf, rootOf } from '../../core/load/openapi/located';
import type { OpenApiFiles } from '../../core/load/openapi/reference';
import { escapeRegex, type Json } from '../../core/model';
import { fullPath } from '../../core/model/routes';
import { loadFolder } from '../server/catalog';
import { dereference, exampleOf } from './example';

/** What an upstream of a catalog's API would answer to one operation: the example of its OpenAPI file. */
export interface Answer {
  readonly method: string;
  /** Matches whole paths, base path included. */
  readonly path: RegExp;
  readonly status: number;
  readonly mediaType: string | undefined;
  readonly body: Json;
}

/**
 * The answers of all operations of a catalog's APIs, those that partners cannot reach included.
 *
 * @param folder the catalog's folder
 */
export function answersOf(folder: string): readonly Answer[] {
  const files = openApiFiles(folder);
  return [...loadFolder(folder).apis.values()].flatMap(({ value: api, definition }) => {
    const file = files.open(relative(folder, definition.file));
    if (!file) return [];
    return definition.operations.map(({ method, path }) => ({
      method,
      path: pattern(fullPath(api.basePath, path)),
      ...success(files, rootOf(file), method, path),
    }));
  });
}

function openApiFiles(folder: string): OpenApiLibrary {
  const source = new FolderSource(folder, folder);
  return new OpenApiLibrary({
    entries: new Map(source.list().map((entry) => [entry.path, entry])),
    links: source.links(),
    alreadyRead: new Map(),
    fileOf: (path) => `${source.root}/${path}`,
  });
}

function pattern(template: string): RegExp {
  const parts = template.split(/\{[^}]*\}/).map(escapeRegex);
  return new RegExp(`^${parts.join('[^/]+')}$`);
}

/** The first answer of an operation that is a success. */
function success(
  files: OpenApiFiles,
  root: Located,
  method: string,
  path: string,
): Pick<Answer, 'status' | 'mediaType' | 'body'> {
  const within = (parent: Located | undefined, key: string) => parent && dereference(files, memberOf(parent, key));
  const item = within(within(root, 'paths'), path);
  const responses = within(within(item, method.toLowerCase()), 'responses');
  const status = Object.keys(responses?.value ?? {}).find((code) => /^2\d\d$/.test(code));
  if (status === undefined) return { status: 200, mediaType: 'application/json', body: {} };
  const content = within(within(responses, status), 'content');
  const [mediaType, media] = (content && membersOf(content)[0]) ?? [];
  const described = dereference(files, media);
  return { status: Number(status), mediaType, body: described ? exampleOf(files, described) : null };
}
