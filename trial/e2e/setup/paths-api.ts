import type { UpstreamPaths } from '../../../core/model/routes';
import { SERVED } from '../upstreams/operations';
import type { CatalogCopy } from './catalog-copy';
import { contractLike } from './contract';
import { ENVIRONMENT } from './environment';
import type { Grant } from './grant';

/** The API of the path scenarios, and the name of its partner. */
export const PATHS_API = 'e2e-paths';

/** The parts of the API that steps change. */
export interface PathsApiChange {
  readonly upstreamPaths?: UpstreamPaths | undefined;
  /**
   * `failure` of the policy of its own limit.
   * @default closed
   */
  readonly failure?: 'closed' | 'open' | undefined;
}

/**
 * An API of the run at the root of the host, and a partner that may call two of its operations. The partner's tier has no limits, so
 * only the API's own limit counts calls.
 */
export class PathsApi {
  /**
   * @param template a grant whose API provides the token policy and the team
   * @param upstreamUrl URL of its upstream
   */
  constructor(
    private readonly copy: CatalogCopy,
    private readonly template: Grant,
    private readonly upstreamUrl: string,
  ) {
    copy.write('e2e-paths.openapi.yaml', openApi());
    this.change({});
  }

  /** Writes or replaces its documents. */
  change({ upstreamPaths, failure = 'closed' }: PathsApiChange): void {
    const { value } = this.template.api;
    const api = `kind: Api
name: ${PATHS_API}
title: Paths
domain: ${value.domain}
owner: ${value.owner}
version: 1.0.0
basePath: /
openapi: ./e2e-paths.openapi.yaml
lifecycle: preview
criticality: low
personalData: false
visibility: public
tiers: [e2e-unlimited]
upstreams: { ${ENVIRONMENT}: { url: '${this.upstreamUrl}' } }
policies: { token: ${value.policies.token}, errors: ${value.policies.errors}, rateLimit: e2e-own-limit }
routes: [{ operation: hidden, exposed: false }]
${upstreamPaths === undefined ? '' : `upstreamPaths: ${JSON.stringify(upstreamPaths)}\n`}`;
    this.copy.write('e2e-paths.yaml', [api, policy(failure), TIER, partner(this.template)].join('---\n'));
  }
}

const SCOPES = { granted: 'e2e-paths:read', 'not-granted': 'e2e-paths:secret', hidden: 'e2e-paths:read' } as const;

const policy = (failure: string) => `kind: RateLimitPolicy
name: e2e-own-limit
title: Own limit
limits: { hour: 1000000 }
failure: ${failure}
`;

const TIER = `kind: Tier
name: e2e-unlimited
title: Unlimited
status: draft
version: 1.0.0
`;

function partner(template: Grant): string {
  return `kind: Partner
name: ${PATHS_API}
title: Paths
type: developer
organization: { name: Paths, legalEntity: false, country: ES }
owner: ${template.api.value.owner}
contacts: [{ role: technical, email: api@paths.example }]
contract: ${contractLike(template, 'legal@paths.example')}
approval: { status: approved, on: 2026-01-01, by: partners@operator.example }
applications:
  - name: app
    title: App
    credentials: { ${ENVIRONMENT}: { clientId: ${PATHS_API}-client } }
    subscriptions: [{ api: ${PATHS_API}, tier: e2e-unlimited, scopes: ['${SCOPES.granted}'] }]
`;
}

function openApi(): string {
  const paths = SERVED.flatMap(({ path, access }) => {
    if (access === 'unknown') return [];
    const parameters = [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    }));
    const get = {
      ...(access === 'hidden' ? { operationId: 'hidden' } : {}),
      security: [{ oauth: [SCOPES[access]] }],
      parameters,
      responses: { 200: { description: 'The path that was served.' } },
    };
    return [[path, { get }]];
  });
  const scopes = Object.fromEntries([...new Set(Object.values(SCOPES))].map((scope) => [scope, scope]));
  const flows = { clientCredentials: { tokenUrl: 'https://idp.operator.example/token', scopes } };
  return JSON.stringify({
    openapi: '3.0.3',
    info: { title: 'Paths', version: '1.0.0' },
    paths: Object.fromEntries(paths),
    components: { securitySchemes: { oauth: { type: 'oauth2', flows } } },
  });
}
