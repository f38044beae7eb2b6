import type { ApiEntry, Entry, Environment, Operation } from '../../model';
import { exposedOperations } from '../../model';
import { flow, shown } from '../../model/messages/shown';
import { claimKey, claimOf } from '../../model/routes/claim';
import { routePriority } from '../../model/routes/priority';
import { refusalsOf } from '../../model/routes/refusals';
import { routePattern } from '../../model/routes/route-pattern';
import { routeShape, shapeText } from '../../model/routes/shape';
import { type RouteTree, routeTree } from '../../model/routes/tree';
import { type Check, type Found, found } from '../check';
import { servedEnvironments } from './shared/served-environments';

interface Route {
  readonly api: ApiEntry;
  readonly operation: Operation;
  readonly path: string;
  readonly priority: number;
  readonly environments: readonly Entry<Environment>[];
}

export const routeConflict: Check<'route-conflict'> = {
  code: 'route-conflict',
  severity: 'error',
  per: 'catalog',
  summary:
    'A call could match routes of two APIs in an environment, or two operations of an API of which neither has the more specific path.',
  rationale: 'the gateway would choose one of them by chance, and apply its limits and policies',
  fix: 'Change a path or the `basePath` of an API, serve the APIs in different environments, or hide an operation with `exposed: false`.',
  details: `A fixed segment is more specific than a parameter (\`/sessions/active\`, \`/sessions/{id}\`), and so is a segment with a parameter in it
(\`/files/{name}.json\`, \`/files/{name}\`): the gateway chooses the more specific route. Paths such as \`/at/{x},{y}\` and
\`/at/{name}.json\` overlap, and neither is more specific.

Two operations whose paths differ only in case conflict if the API has \`upstreamPaths.ignoresCase\`. An operation conflicts with calls that
must be refused, such as those of a hidden operation, if no route priority is left to distinguish them.`,
  waivable: false,
  examples: {
    avoid: {
      files: {
        'number-verification.openapi.yaml': `openapi: 3.0.3
info: { title: Number Verification, version: 1.0.0 }
security: [{ openId: [number-verification:verify] }]
paths:
  /sessions/{id}:
    get: { operationId: getSession }
  /sessions/{token}:
    get: { operationId: findSession }
`,
      },
    },
    prefer: {
      files: {
        'number-verification.openapi.yaml': `openapi: 3.0.3
info: { title: Number Verification, version: 1.0.0 }
security: [{ openId: [number-verification:verify] }]
paths:
  /sessions/{id}:
    get: { operationId: getSession }
  /sessions/by-token/{token}:
    get: { operationId: findSession }
`,
      },
    },
  },
  *find({ catalog }) {
    const trees = new Map<string, RouteTree<Route>>();
    for (const api of catalog.apis.values()) {
      const environments = servedEnvironments(catalog, api);
      const reported = new Set<string>();
      const ambiguous = new Set<Operation>();
      for (const operation of exposedOperations(api)) {
        const tree = trees.get(operation.method) ?? routeTree<Route>();
        trees.set(operation.method, tree);
        const shape = routeShape(api.value.basePath, operation.path);
        const route = { api, operation, path: shapeText(shape), priority: routePriority(operation.path), environments };
        for (const other of tree.meeting(shape)) {
          yield* other.api === api ? withinApi(route, other, ambiguous) : betweenApis(route, other, reported);
        }
        tree.add(shape, route);
      }
      yield* equalIgnoringCase(api);
      yield* indistinguishable(api);
    }
  },
};

/**
 * Of two overlapping routes of one API, the gateway chooses the one with the higher priority, so they must not have the same. An
 * operation is reported once.
 */
function* withinApi(
  { api, operation, path, priority }: Route,
  other: Route,
  reported: Set<Operation>,
): Iterable<Found> {
  if (other.priority !== priority || reported.has(operation)) return;
  reported.add(operation);
  const both = `operations '${other.operation.id}' and '${operation.id}' of api '${api.name}'`;
  const hideOne = 'hide one with `routes: [{ operation: …, exposed: false }]`';
  yield other.path === path
    ? found(
        api.at(['openapi']),
        `${both} have the same route, ${operation.method} ${path}`,
        `give them different paths in the OpenAPI file, or ${hideOne}`,
      )
    : found(
        api.at(['openapi']),
        `${both} match the same calls, and neither path is more specific: ${operation.method} ${other.path} and ${path}`,
        `add a fixed segment to one of the paths in the OpenAPI file, or ${hideOne}`,
      );
}

/** Two exposed operations that are the same to an upstream that ignores case. */
function* equalIgnoringCase(api: ApiEntry): Iterable<Found> {
  const upstreamPaths = api.value.upstreamPaths ?? {};
  if (!upstreamPaths.ignoresCase) return;
  const seen = new Map<string, Operation>();
  for (const operation of exposedOperations(api)) {
    const { folded, slash } = claimOf(operation.path, upstreamPaths);
    const key = `${operation.method} ${claimKey(folded, slash)}`;
    const first = seen.get(key);
    if (!first) seen.set(key, operation);
    else if (first.path !== operation.path && routePattern('', first.path) !== routePattern('', operation.path)) {
      yield found(
        api.at(['upstreamPaths']),
        `operations '${first.id}' and '${operation.id}' of api '${api.name}' are the same to an upstream that ignores case: ${operation.method} ${shown(first.path)} and ${shown(operation.path)}`,
        'hide one with `routes: [{ operation: …, exposed: false }]`',
      );
    }
  }
}

/** Operations that would get calls which the gateway must refuse. An operation is reported once. */
function* indistinguishable(api: ApiEntry): Iterable<Found> {
  const reported = new Set<Operation>();
  for (const { operation, path } of refusalsOf(api).unclear) {
    if (reported.has(operation)) continue;
    reported.add(operation);
    yield found(
      api.at(['openapi']),
      `operation '${operation.id}' of api '${api.name}' would receive calls to ${shown(path)}, which has no exposed ${operation.method}: the gateway cannot distinguish them, because neither path is more specific`,
      `hide it with \`routes: [{ operation: ${flow(operation.id)}, exposed: false }]\`, or add a fixed segment to one of the paths in the OpenAPI file`,
    );
  }
}

/** A pair of APIs is reported once. */
function* betweenApis(route: Route, other: Route, reported: Set<string>): Iterable<Found> {
  const { api, operation, path } = route;
  if (reported.has(other.api.name)) return;
  const shared = route.environments.filter((environment) => other.environments.includes(environment));
  if (shared.length === 0) return;
  reported.add(other.api.name);
  yield found(
    api.at(['basePath']),
    `${operation.method} ${path} of api '${api.name}' ${other.path === path ? 'is already a route' : `overlaps the route ${other.path}`} of api '${other.api.name}' in ${listEnvironments(shared)}`,
    'change the basePath of one API, serve them in different environments, or hide one operation with `exposed: false`',
  );
}

function listEnvironments(environments: readonly Entry<Environment>[]): string {
  const names = environments.map(({ name }) => `'${name}'`).join(', ');
  return `${environments.length === 1 ? 'environment' : 'environments'} ${names}`;
}
