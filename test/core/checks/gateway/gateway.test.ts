import { GATEWAY_CHECKS } from '../../../../core/checks/gateway/list';
import type { Catalog } from '../../../../core/model';
import { type Edit, edited, programme } from '../../../policies/support/programme';
import { brief, catalogOf } from '../../../support/catalog';
import { findingsOf } from '../../../support/checks';

const checkGateways = (catalog: Catalog) => findingsOf(GATEWAY_CHECKS, catalog, '2026-11-21');

test('accepts a catalog that every gateway supports', () => {
  expect(brief(checkGateways(programme()))).toEqual([]);
});

const PORTABLE: Edit = ['plugins: native', 'plugins: portable'];
const DEFAULT: Edit = [', plugins: native', ''];
const PARTNER_SIGNED: readonly Edit[] = [
  ['signedBy: idp', 'signedBy: partner'],
  ["{ issuer: 'https://idp.example', jwksUri: 'https://idp.production.example/jwks', audience: b }", '{ audience: b }'],
];

test.each<[what: string, file: string, edits: readonly Edit[], found: readonly string[]]>([
  [
    'an unknown version',
    'production.yaml',
    [["'3.15'", "'3.4'"]],
    [
      "catalog/production.yaml:6:42 unsupported-gateway-version gateway 'enterprise 3.4' of environment 'production' is not supported",
    ],
  ],
  [
    'a version that open-source Kong does not have',
    'sandbox.yaml',
    [["'3.9'", "'3.15'"]],
    [
      "catalog/sandbox.yaml:6:35 unsupported-gateway-version gateway 'oss 3.15' of environment 'sandbox' is not supported",
    ],
  ],
  [
    'tokens that are not bound',
    'policies.yaml',
    [['boundTokens: required', 'boundTokens: when-present']],
    [
      "catalog/policies.yaml:12:14 native-mtls-needs-bound-tokens mtls policy 'certificates' does not require bound tokens, but the native plugins of environment 'production' identify the owner of a certificate only by a token that is bound to it",
    ],
  ],
  [
    'tokens that are not bound by default',
    'policies.yaml',
    [['boundTokens: required\n', '']],
    [
      "catalog/policies.yaml:9:1 native-mtls-needs-bound-tokens mtls policy 'certificates' does not require bound tokens, but the native plugins of environment 'production' identify the owner of a certificate only by a token that is bound to it",
    ],
  ],
  [
    'certificates together with tokens that partners sign',
    'policies.yaml',
    PARTNER_SIGNED,
    [
      "catalog/policies.yaml:10:7 native-mtls-needs-issuer-tokens mtls policy 'certificates' is used with token policy 'idp', but the native plugins of environment 'production' compare certificates only with tokens of an identity provider",
    ],
  ],
  [
    'inline keys of an issuer',
    'policies.yaml',
    [["jwksUri: 'https://idp.production.example/jwks'", 'keys: [{ kty: EC, kid: a }]']],
    [
      "catalog/policies.yaml:7:54 native-inline-keys token policy 'idp' lists keys for environment 'production', but the plugin openid-connect there only fetches keys from a URL",
    ],
  ],
  [
    'an issuer that is not a URL',
    'policies.yaml',
    [["issuer: 'https://idp.example'", "issuer: 'urn:operator:idp'"]],
    [
      "catalog/policies.yaml:7:25 native-issuer-not-url the issuer of token policy 'idp' in environment 'production' is 'urn:operator:idp', but the plugin openid-connect requires a URL",
    ],
  ],
  [
    "the upstream's errors",
    'policies.yaml',
    [['model: camara', 'model: camara\nupstreamErrors: replace']],
    [
      "catalog/policies.yaml:33:17 native-upstream-errors error policy 'camara' replaces the errors of upstreams, but the native plugins of environment 'production' replace only the gateway's own",
    ],
  ],
  [
    'Redis without a password',
    'production.yaml',
    [[", password: '{vault://env/redis}'", '']],
    [
      "catalog/production.yaml:8:11 native-redis-needs-password environment 'production' uses Redis without a password, but its plugin rate-limiting-advanced requires one",
    ],
  ],
  [
    'an address of Redis, whose certificate cannot be compared',
    'production.yaml',
    [['host: redis.production.internal', 'host: 10.0.0.5']],
    [
      "catalog/production.yaml:8:33 redis-certificate-name environment 'production' uses Redis with TLS at the address '10.0.0.5'; Kong compares certificates only with host names",
    ],
  ],
  [
    'an address as the name in the certificate of Redis',
    'production.yaml',
    [['host: redis.production.internal', 'host: redis, serverName: 10.0.0.5']],
    [
      "catalog/production.yaml:8:52 redis-certificate-name environment 'production' expects the address '10.0.0.5' in the certificate of Redis; Kong compares certificates only with host names",
    ],
  ],
  ...['10.0.0.256', '10.0.5', '10', '010.0.0.5'].map((host): [string, string, readonly Edit[], readonly string[]] => [
    `${host} as the host of Redis`,
    'production.yaml',
    [['host: redis.production.internal', `host: '${host}', serverName: redis`]],
    [
      `catalog/production.yaml:8:33 invalid-redis-host Redis host '${host}' of environment 'production' is neither a name nor an IPv4 address`,
    ],
  ]),
  [
    'a quota per month',
    'tier.yaml',
    [
      ['limits: { second: 20 }', 'quota: { month: 5 }'],
      ['status: draft', 'status: active'],
    ],
    [
      "catalog/production.yaml:6:59 month-counted-as-30-days environment 'production' counts the months of tier 'paid' as 30 days: its plugin rate-limiting-advanced has no calendar months",
    ],
  ],
  [
    'a quota per month of a draft tier, which grants access only to sandboxes',
    'tier.yaml',
    [['limits: { second: 20 }', 'quota: { month: 5 }']],
    [],
  ],
  [
    'a quota per month beyond which calls are billed and not refused',
    'tier.yaml',
    [
      [
        'limits: { second: 20 }',
        'quota: { month: 5 }\nprice: { overage: bill, items: { calls: { type: calls, flat: 0.01 EUR } } }',
      ],
      ['status: draft', 'status: active'],
    ],
    [],
  ],
  [
    "months of an API's own limit that nothing uses",
    'policies.yaml',
    [
      [
        'kind: ErrorPolicy',
        'kind: RateLimitPolicy\nname: protect\ntitle: p\nlimits: { hour: 1 }\nquota: { month: 5 }\n---\nkind: ErrorPolicy',
      ],
    ],
    [],
  ],
  [
    "months of an API's own limit, where Kong's rate-limiting counts them",
    'api.yaml',
    [
      ['{ token: idp', '{ rateLimit: protect, token: idp'],
      [
        'kind: Api\n',
        'kind: RateLimitPolicy\nname: protect\ntitle: p\nlimits: { hour: 1 }\nquota: { month: 5 }\n---\nkind: Api\n',
      ],
    ],
    [
      "catalog/api.yaml:5:17 month-counted-as-30-days rate limit policy 'protect' has a monthly quota, which Kong's rate-limiting in environment 'production' counts as 30 days",
    ],
  ],
  [
    'a large clock skew',
    'policies.yaml',
    [['signedBy: idp', 'signedBy: idp\nclockSkew: 61 minutes']],
    [
      "catalog/policies.yaml:5:12 clock-skew-too-large token policy 'idp' accepts tokens for 61 minutes after they expire; at most 1 hour is allowed",
    ],
  ],
  [
    'a workspace on open-source Kong',
    'sandbox.yaml',
    [['hosts:', 'workspace: partners\nhosts:']],
    [
      "catalog/sandbox.yaml:7:12 enterprise-only environment 'sandbox' is in workspace 'partners', but open-source Kong has no workspaces",
    ],
  ],
  [
    'native plugins on open-source Kong',
    'sandbox.yaml',
    [["'3.9' }", "'3.9', plugins: native }"]],
    [
      "catalog/sandbox.yaml:6:51 enterprise-only environment 'sandbox' has `plugins: native`, but open-source Kong does not have the plugins of Enterprise",
    ],
  ],
  [
    'time limits of an upstream',
    'api.yaml',
    [
      [
        "production.internal' }",
        "production.internal', timeouts: { connect: 0 seconds, read: 9 years, write: 25 days } }",
      ],
    ],
    [
      "catalog/api.yaml:16:83 duration-out-of-range 'connect' of 'sim-swap' is 0 seconds; the gateway accepts 1 ms to 2147483646 ms, which is 24 days",
      "catalog/api.yaml:16:100 duration-out-of-range 'read' of 'sim-swap' is 9 years; the gateway accepts 1 ms to 2147483646 ms, which is 24 days",
      "catalog/api.yaml:16:116 duration-out-of-range 'write' of 'sim-swap' is 25 days; the gateway accepts 1 ms to 2147483646 ms, which is 24 days",
    ],
  ],
  [
    'time limits of Redis',
    'production.yaml',
    [['store: redis', 'store: redis, timeout: 0 ms']],
    [
      "catalog/production.yaml:8:36 duration-out-of-range 'timeout' of 'production' is 0 ms; the gateway accepts 1 ms to 2147483646 ms, which is 24 days",
    ],
  ],
  ...['0 seconds', '9000 years', '1500 ms'].map((time): [string, string, readonly Edit[], readonly string[]] => [
    `${time} as the longest life of a token`,
    'policies.yaml',
    [['signedBy: idp', `signedBy: idp\nmaximumExpiration: ${time}`]],
    [
      `catalog/policies.yaml:5:20 duration-out-of-range 'maximumExpiration' of 'idp' is ${time}; the gateway accepts 1 second to 365 days, in whole seconds`,
    ],
  ]),
  [
    'a clock skew with a fraction of a second',
    'policies.yaml',
    [['signedBy: idp', 'signedBy: idp\nclockSkew: 300 ms']],
    [
      "catalog/policies.yaml:5:12 duration-out-of-range 'clockSkew' of 'idp' is 300 ms; the gateway accepts 0 seconds to 1 hour, in whole seconds",
    ],
  ],
  [
    'the cache time and the timeout of consent',
    'policies.yaml',
    [['  source: operator', '  source: operator\n  cacheFor: 2 years\n  timeout: 30 days']],
    [
      "catalog/policies.yaml:21:13 duration-out-of-range 'cacheFor' of 'fraud' is 2 years; the gateway accepts 0 seconds to 365 days, in whole seconds",
      "catalog/policies.yaml:22:12 duration-out-of-range 'timeout' of 'fraud' is 30 days; the gateway accepts 1 ms to 2147483646 ms, which is 24 days",
    ],
  ],
  ...[PORTABLE, DEFAULT].map((plugins): [string, string, readonly Edit[], readonly string[]] => [
    'a workspace in which no plugin requests certificates',
    'production.yaml',
    [plugins, ['hosts:', 'workspace: partners\nhosts:']],
    [
      "catalog/production.yaml:7:12 certificate-request-workspace environment 'production' is in workspace 'partners', where the gateway does not request the client certificates that api 'sim-swap' requires",
    ],
  ]),
])('reports %s', (_, file, edits, found) => {
  expect(brief(checkGateways(programme(file, ...edits)))).toEqual(found);
});

