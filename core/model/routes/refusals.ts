import { type ApiOperation, operationsOf } from '../api/operations';
import { oncePerApi, type SpecifiedApi } from '../catalog/specified-api';
import { type Claim, claimOf, isNarrower } from './claim';
import { pathWords } from './path-words';
import { MAX_ROUTE_PRIORITY, routePriority, shapePriority } from './priority';
import { exactPath, otherPaths, type RefusedRoute } from './refused-route';
import { isRoutable } from './routable';
import { shapeText } from './shape';
import { meetingOf, type SharedCalls, type Taker } from './shared-calls';

/** What keeps the calls of one path away from operations with a path parameter in its place. */
export interface Refusals {
  /** The routes that refuse, in the order of their words. */
  readonly routes: readonly RefusedRoute[];
  /** Of each exposed operation, by id, the exposed operations whose routes have to be there before its own. */
  readonly after: ReadonlyMap<string, readonly ApiOperation[]>;
  /** Exposed operations and paths that no priority of routes tells apart. */
  readonly unclear: readonly Unclear[];
}

/** An exposed operation whose route may match calls of a path that the gateway has to refuse. */
export type Unclear = Taker;

/**
 * The calls of an API that a path parameter of an operation's route would match, although they belong to another path of the OpenAPI
 * file: `GET /items/hidden` next to `GET /items/{id}`. The operation of that path is not exposed, or has another method, or the call
 * uses a spelling that the upstream treats as the same path but the route does not. OpenAPI and upstreams match concrete paths first.
 * If two paths share calls and neither is more specific (`/a/{x}`, `/{y}/b`), upstreams differ, so these calls are rejected.
 */
export const refusalsOf: (api: SpecifiedApi) => Refusals = oncePerApi((api) => {
  const { basePath, upstreamPaths: reading = {} } = api.value;
  const operations = operationsOf(api).filter(isRoutable);
  const claims = new Map<string, Claim>();
  const claim = (path: string): Claim => {
    const known = claims.get(path) ?? claimOf(path, reading);
    claims.set(path, known);
    return known;
  };
  const { shared, after } = meetingOf(api, operations, claim);
  const exposed = operations.filter((operation) => operation.exposed);
  const planned = shared.map((calls) => ({ calls, ...priorityOf(calls, exposed, claim) }));
  return {
    routes: planned.flatMap(({ calls, priority }) => routesOf(calls, priority, { basePath, reading })).sort(byWords),
    after: new Map([...after].map(([id, narrower]) => [id, [...narrower].sort(byId)])),
    unclear: planned.flatMap(({ unclear }) => unclear),
  };
});

/** How an API's paths are read. */
interface Paths {
  readonly basePath: string;
  readonly reading: NonNullable<SpecifiedApi['value']['upstreamPaths']>;
}

function routesOf(calls: SharedCalls, priority: number, { basePath, reading }: Paths): readonly RefusedRoute[] {
  const { segments, hidden, foreign, respelled, loose } = calls;
  const exact = [exactPath(basePath, segments, reading)];
  const others = otherPaths(basePath, segments, loose, reading);
  const words = pathWords(segments);
  return [
    ...[...hidden].map(([method, operation]) => ({
      operation,
      words: ['operation', method.toLowerCase(), ...words],
      methods: [method],
      paths: exact,
      priority,
    })),
    ...(foreign.size > 0 ? [{ words: ['path', ...words], methods: [...foreign].sort(), paths: exact, priority }] : []),
    ...(others.length > 0
      ? [{ words: ['spelling', ...words], methods: [...respelled].sort(), paths: others, priority }]
      : []),
  ];
}

/**
 * The priority of a refused path: that of its own segments, and one more where an operation that would take its calls has the same.
 * An exposed operation that is narrower than the path has to stay above it; where none can, the operations are unclear.
 */
function priorityOf(
  { segments, takers }: SharedCalls,
  exposed: readonly ApiOperation[],
  claim: (path: string) => Claim,
): { readonly priority: number; readonly unclear: readonly Taker[] } {
  const own = shapePriority(segments);
  const blocking = takers.filter(({ operation }) => routePriority(operation.path) >= own);
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

function byWords(a: RefusedRoute, b: RefusedRoute): number {
  return a.words.join('_') < b.words.join('_') ? -1 : 1;
}

function byId(a: ApiOperation, b: ApiOperation): number {
  return a.id < b.id ? -1 : 1;
}
