import type { ApiEntry, Entry, Environment, Operation } from '../../model';
import { exposedOperations } from '../../model';
import { flow, shown } from '../../model/messages/shown';
import { claimKey, claimOf } from '../../model/routes/claim';
import { routePriority } from '../../model/routes/priority';
import { refusalsOf } from '../../model/routes/refusals';
import { routePattern } from '../../model/routes/route-pattern';
import { routeShape, shapeText } from '../../model/routes/shape';
import { type RouteTree, routeTree } from '../../model/routes/tree';
import { type Check, error, type Found } from './check';
import { servedEnvironments } from './shared/served-environments';

interface Route {
  readonly api: ApiEntry;
  readonly operation: Operation;
  readonly path: string;
  readonly priority: number;
  readonly environments: readonly Entry<Environment>[];
}

/**
 * A call has one route at most: no two APIs claim one where both are served, and of two operations of an API that a call may
 * both fit the gateway always takes the same.
 */
export const routeConflict: Check = {
  code: 'route-conflict',
  *find({ catalog }) {
    const trees = new Map<string, RouteTree<Route>>();
    for (const api of catalog.apis.values()) {
      const environments = servedEnvironments(catalog, api);
      const told = new Set<string>();
      const alike = new Set<Operation>();
      for (const operation of exposedOperations(api)) {
        const tree = trees.get(operation.method) ?? routeTree<Route>();
        trees.set(operation.method, tree);
        const shape = routeShape(api.value.basePath, operation.path);
        const route = { api, operation, path: shapeText(shape), priority: routePriority(operation.path), environments };
        for (const other of tree.meeting(shape)) {
          yield* other.api === api ? withinApi(route, other, alike) : betweenApis(route, other, told);
        }
        tree.add(shape, route);
      }
      yield* spelledAlike(api);
      yield* unclear(api);
    }
  },
};

/**
 * Of two overlapping routes of one API the gateway takes that of the higher priority, so they may not have the same. One
 * finding for an operation is enough.
 */
function* withinApi({ api, operation, path, priority }: Route, other: Route, told: Set<Operation>): Iterable<Found> {
  if (other.priority !== priority || told.has(operation)) return;
  told.add(operation);
  const both = `operations '${other.operation.id}' and '${operation.id}' of api '${api.name}'`;
  const takeOut = 'take one out with `routes: [{ operation: …, exposed: false }]`';
  yield other.path === path
    ? error(
        api.at(['openapi']),
        `${both} are both ${operation.method} ${path}`,
        `give them different paths in the OpenAPI file, or ${takeOut}`,
      )
    : error(
        api.at(['openapi']),
        `${both} can be meant by one call, and neither path says more: ${operation.method} ${other.path} and ${path}`,
        `tell them apart by a word in the OpenAPI file, or ${takeOut}`,
      );
}

/** Two exposed operations that an upstream which ignores case takes for one. */
function* spelledAlike(api: ApiEntry): Iterable<Found> {
  const upstreamPaths = api.value.upstreamPaths ?? {};
  if (!upstreamPaths.ignoresCase) return;
  const seen = new Map<string, Operation>();
  for (const operation of exposedOperations(api)) {
    const { folded, slash } = claimOf(operation.path, upstreamPaths);
    const key = `${operation.method} ${claimKey(folded, slash)}`;
    const first = seen.get(key);
    if (!first) seen.set(key, operation);
    else if (first.path !== operation.path && routePattern('', first.path) !== routePattern('', operation.path)) {
      yield error(
        api.at(['upstreamPaths']),
        `operations '${first.id}' and '${operation.id}' of api '${api.name}' are one to an upstream that ignores case: ${operation.method} ${shown(first.path)} and ${shown(operation.path)}`,
        'take one out with `routes: [{ operation: …, exposed: false }]`',
      );
    }
  }
}

/** Operations that would be taken for calls which the gateway has to refuse, one finding for each. */
function* unclear(api: ApiEntry): Iterable<Found> {
  const told = new Set<Operation>();
  for (const { operation, path } of refusalsOf(api).unclear) {
    if (told.has(operation)) continue;
    told.add(operation);
    yield error(
      api.at(['openapi']),
      `operation '${operation.id}' of api '${api.name}' would get calls of the path ${shown(path)}, which has no exposed ${operation.method}, and the gateway cannot tell them apart: neither path says more`,
      `take it out with \`routes: [{ operation: ${flow(operation.id)}, exposed: false }]\`, or tell the paths apart by a word in the OpenAPI file`,
    );
  }
}

/** One finding for a pair of APIs is enough. */
function* betweenApis(route: Route, other: Route, told: Set<string>): Iterable<Found> {
  const { api, operation, path } = route;
  if (told.has(other.api.name)) return;
  const shared = route.environments.filter((environment) => other.environments.includes(environment));
  if (shared.length === 0) return;
  told.add(other.api.name);
  const same = other.path === path ? 'which' : `which meets ${other.path}, that`;
  yield error(
    api.at(['basePath']),
    `${operation.method} ${path} of api '${api.name}' is a route ${same} api '${other.api.name}' has already in ${words(shared)}`,
    "change one API's basePath, serve them in different environments, or hide one operation with `exposed: false`",
  );
}

function words(environments: readonly Entry<Environment>[]): string {
  const names = environments.map(({ name }) => `'${name}'`).join(', ');
  return `${environments.length === 1 ? 'environment' : 'environments'} ${names}`;
}
