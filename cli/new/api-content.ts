import type { OpenApiDefinition } from '../../model';
import type { ApiContent } from '../templates/api';

/** Longest title of a document. */
const MAX_TITLE = 120;

const BASE_PATH = /^(\/(\.{0,2}[A-Za-z0-9_~-]|\.{3})[A-Za-z0-9._~-]*)+$/;

/** What an OpenAPI file says of its API. Where it requires no scope, one is made up: nothing is open that nobody opened. */
export function contentOf(name: string, definition: OpenApiDefinition): ApiContent {
  const { title, version, operations, origin } = definition;
  const served = origin?.servers.find(({ path }) => BASE_PATH.test(path))?.path;
  const major = /^v?(\d+)/.exec(version)?.[1] ?? '0';
  return {
    title: title
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()
      .slice(0, MAX_TITLE)
      .trimEnd(),
    version,
    basePath: served ?? `/${name}/v${major}`,
    ...(operations.some(({ scopes }) => scopes.length === 0) && { scopes: [`${name}:access`] }),
  };
}