test.each<[what: string, file: string, edits: readonly Edit[]]>([
  [
    'an address of Redis and the name in its certificate',
    'production.yaml',
    [['host: redis.production.internal', 'host: 10.0.0.5, serverName: redis']],
  ],
  [
    'an address of Redis without TLS',
    'production.yaml',
    [['host: redis.production.internal', 'host: 10.0.0.5, tls: false']],
  ],
  ['a workspace whose plugins request certificates', 'production.yaml', [['hosts:', 'workspace: partners\nhosts:']]],
  ['Redis without a password for other plugins', 'sandbox.yaml', [[", password: '{vault://env/redis}'", '']]],
  [
    'the longest and the shortest times',
    'api.yaml',
    [["production.internal' }", "production.internal', timeouts: { connect: 1 ms, read: 24 days, write: 1 ms } }"]],
  ],
  ['a clock skew of zero', 'policies.yaml', [['signedBy: idp', 'signedBy: idp\nclockSkew: 0 ms']]],
  ['a clock skew of an hour', 'policies.yaml', [['signedBy: idp', 'signedBy: idp\nclockSkew: 1 hours']]],
])('accepts %s', (_, file, edits) => {
  expect(brief(checkGateways(programme(file, ...edits)))).toEqual([]);
});

const EVERYTHING: readonly Edit[] = [
  ['boundTokens: required\n', ''],
  ['model: camara', 'model: camara\nupstreamErrors: replace'],
  ...PARTNER_SIGNED,
];

