import type { ApiEntry, ServerPath } from '../../model';
import { exposedOperations } from '../../model';
import { type Check, type Found, found } from '../check';
import { listOperations } from './shared/list-operations';

export const serverPathMismatch: Check<'server-path-mismatch'> = {
  code: 'server-path-mismatch',
  severity: 'warning',
  per: 'api',
  summary:
    "The `servers` of the OpenAPI file, or of an exposed operation, have a path that does not end with the API's `basePath`.",
  rationale: 'the gateway sends calls to the upstream below `basePath`, where the upstream may not serve them',
  fix: 'Correct `basePath` or `servers`. An operation with a path of its own needs an Api of its own, or `exposed: false`.',
  details: 'Servers without a path are ignored, unless other servers of the file have one.',
  waivable: true,
  examples: {
    avoid: {
      files: {
        'number-verification.openapi.yaml': `openapi: 3.0.3
info: { title: Number Verification, version: 1.0.0 }
servers: [{ url: 'https://operator.example/number-verification/v2' }]
security: [{ openId: [number-verification:verify] }]
paths:
  /verify:
    post: { operationId: verify }
`,
      },
    },
    prefer: {
      files: {
        'number-verification.openapi.yaml': `openapi: 3.0.3
info: { title: Number Verification, version: 1.0.0 }
servers: [{ url: 'https://operator.example/number-verification/v1' }]
security: [{ openId: [number-verification:verify] }]
paths:
  /verify:
    post: { operationId: verify }
`,
      },
    },
  },
  *find(api) {
    const { origin } = api.definition;
    if (!origin) return;
    yield* mismatch(api, origin.servers);
    const hasNoPath = origin.servers.every(({ path }) => path === '');
    const elsewhere = exposedOperations(api).flatMap(({ id }) => {
      const servers = origin.operations.get(id)?.servers;
      if (!servers || servers.length === 0 || servers.some((server) => fits(api, server))) return [];
      // Some generators repeat servers without a path at each operation.
      return hasNoPath && servers.some(({ path }) => path === '') ? [] : [{ id, servers }];
    });
    const [first] = elsewhere;
    if (!first) return;
    yield found(
      first.servers[0]?.at ?? api.at(['openapi']),
      `${listOperations(elsewhere.map(({ id }) => id))} of api '${api.name}' ${elsewhere.length === 1 ? 'has' : 'have'} servers with the path '${first.servers[0]?.path || '/'}', but the gateway sends calls to the upstream below the basePath '${api.value.basePath}'`,
      'move them to an Api with that basePath, hide them with `exposed: false`, or correct `servers`',
    );
  },
};

function* mismatch(api: ApiEntry, servers: readonly ServerPath[]): Iterable<Found> {
  const [first] = servers;
  // Generators write servers without a path if none is configured.
  if (!first || servers.some((server) => server.path === '' || fits(api, server))) return;
  const paths = [...new Set(servers.map(({ path }) => `'${path}'`))].slice(0, 3).join(', ');
  yield found(
    first.at,
    `\`servers\` have the path ${paths}, but the gateway sends calls of api '${api.name}' to its basePath '${api.value.basePath}'`,
    // Not every path can be a base path.
    /^[A-Za-z0-9/._~-]+$/.test(first.path)
      ? `write \`basePath: ${first.path}\` if the upstream serves the API there, or correct \`servers\``
      : 'correct `servers`',
  );
}

/** Whether a server's path is the base path or ends with it: the upstream's URL may have the beginning. */
function fits({ value: { basePath } }: ApiEntry, { path }: ServerPath): boolean {
  return basePath === '/' ? path === '' : path === basePath || path.endsWith(basePath);
}
