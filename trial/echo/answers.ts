import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { escapeRegex, isMap, type Json, type JsonObject } from '../../core/model';
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
  return [...loadFolder(folder).apis.values()].flatMap((entry) => {
    const { value: api, definition } = entry;
    const root: Json = parse(readFileSync(join(dirname(entry.at().file), api.openapi), 'utf8'));
    if (!isMap(root)) return [];
    return definition.operations.map(({ method, path }) => ({
      method,
      path: pattern(fullPath(api.basePath, path)),
      ...success(root, method, path),
    }));
  });
}

function pattern(template: string): RegExp {
  const parts = template.split(/\{[^}]*\}/).map(escapeRegex);
  return new RegExp(`^${parts.join('[^/]+')}$`);
}

/** The first answer of an operation that is a success. */
function success(root: JsonObject, method: string, path: string): Pick<Answer, 'status' | 'mediaType' | 'body'> {
  const item = isMap(root.paths) ? dereference(root, root.paths[path]) : undefined;
  const operation = dereference(root, item?.[method.toLowerCase()]);
  const responses = isMap(operation?.responses) ? operation.responses : {};
  const status = Object.keys(responses).find((code) => /^2\d\d$/.test(code));
  if (status === undefined) return { status: 200, mediaType: 'application/json', body: {} };
  const content = dereference(root, responses[status])?.content;
  const [mediaType, media] = isMap(content) ? (Object.entries(content)[0] ?? []) : [];
  return { status: Number(status), mediaType, body: isMap(media) ? exampleOf(root, media) : null };
}