test.each([
  ['are written', 'portable'],
  ['are the default', undefined],
] as const)('portable plugins, which %s, support everything that native plugins do not', (_, plugins) => {
  const wrong = programme('policies.yaml', ...EVERYTHING);
  const found = checkGateways(wrong);
  expect(found.map(({ code }) => code).sort()).toEqual([
    'native-mtls-needs-bound-tokens',
    'native-mtls-needs-issuer-tokens',
    'native-upstream-errors',
  ]);
  for (const { hint } of found) expect(hint).toContain('plugins: portable');
  const production = wrong.environments.get('production');
  if (!production) throw new Error('no environment');
  const { edition, version } = production.value.gateway;
  const environments = new Map(wrong.environments).set('production', {
    ...production,
    value: { ...production.value, gateway: { edition, version, ...(plugins && { plugins }) } },
  });
  expect(brief(checkGateways({ ...wrong, environments }))).toEqual([]);
});

test('checks a catalog that lacks the documents to which others refer', () => {
  const catalog = programme('policies.yaml', ...EVERYTHING);
  const none = new Map();
  const policies = Object.fromEntries(Object.keys(catalog.policies).map((key) => [key, none]));
  expect(checkGateways({ ...catalog, tiers: none, policies: policies as never })).toEqual([]);
});

