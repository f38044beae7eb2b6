import type { ApiOperation } from '../api/operations';
import type { Method } from '../openapi/definition';
import { anyPattern, exactPattern, otherPattern } from './spelling';
import type { UpstreamPaths } from './upstream-paths';

/** A route that refuses calls which a path parameter of another operation would otherwise match. */
export interface RefusingRoute {
  /** The operation that is not exposed, if the route is for its path and method. */
  readonly operation?: ApiOperation;
  /** Identify the route among the refusing routes of an API; its address ends with them. */
  readonly addressSegments: readonly string[];
  readonly methods: readonly Method[];
  /** In the syntax of Kong's router. */
  readonly paths: readonly string[];
  /** Its `regex_priority`. */
  readonly priority: number;
}

/** The router's regular expression for a path in exactly this spelling. */
export function exactPath(basePath: string, segments: readonly string[], upstreamPaths: UpstreamPaths): string {
  return pathPattern(
    basePath,
    segments.map((segment) => exactPattern(segment, upstreamPaths)),
    upstreamPaths,
  );
}

/**
 * The router's regular expressions for the other spellings of a path: at least one segment differs from the spelling in its route.
 *
 * @param respelledSegments indices of the segments whose spelling may differ
 */
export function otherPaths(
  basePath: string,
  segments: readonly string[],
  respelledSegments: ReadonlySet<number>,
  upstreamPaths: UpstreamPaths,
): readonly string[] {
  const any = segments.map((segment, index) =>
    respelledSegments.has(index) ? anyPattern(segment, upstreamPaths) : exactPattern(segment, upstreamPaths),
  );
  return segments.flatMap((segment, index) => {
    const other = respelledSegments.has(index) ? otherPattern(segment, upstreamPaths) : undefined;
    return other === undefined ? [] : [pathPattern(basePath, any.with(index, other), upstreamPaths)];
  });
}

function pathPattern(basePath: string, patterns: readonly string[], upstreamPaths: UpstreamPaths): string {
  const base = basePath === '/' ? [] : basePath.split('/').slice(1);
  return `~/${[...base.map((segment) => exactPattern(segment, upstreamPaths)), ...patterns].join('/')}$`;
}
