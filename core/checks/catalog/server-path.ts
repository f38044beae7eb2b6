import type { ApiEntry, ServerPath } from '../../model';
import { exposedOperations } from '../../model';
import { type Check, type Found, warning } from './check';
import { listOperations } from './shared/list-operations';

/** The servers of an OpenAPI file are where the gateway sends calls: below the API's base path. */
export const serverPath: Check = {
  code: 'server-path',
  *find({ catalog }) {
    for (const api of catalog.apis.values()) {
      const { origin } = api.definition;
      if (!origin) continue;
      yield* otherPath(api, origin.servers);
      const saysNothing = origin.servers.every(({ path }) => path === '');
      const elsewhere = exposedOperations(api).flatMap(({ id }) => {
        const servers = origin.operations.get(id)?.servers;
        if (!servers || servers.length === 0 || servers.some((server) => fits(api, server))) return [];
        // Generators that write servers at every path leave the path out as well.
        return saysNothing && servers.some(({ path }) => path === '') ? [] : [{ id, servers }];
      });
      const [first] = elsewhere;
      if (!first) continue;
      yield warning(
        first.servers[0]?.at ?? api.at(['openapi']),
        `${listOperations(elsewhere.map(({ id }) => id))} of api '${api.name}' ${elsewhere.length === 1 ? 'has' : 'have'} servers with the path '${first.servers[0]?.path || '/'}', but the gateway sends calls to the API's upstream at '${api.value.basePath}'`,
        'offer them as an Api of their own with that basePath, hide them with `exposed: false`, or correct `servers`',
      );
    }
  },
};

function* otherPath(api: ApiEntry, servers: readonly ServerPath[]): Iterable<Found> {
  const [first] = servers;
  // A server without a path is what generators write where nobody said one.
  if (!first || servers.some((server) => server.path === '' || fits(api, server))) return;
  const paths = [...new Set(servers.map(({ path }) => `'${path}'`))].slice(0, 3).join(', ');
  yield warning(
    first.at,
    `servers have the path ${paths}, but api '${api.name}' has basePath '${api.value.basePath}', where the upstream gets its calls`,
    // Not every path can be a base path.
    /^[A-Za-z0-9/._~-]+$/.test(first.path)
      ? `write \`basePath: ${first.path}\` if the upstream serves it there, or correct \`servers\``
      : 'correct `servers`',
  );
}

/** Whether a server's path is the base path, or ends with it: what is in front may be the upstream's own. */
function fits({ value: { basePath } }: ApiEntry, { path }: ServerPath): boolean {
  return basePath === '/' ? path === '' : path === basePath || path.endsWith(basePath);
}
