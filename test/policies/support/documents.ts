import type {
  Api,
  ApiOperation,
  ConsentPolicy,
  Environment,
  ErrorPolicy,
  MtlsPolicy,
  RateLimitPolicy,
  Tier,
  TokenPolicy,
} from '../../../core/model';

const named = (name: string) => ({ name, title: name }) as const;

/** A valid environment. Tests start from the valid documents here and change one thing. */
export const ENVIRONMENT: Environment = {
  kind: 'Environment',
  ...named('staging'),
  stage: 'staging',
  gateway: { edition: 'oss', version: '3.9' },
  hosts: ['b.example', 'a.example'],
  counters: { store: 'local' },
  clientCas: [
    { name: 'partner-ca', certificate: '' },
    { name: 'other-ca', certificate: '' },
  ],
  audit: { endpoint: 'https://audit.example/records', file: '/var/log/audit.json' },
  partners: { shards: 1 },
  isolation: { upstreams: ['*.internal'] },
};

export const OSS = ENVIRONMENT;

const enterprise = (version: string, plugins: 'native' | 'portable'): Environment => ({
  ...ENVIRONMENT,
  gateway: { edition: 'enterprise', version, plugins },
});

export const NATIVE = enterprise('3.15', 'native');
export const NATIVE_39 = enterprise('3.9', 'native');
export const PORTABLE = enterprise('3.15', 'portable');
export const PORTABLE_39 = enterprise('3.9', 'portable');

/** Every target: gateway and plugins. */
export const TARGETS: readonly (readonly [string, Environment])[] = [
  ['open-source 3.9', OSS],
  ['Enterprise 3.9, native', NATIVE_39],
  ['Enterprise 3.15, native', NATIVE],
  ['Enterprise 3.9, portable', PORTABLE_39],
  ['Enterprise 3.15, portable', PORTABLE],
];

/** The same environment with its counters in Redis. */
export function withRedis(environment: Environment): Environment {
  return {
    ...environment,
    counters: { store: 'redis', host: 'redis.internal', password: '{vault://env/redis-password}' },
  };
}

export const API: Api = {
  kind: 'Api',
  ...named('sim-swap'),
  domain: 'identity',
  owner: 'identity-apis',
  version: '2.1.0',
  basePath: '/sim-swap/v2',
  openapi: './openapi.yaml',
  lifecycle: 'published',
  criticality: 'high',
  personalData: true,
  visibility: 'public',
  tiers: ['paid', 'free'],
  upstreams: { staging: { url: 'https://sim-swap.internal' } },
  policies: { token: 'idp', errors: 'camara' },
};

export const CHECK: ApiOperation = {
  id: 'check',
  slug: 'check',
  exposed: true,
  method: 'POST',
  path: '/check',
  scopes: [['sim-swap:check'], ['sim-swap']],
};
export const GET_ONE: ApiOperation = {
  id: 'getOne',
  slug: 'get-one',
  exposed: true,
  method: 'GET',
  path: '/swaps/{swapId}',
  scopes: 'none',
};
export const OPERATIONS: readonly ApiOperation[] = [CHECK, GET_ONE];

export const FREE: Tier = { kind: 'Tier', ...named('free'), status: 'draft', version: '1.0.0', limits: { minute: 60 } };
export const PAID: Tier = {
  kind: 'Tier',
  ...named('paid'),
  status: 'draft',
  version: '1.0.0',
  limits: { second: 20, minute: 600 },
  quota: { month: 1_000_000 },
  overrides: [
    { api: 'sim-swap', limits: { second: 10 } },
    { api: 'sim-swap', operation: 'check', limits: { second: 5 } },
    { api: 'other', limits: { second: 1 } },
  ],
};

export const IDP: TokenPolicy = {
  kind: 'TokenPolicy',
  ...named('idp'),
  signedBy: 'idp',
  environments: {
    staging: {
      issuer: 'https://idp.example',
      jwksUri: 'https://idp.example/jwks',
      audience: 'https://api.staging.example',
    },
  },
};

export const PARTNER_SIGNED: TokenPolicy = {
  kind: 'TokenPolicy',
  ...named('partner-signed'),
  signedBy: 'partner',
  environments: { staging: { audience: 'https://api.staging.example' } },
};

export const MTLS: MtlsPolicy = { kind: 'MtlsPolicy', ...named('certificates') };
export const RATE_LIMIT: RateLimitPolicy = { kind: 'RateLimitPolicy', ...named('protect'), limits: { second: 200 } };
export const ERRORS: ErrorPolicy = { kind: 'ErrorPolicy', ...named('camara'), model: 'camara' };
export const CONSENT: ConsentPolicy = {
  kind: 'ConsentPolicy',
  ...named('fraud'),
  purposes: ['dpv:FraudPreventionAndDetection'],
  userContext: 'any',
};

/** Returns readable ids. */
export const idOf = (kind: string, name: string) => `${kind}:${name}`;
