import { relative } from 'node:path';
import { FolderSource } from '../../core/load';
import { OpenApiLibrary } from '../../core/load/openapi/library';
import { type Located, memberOf, membersOf, rootOf } from '../../core/load/openapi/located';
import type { OpenApiFiles } from '../../core/load/openapi/reference';
import { escapeRegex, type Json } from '../../core/model';
import { fullPath } from '../../core/model/routes';
import { loadFolder } from '../server/catalog';
import { dereference, exampleOf } from './example';

/** The response of the stub to one operation: the example of its OpenAPI file. */
export interface StubResponse {
  readonly method: string;
  /** Matches whole paths, including the base path. */
  readonly path: RegExp;
  readonly status: number;
  readonly mediaType: string | undefined;
  readonly body: Json;
}

/**
 * The responses to all operations of a catalog's APIs, including those that are not exposed to partners.
 *
 * @param folder the catalog's folder
 */
export function stubResponses(folder: string): readonly StubResponse[] {
  const files = openApiFiles(folder);
  return [...loadFolder(folder).apis.values()].flatMap(({ value: api, definition }) => {
    const file = files.open(relative(folder, definition.file));
    if (!file) return [];
    return definition.operations.map(({ method, path }) => ({
      method,
      path: pathRegex(fullPath(api.basePath, path)),
      ...successResponse(files, rootOf(file), method, path),
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

function pathRegex(template: string): RegExp {
  const literals = template.split(/\{[^}]*\}/).map(escapeRegex);
  return new RegExp(`^${literals.join('[^/]+')}$`);
}

/** The first successful response of an operation. */
function successResponse(
  files: OpenApiFiles,
  root: Located,
  method: string,
  path: string,
): Pick<StubResponse, 'status' | 'mediaType' | 'body'> {
  const member = (parent: Located | undefined, key: string) => parent && dereference(files, memberOf(parent, key));
  const item = member(member(root, 'paths'), path);
  const responses = member(member(item, method.toLowerCase()), 'responses');
  const status = Object.keys(responses?.value ?? {}).find((code) => /^2\d\d$/.test(code));
  if (status === undefined) return { status: 200, mediaType: 'application/json', body: {} };
  const content = member(member(responses, status), 'content');
  const [mediaType, media] = (content && membersOf(content)[0]) ?? [];
  const resolved = dereference(files, media);
  return { status: Number(status), mediaType, body: resolved ? exampleOf(files, resolved) : null };
}
