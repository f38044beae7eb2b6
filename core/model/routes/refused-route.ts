import type { ApiOperation } from '../api/operations';
import type { Method } from '../openapi/definition';
import { anyPattern, exactPattern, otherPattern } from './spelling';
import type { UpstreamPaths } from './upstream-paths';

/** A route that refuses calls which a path parameter of another operation would take. */
export interface RefusedRoute {
  /** The operation that is not exposed, where the route is for its path and method. */
  readonly operation?: ApiOperation;
  /** What identifies it among the refused routes of an API, as words of an address. */
  readonly words: readonly string[];
  readonly methods: readonly Method[];
  /** As Kong's router takes them. */
  readonly paths: readonly string[];
  /** Its `regex_priority`. */
  readonly priority: number;
}

/** A path as one regular expression of the router: the spelling that its segments have, and no other. */
export function exactPath(basePath: string, segments: readonly string[], upstreamPaths: UpstreamPaths): string {
  return pathPattern(
    basePath,
    segments.map((segment) => exactPattern(segment, upstreamPaths)),
    upstreamPaths,
  );
}

/**
 * The other spellings of a path: in one segment at least it is spelled in another way than its route spells it.
 *
 * @param loose which segments may be spelled otherwise; the rest is as it is
 */
export function otherPaths(
  basePath: string,
  segments: readonly string[],
  loose: ReadonlySet<number>,
  upstreamPaths: UpstreamPaths,
): readonly string[] {
  const any = segments.map((segment, index) =>
    loose.has(index) ? anyPattern(segment, upstreamPaths) : exactPattern(segment, upstreamPaths),
  );
  return segments.flatMap((segment, index) => {
    const other = loose.has(index) ? otherPattern(segment, upstreamPaths) : undefined;
    return other === undefined ? [] : [pathPattern(basePath, any.with(index, other), upstreamPaths)];
  });
}

function pathPattern(basePath: string, patterns: readonly string[], upstreamPaths: UpstreamPaths): string {
  const base = basePath === '/' ? [] : basePath.split('/').slice(1);
  return `~/${[...base.map((segment) => exactPattern(segment, upstreamPaths)), ...patterns].join('/')}$`;
}