test('accepts a thousand consumer groups', () => {
  const catalog = programme();
  const api = catalog.apis.get('sim-swap');
  if (!api) throw new Error('no API');
  const apis = (count: number) =>
    new Map(Array.from({ length: count }, (_, index) => [`api-${index}`, { ...api, name: `api-${index}` }]));
  expect(brief(checkGateways({ ...catalog, apis: apis(1000) }))).toEqual([]);
  expect(brief(checkGateways({ ...catalog, apis: apis(1001) }))).toEqual([
    "catalog/production.yaml:6:59 too-many-consumer-groups environment 'production' needs 1001 Consumer Groups, one per API and tier; a control plane of Konnect holds 1000",
  ]);
});

describe("an API's own limit compared with the capacity of its upstreams", () => {
  const limited = (limits: string, capacity: string) => {
    const policy = `kind: RateLimitPolicy\nname: protect\ntitle: p\n${limits}\n---\nkind: ErrorPolicy`;
    const files = edited('policies.yaml', ['kind: ErrorPolicy', policy]);
    const { 'api.yaml': api = '' } = edited('api.yaml', [
      "sandbox.internal' }",
      `sandbox.internal', capacity: ${capacity} }`,
    ]);
    const catalog = catalogOf({
      ...files,
      'api.yaml': api.replace('{ token: idp', '{ rateLimit: protect, token: idp'),
    });
    return brief(checkGateways(catalog).filter(({ code }) => code === 'limit-above-upstream-capacity'));
  };
  const says = (calls: string, served: number) => [
    `catalog/api.yaml:15:66 limit-above-upstream-capacity rate limit policy 'protect' allows ${calls}, but the upstream of api 'sim-swap' in 'sandbox' can serve ${served}`,
  ];

  test.each([
    ['limits: { second: 50 }', '{ second: 50 }', []],
    ['limits: { second: 51 }', '{ second: 50 }', says('51 calls per second', 50)],
    ['limits: { minute: 3001 }', '{ second: 50 }', says('3001 calls per minute', 3000)],
    ['limits: { second: 1, minute: 3000 }', '{ second: 50, hour: 9000 }', []],
    ['limits: { hour: 3600 }\nquota: { day: 86401 }', '{ hour: 3600 }', says('86401 calls per day', 86_400)],
    ['limits: { second: 100 }', '{ hour: 3600 }', []],
  ])('%s, %s', (limits, capacity, found) => {
    expect(limited(limits, capacity)).toEqual(found);
  });
});
