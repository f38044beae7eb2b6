import type { ApiContent } from '../../edit/templates/api';
import type { OpenApiDefinition } from '../../model';

/** Longest title of a document. */
const MAX_TITLE = 120;

const BASE_PATH = /^(\/(\.{0,2}[A-Za-z0-9_~-]|\.{3})[A-Za-z0-9._~-]*)+$/;

/** The values for an Api document from its OpenAPI file. Operations without a scope get one, so that none is open by accident. */
export function contentOf(name: string, definition: OpenApiDefinition): ApiContent {
  const { title, version, operations } = definition;
  const major = /^v?(\d+)/.exec(version)?.[1] ?? '0';
  return {
    title: title
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()
      .slice(0, MAX_TITLE)
      .trimEnd(),
    version,
    basePath: servedPath(definition) ?? `/${name}/v${major}`,
    ...(operations.some(({ scopes }) => scopes.length === 0) && { scopes: [`${name}:access`] }),
  };
}

/** The path of the file's servers, or of the servers of all operations; undefined if none can be a base path. */
export function servedPath({ origin }: OpenApiDefinition): string | undefined {
  const own = origin?.servers.find(({ path }) => BASE_PATH.test(path))?.path;
  if (own !== undefined) return own;
  const [first, ...others] = [...(origin?.operations.values() ?? [])].map(({ servers = [] }) => servers);
  const everywhere = (path: string) => others.every((servers) => servers.some((server) => server.path === path));
  return first?.find(({ path }) => BASE_PATH.test(path) && everywhere(path))?.path;
}
