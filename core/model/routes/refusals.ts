import { type ApiOperation, operationsOf } from '../api/operations';
import { memoizePerApi, type SpecifiedApi } from '../catalog/specified-api';
import { addressSegments } from './address-segments';
import { type Claim, claimOf, isNarrower } from './claim';
import { findOverlaps, type MatchingOperation, type SharedCalls } from './overlaps';
import { MAX_ROUTE_PRIORITY, routePriority, shapePriority } from './priority';
import { exactPath, otherPaths, type RefusingRoute } from './refusing-route';
import { isRoutable } from './routable';
import { shapeText } from './shape';
import type { UpstreamPaths } from './upstream-paths';

/** The routes that keep the calls of one path away from operations with a path parameter. */
export interface Refusals {
  /** The refusing routes, in the order of their addresses. */
  readonly routes: readonly RefusingRoute[];
  /** For each exposed operation, by ID, the exposed operations whose routes must be created before its own. */
  readonly after: ReadonlyMap<string, readonly ApiOperation[]>;
  /** Exposed operations that match calls of a path to refuse, and that no priority of a refusing route can keep away from them. */
  readonly unclear: readonly MatchingOperation[];
}

/**
 * The refusing routes of an API. They match calls that belong to one path of the OpenAPI file but also match a path parameter of another:
 * `GET /items/hidden` next to `GET /items/{id}`. The operation of that path is not exposed, or has another method, or the call uses a
 * spelling that the upstream treats as the same path but the route does not. OpenAPI and upstreams match concrete paths first. If two
 * paths share calls and neither is narrower (`/a/{x}`, `/{y}/b`), upstreams differ, so these calls are refused.
 */
export const refusalsOf: (api: SpecifiedApi) => Refusals = memoizePerApi((api) => {
  const { basePath, upstreamPaths = {} } = api.value;
  const operations = operationsOf(api).filter(isRoutable);
  const claims = new Map<string, Claim>();
  const claim = (path: string): Claim => {
    const known = claims.get(path) ?? claimOf(path, upstreamPaths);
    claims.set(path, known);
    return known;
  };
  const { shared, after } = findOverlaps(api, operations, claim);
  const exposed = operations.filter((operation) => operation.exposed);
  const planned = shared.map((calls) => ({ calls, ...priorityOf(calls, exposed, claim) }));
  return {
    routes: planned
      .flatMap(({ calls, priority }) => routesOf(calls, priority, { basePath, upstreamPaths }))
      .sort(byAddress),
    after: new Map([...after].map(([id, narrower]) => [id, [...narrower].sort(byId)])),
    unclear: planned.flatMap(({ unclear }) => unclear),
  };
});

/** How an API's paths are compared. */
interface Paths {
  readonly basePath: string;
  readonly upstreamPaths: UpstreamPaths;
}

function routesOf(calls: SharedCalls, priority: number, { basePath, upstreamPaths }: Paths): readonly RefusingRoute[] {
  const { segments, hidden, undefinedMethods, respelledMethods, respelledSegments } = calls;
  const exact = [exactPath(basePath, segments, upstreamPaths)];
  const others = otherPaths(basePath, segments, respelledSegments, upstreamPaths);
  const path = addressSegments(segments);
  return [
    ...[...hidden].map(([method, operation]) => ({
      operation,
      addressSegments: ['operation', method.toLowerCase(), ...path],
      methods: [method],
      paths: exact,
      priority,
    })),
    ...(undefinedMethods.size > 0
      ? [{ addressSegments: ['path', ...path], methods: [...undefinedMethods].sort(), paths: exact, priority }]
      : []),
    ...(others.length > 0
      ? [{ addressSegments: ['spelling', ...path], methods: [...respelledMethods].sort(), paths: others, priority }]
      : []),
  ];
}

/**
 * The priority of a refused path: that of its segments, raised above every operation that would otherwise match its calls. An exposed
 * operation that is narrower than the path must keep a higher priority; if that is impossible, the matching operations are unclear.
 */
function priorityOf(
  { segments, matching }: SharedCalls,
  exposed: readonly ApiOperation[],
  claim: (path: string) => Claim,
): { readonly priority: number; readonly unclear: readonly MatchingOperation[] } {
  const own = shapePriority(segments);
  const blocking = matching.filter(({ operation }) => routePriority(operation.path) >= own);
  if (blocking.length === 0) return { priority: own, unclear: [] };
  const priority = Math.max(...blocking.map(({ operation }) => routePriority(operation.path))) + 1;
  const path = claim(shapeText(segments));
  const isShadowing = exposed.some((operation) => {
    const other = claim(operation.path);
    const isInside = other.folded.length === path.folded.length && isNarrower(other, path);
    return isInside && routePriority(operation.path) <= priority;
  });
  return { priority, unclear: isShadowing || priority > MAX_ROUTE_PRIORITY ? blocking : [] };
}

function byAddress(a: RefusingRoute, b: RefusingRoute): number {
  return a.addressSegments.join('_') < b.addressSegments.join('_') ? -1 : 1;
}

function byId(a: ApiOperation, b: ApiOperation): number {
  return a.id < b.id ? -1 : 1;
}
