import fc from 'fast-check';
import { type ApiEntry, type Catalog, exposedOperations } from '../../core/model';
import { refusalsOf, routePattern, routePriority } from '../../core/model/routes';
import { dispatched, isOne, UPSTREAMS } from '../../trial/e2e/upstreams/stand-ins';
import { routerRegex, routerText, sentText } from '../core/model/routes/router-text';
import { loadFiles } from '../support/catalog';
import { checkCatalog } from '../support/checks';
import { resourcesOf, stacksOf } from '../support/synthesis';
import { type Case, cases, METHODS } from './overlapping-paths/cases';
import { filesOf, nameOf } from './overlapping-paths/files';

const FILES = 5000;
const BATCH = 100;
const AS_OF = '2026-11-21';

/** A route as the gateway's router matches it. */
interface Route {
  /** The operation that it matches; undefined for a refusing route. */
  readonly operation: string | undefined;
  readonly methods: readonly string[];
  readonly paths: readonly string[];
  readonly priority: number;
}

/** The routes of an API. */
function routesOf(api: ApiEntry): readonly Route[] {
  const { basePath, upstreamPaths } = api.value;
  return [
    ...exposedOperations(api).map(({ id, method, path }) => ({
      operation: id,
      methods: [method],
      paths: [routePattern(basePath, path, upstreamPaths)],
      priority: routePriority(path),
    })),
    ...refusalsOf(api).routes.map((route) => ({ ...route, operation: undefined })),
  ];
}

/** The routes that the router may match for a call: all those with the highest priority. */
function matchingRoutes(routes: readonly Route[], method: string, path: string): readonly Route[] {
  const text = routerText(path);
  if (text === undefined) return [];
  const fitting = routes.filter(
    ({ methods, paths }) => methods.includes(method) && paths.some((one) => routerRegex(one).test(text)),
  );
  const highest = Math.max(...fitting.map(({ priority }) => priority));
  return fitting.filter(({ priority }) => priority === highest);
}

const counts = { refusedFiles: 0, let: 0, refused: 0, absent: 0, reached: 0 };

/** Reports the calls of a case that reach a different operation than the one that the gateway matched. */
function mismatches(api: ApiEntry, { calls, paths }: Case): readonly string[] {
  const { basePath, upstreamPaths = {} } = api.value;
  const routes = routesOf(api);
  const endpoints = paths.map(({ path, operations }) => ({
    path: `${basePath}${path}`,
    methods: operations.map(({ method }) => method.toUpperCase()),
  }));
  const upstreams = UPSTREAMS.filter(({ ignoresCase }) => !ignoresCase || upstreamPaths.ignoresCase);
  const pathOf = new Map(api.definition.operations.map(({ id, path }) => [id, `${basePath}${path}`]));
  return calls.flatMap(({ method, path }) => {
    const matched = matchingRoutes(routes, method, `${basePath}${path}`);
    const open = matched.filter(({ operation }) => operation !== undefined);
    counts[matched.length === 0 ? 'absent' : open.length === 0 ? 'refused' : 'let'] += 1;
    const arriving = sentText(routerText(`${basePath}${path}`) ?? '');
    return open.flatMap(({ operation }) => {
      const matchedPath = pathOf.get(operation ?? '') ?? '';
      return upstreams.flatMap((upstream) => {
        const reached = dispatched(upstream, endpoints, method, arriving);
        counts.reached += reached.length;
        return reached
          .filter((one) => one !== matchedPath && !isOne(upstream, one, matchedPath))
          .map((one) => `${method} ${path} is ${matchedPath} to the gateway and ${one} to ${upstream.name}`);
      });
    });
  });
}

/** The names of the APIs with check errors, which are never applied. */
function refusedApis(catalog: Catalog): ReadonlySet<string> {
  const errors = checkCatalog(catalog, AS_OF).filter(({ severity }) => severity === 'error');
  return new Set(errors.map(({ at }) => /catalog\/(.*?)\./.exec(at.file)?.[1] ?? at.file));
}

const sample = fc.sample(cases, { numRuns: FILES, seed: 20261130 });

test('for 5,000 OpenAPI files, no call reaches an operation that the gateway did not match', () => {
  const found: string[] = [];
  for (let first = 0; first < FILES; first += BATCH) {
    const batch = sample.slice(first, first + BATCH);
    const { catalog, findings } = loadFiles(filesOf(batch));
    expect(findings).toEqual([]);
    const refused = refusedApis(catalog);
    for (const [index, one] of batch.entries()) {
      const api = catalog.apis.get(nameOf(index));
      if (!api) throw new Error(`there is no ${nameOf(index)}`);
      if (refused.has(nameOf(index))) counts.refusedFiles += 1;
      else found.push(...mismatches(api, one).map((line) => `${JSON.stringify(one)}\n${line}`));
    }
  }
  expect(found.slice(0, 5)).toEqual([]);
  // The sample must contain enough accepted files, and calls that are allowed, refused, and without a route.
  expect(counts.refusedFiles).toBeLessThan(FILES / 10);
  expect(counts.let).toBeGreaterThan(FILES);
  expect(counts.reached).toBeGreaterThan(FILES);
  expect(counts.refused).toBeGreaterThan(FILES / 10);
  expect(counts.absent).toBeGreaterThan(FILES);
});

test('the tested routes are those of the stacks', () => {
  const batch = sample.slice(0, BATCH);
  const { catalog } = loadFiles(filesOf(batch));
  const accepted = new Map([...catalog.apis].filter(([name]) => !refusedApis(catalog).has(name)));
  const written = [...resourcesOf(stacksOf({ ...catalog, apis: accepted }))]
    .filter(([address]) => address.includes('/kong-gateway_route.'))
    .map(([, route]) => {
      const { methods, paths, regex_priority, service } = route as Readonly<Record<string, unknown>>;
      return JSON.stringify([JSON.stringify(service).includes('_refused'), methods, paths, regex_priority]);
    });
  const expected = [...accepted.values()]
    .flatMap(routesOf)
    .map(({ operation, methods, paths, priority }) =>
      JSON.stringify([operation === undefined, methods, paths, priority]),
    );
  expect(written.toSorted()).toEqual(expected.toSorted());
});

test('every method is tested', () => {
  expect(new Set(sample.flatMap(({ calls }) => calls.map(({ method }) => method)))).toEqual(new Set(METHODS));
});
