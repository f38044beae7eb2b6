import { findings, type Row } from './table';

const SIM = 'sim-swap.yaml';
const NUMBER = 'number-verification.yaml';
const SPEC = 'number-verification.openapi.yaml';
const dead = (deprecation: string): Row[3] => [
  [SIM, 'lifecycle: published', 'lifecycle: deprecated'],
  [SIM, 'deprecation: { notice: 6 months, successor: number-verification }', `deprecation: ${deprecation}`],
];
const moved = ['/sessions/{sessionId}:\n    get:', '/sessions/{sessionId}:\n    get:'] as const;
const operation = (path: string, method: string, id: string) =>
  `  ${path}:\n    ${method}:\n      operationId: ${id}\n      security: [{ openId: [number-verification:verify] }]\n      responses: { '200': { description: OK } }\n`;
const spec = (...operations: string[]): Row[3][number] => [
  SPEC,
  '  /sessions/{sessionId}:\n',
  `${operations.join('')}  ${moved[0].slice(0, 22)}\n`,
];

describe('routes of two APIs do not overlap:', () =>
  findings([
    [
      'the same path',
      ['error route-conflict'],
      "POST /sim-swap/v2/check of api 'sim-swap' is already a route of api 'number-verification' in environments 'production', 'sandbox'; change the basePath of one API, serve them in different",
      [
        [NUMBER, 'basePath: /number-verification/v1', 'basePath: /sim-swap/v2'],
        [SIM, 'basePath: /sim', 'basePath: «/sim'],
        spec(operation('/check', 'post', 'check')),
      ],
    ],
    [
      'a parameter that covers a literal segment',
      ['error route-conflict'],
      "POST /sim-swap/v2/check of api 'sim-swap' overlaps the route /sim-swap/v2/{} of api 'number-verification' in environments 'production', 'sandbox'; change the basePath of one API, serve them in",
      [
        [NUMBER, 'basePath: /number-verification/v1', 'basePath: /sim-swap/v2'],
        [SIM, 'basePath: /sim', 'basePath: «/sim'],
        spec(operation("'/{any}'", 'post', 'any')),
      ],
    ],
    [
      'parameters with other names',
      ['error route-conflict'],
      "GET /sim-swap/v2/events/{} of api 'sim-swap' is already a route of api 'number-verification' in environments 'production', 'sandbox'; change the basePath of one API, serve them in different",
      [
        [NUMBER, 'basePath: /number-verification/v1', 'basePath: /sim-swap/v2/events'],
        [SIM, 'basePath: /sim', 'basePath: «/sim'],
        spec(operation("'/{other}'", 'get', 'other')),
      ],
    ],
    [
      'a parameter inside a literal segment',
      ['error route-conflict'],
      'GET /sim-swap/v2/events/{}',
      [
        [NUMBER, 'basePath: /number-verification/v1', 'basePath: /sim-swap/v2/events'],
        [SIM, 'basePath: /sim', 'basePath: «/sim'],
        spec(operation("'/at-{time}.json'", 'get', 'at')),
      ],
    ],
    [
      'another method',
      [],
      '',
      [
        [NUMBER, 'basePath: /number-verification/v1', 'basePath: /sim-swap/v2'],
        spec(operation('/check', 'put', 'check')),
      ],
    ],
    [
      'another length',
      [],
      '',
      [
        [NUMBER, 'basePath: /number-verification/v1', 'basePath: /sim-swap/v2'],
        spec(operation("'/check/{x}'", 'post', 'check'), operation('/check/', 'post', 'slash')),
      ],
    ],
    [
      'another environment',
      [],
      '',
      [
        [NUMBER, 'basePath: /number-verification/v1', 'basePath: /sim-swap/v2'],
        [
          NUMBER,
          "  sandbox: { url: 'https://number.sandbox', verifyTls: false }\n  production: { url: 'https://number.internal' }\n",
          "  staging: { url: 'https://number.staging' }\n",
        ],
        [SIM, "  staging: { url: 'https://sim-swap.staging' }\n", ''],
        [NUMBER, 'token: partner-keys', 'token: operator-idp'],
        spec(operation('/check', 'post', 'check')),
        [
          'acme-bank.yaml',
          '      - api: number-verification\n        tier: free\n        scopes: [number-verification:verify]\n        environments: [sandbox, production]\n',
          '',
        ],
      ],
    ],
    [
      'a hidden operation',
      [],
      '',
      [
        [NUMBER, 'basePath: /number-verification/v1', 'basePath: /sim-swap/v2'],
        [SIM, 'streaming: true', 'streaming: true\n  - { operation: checkSimSwap, exposed: false }'],
        spec(operation('/check', 'post', 'check')),
        ['acme-bank.yaml', '[sim-swap:check]', '[sim-swap:events]'],
      ],
    ],
  ]));

describe('a call matches one operation of an API:', () =>
  findings([
    [
      'two operations whose paths differ only in the parameter',
      ['error route-conflict'],
      "operations 'other' and 'getSession' of api 'number-verification' have the same route, GET /number-verification/v1/sessions/{}; give them different paths in the OpenAPI file, or hide one with `routes:",
      [[NUMBER, 'openapi: ./number', 'openapi: «./number'], spec(operation("'/sessions/{other}'", 'get', 'other'))],
    ],
    [
      'two operations that match the same call, neither of which is more specific',
      ['error route-conflict'],
      "operations 'file' and 'pair' of api 'number-verification' match the same calls, and neither path is more specific: GET /number-verification/v1/at/{}.json and /number-verification/v1/at/{},{}; add a",
      [
        [NUMBER, 'openapi: ./number', 'openapi: «./number'],
        spec(operation("'/at/{x},{y}'", 'get', 'pair'), operation("'/at/{name}.json'", 'get', 'file')),
      ],
    ],
    [
      'two such operations if one is hidden as the hint suggests',
      [],
      '',
      [
        [NUMBER, 'visibility:\n', 'routes: [{ operation: pair, exposed: false }]\nvisibility:\n'],
        spec(operation("'/at/{x},{y}'", 'get', 'pair'), operation("'/at/{name}.json'", 'get', 'file')),
      ],
    ],
    [
      'two such operations if one is hidden and a third overlaps with both',
      ['error route-conflict'],
      "operation 'file' of api 'number-verification' would receive calls to '/at/{x},{y}', which has no exposed GET: the gateway cannot distinguish them, because neither path is more specific; hide it with",
      [
        [NUMBER, 'openapi: ./number', 'openapi: «./number'],
        [NUMBER, 'visibility:\n', 'routes: [{ operation: pair, exposed: false }]\nvisibility:\n'],
        spec(
          operation("'/at/{x},{y}'", 'get', 'pair'),
          operation("'/at/{name}.json'", 'get', 'file'),
          operation("'/at/a,b'", 'get', 'third'),
        ),
      ],
    ],
    [
      'three such operations if two are hidden as the hint suggests',
      [],
      '',
      [
        [
          NUMBER,
          'visibility:\n',
          'routes: [{ operation: pair, exposed: false }, { operation: file, exposed: false }]\nvisibility:\n',
        ],
        spec(
          operation("'/at/{x},{y}'", 'get', 'pair'),
          operation("'/at/{name}.json'", 'get', 'file'),
          operation("'/at/a,b'", 'get', 'third'),
        ),
      ],
    ],
    [
      'two operations that differ in case if the upstream ignores case',
      ['error route-conflict'],
      "operations 'upper' and 'lower' of api 'number-verification' are the same to an upstream that ignores case: GET '/At' and '/at'; hide one with `routes: [{ operation: …, exposed: false }]`",
      [
        [NUMBER, 'visibility:\n', 'upstreamPaths: «{ ignoresCase: true }\nvisibility:\n'],
        spec(operation('/At', 'get', 'upper'), operation('/at', 'get', 'lower')),
      ],
    ],
    [
      'two operations that differ in case if one is hidden as the hint suggests',
      [],
      '',
      [
        [
          NUMBER,
          'visibility:\n',
          'upstreamPaths: { ignoresCase: true }\nroutes: [{ operation: upper, exposed: false }]\nvisibility:\n',
        ],
        spec(operation('/At', 'get', 'upper'), operation('/at', 'get', 'lower')),
      ],
    ],
    [
      'two operations that differ in case if the upstream respects case',
      [],
      '',
      [spec(operation('/At', 'get', 'upper'), operation('/at', 'get', 'lower'))],
    ],
    [
      'more overlapping operations than the gateway can separate with routes',
      ['error too-many-refusing-routes'],
      "api 'number-verification' needs 1056 routes that refuse calls to paths that overlap; at most 1000 are allowed; start its paths with different fixed segments in the OpenAPI file, or split the API into several",
      [
        [NUMBER, 'openapi: ./number', 'openapi: «./number'],
        spec(
          ...Array.from({ length: 32 }, (_, index) => operation(`'/a${index}/{x}'`, 'get', `first${index}`)),
          ...Array.from({ length: 32 }, (_, index) => operation(`'/{x}/b${index}'`, 'get', `second${index}`)),
        ),
      ],
    ],
    [
      'two equally specific operations that no call matches at once',
      [],
      '',
      [spec(operation("'/at/{x}.xml'", 'get', 'pair'), operation("'/at/{name}.json'", 'get', 'file'))],
    ],
    [
      'two operations with one decoded path',
      ['error route-conflict'],
      "operations 'two' and 'one' of api 'number-verification' have the same route, GET /number-verification/v1/café; give them different paths in the OpenAPI file, or hide one with `routes: [{ operation:",
      [
        [NUMBER, 'openapi: ./number', 'openapi: «./number'],
        spec(operation("'/caf%C3%A9'", 'get', 'one'), operation("'/c%61f%c3%a9'", 'get', 'two')),
      ],
    ],
    [
      'a partly literal segment at a depth at which it cannot take precedence over a parameter',
      ['error route-conflict'],
      "operations 'file' and 'plain' of api 'number-verification' match the same calls, and neither path is more specific: GET /number-verification/v1/{}.json/b/c/d/e/f/g and",
      [
        [NUMBER, 'openapi: ./number', 'openapi: «./number'],
        spec(
          operation("'/{name}/b/c/d/e/f/g'", 'get', 'plain'),
          operation("'/{name}.json/b/c/d/e/f/g'", 'get', 'file'),
        ),
      ],
    ],
    [
      'a literal segment next to a parameter at a great depth',
      [],
      '',
      [
        spec(
          operation("'/a/{b}/c/{d}/e/{f}/latest'", 'get', 'latest'),
          operation("'/a/{b}/c/{d}/e/{f}/{g}.json'", 'get', 'file'),
          operation("'/a/{b}/c/{d}/e/{f}/{g}'", 'get', 'one'),
        ),
      ],
    ],
    [
      'a file name next to a parameter',
      [],
      '',
      [spec(operation("'/files/{name}'", 'get', 'file'), operation("'/files/{name}.json'", 'get', 'json'))],
    ],
    ['a literal segment next to a parameter', [], '', [spec(operation('/sessions/active', 'get', 'active'))]],
    [
      'two entries for one operation',
      ['error repeated-entry'],
      "operation 'streamEvents' is listed twice in the routes of api 'sim-swap'; merge the two entries",
      [[SIM, 'streaming: true', 'streaming: true\n  - operation: «streamEvents\n    exposed: true']],
    ],
    [
      'a draft without exposed operations',
      [],
      '',
      [
        [NUMBER, 'lifecycle: published', 'lifecycle: draft'],
        [
          NUMBER,
          'policies:',
          'routes:\n  - { operation: verify, exposed: false }\n  - { operation: getSession, exposed: false }\npolicies:',
        ],
        [
          'acme-bank.yaml',
          '      - api: number-verification\n        tier: free\n        scopes: [number-verification:verify]\n        environments: [sandbox, production]\n',
          '',
        ],
      ],
    ],
    [
      'an API without exposed operations',
      ['warning nothing-exposed'],
      "api 'number-verification' exposes no operation, so partners cannot call anything",
      [
        [
          NUMBER,
          'policies:',
          '«routes:\n  - { operation: verify, exposed: false }\n  - { operation: getSession, exposed: false }\npolicies:',
        ],
        [
          'acme-bank.yaml',
          '      - api: number-verification\n        tier: free\n        scopes: [number-verification:verify]\n        environments: [sandbox, production]\n',
          '',
        ],
      ],
    ],
  ]));

describe('the version and the lifecycle of an API are consistent:', () =>
  findings([
    [
      'another version in the OpenAPI file',
      ['warning api-version-mismatch'],
      "api 'sim-swap' has version 2.1.1, but its OpenAPI file catalog/sim-swap.openapi.yaml has '2.1.0'",
      [[SIM, 'version: 2.1.0', 'version: «2.1.1']],
    ],
    [
      'a deprecated API without `deprecation`',
      ['error missing-deprecation'],
      "api 'sim-swap' is deprecated, but has no `deprecation`; add `deprecation` with `notice`",
      [
        [
          SIM,
          'lifecycle: published\ndeprecation: { notice: 6 months, successor: number-verification }',
          'lifecycle: «deprecated',
        ],
      ],
    ],
    [
      'a deprecated API without an announcement',
      ['error missing-deprecation'],
      "api 'sim-swap' is deprecated, but has no day of announcement; add `announced`",
      [
        [
          SIM,
          'lifecycle: published\ndeprecation: { notice: 6 months, successor: number-verification }',
          'lifecycle: deprecated\n«deprecation: { notice: 6 months }',
        ],
      ],
    ],
    [
      'a deprecated API without a sunset',
      ['warning missing-sunset'],
      "api 'sim-swap' is deprecated, but has no last day of service; add `sunset`",
      [
        [
          SIM,
          'lifecycle: published\ndeprecation: { notice: 6 months, successor: number-verification }',
          'lifecycle: deprecated\n«deprecation: { notice: 6 months, announced: 2026-06-01 }',
        ],
      ],
    ],
    [
      'a sunset before the notice has passed',
      ['error sunset-too-early'],
      "sunset of api 'sim-swap' on 2026-11-30 is earlier than 6 months after its announcement on 2026-06-01; write 2026-12-01 or a later date",
      dead('{ notice: 6 months, announced: 2026-06-01, sunset: «2026-11-30 }'),
    ],
    [
      'a sunset on the day on which the notice has passed',
      [],
      '',
      dead('{ notice: 6 months, announced: 2026-06-01, sunset: 2026-12-01 }'),
    ],
    [
      'the last day of service',
      [],
      '',
      dead('{ notice: 6 months, announced: 2026-06-01, sunset: 2026-12-01 }'),
      '2026-12-01',
    ],
    [
      'the day after the last day of service',
      ['warning sunset-passed'],
      "api 'sim-swap' is still served, but its last day was 2026-12-01; write `lifecycle: retired` to stop serving it, or announce a later `sunset`",
      dead('{ notice: 6 months, announced: 2026-06-01, sunset: «2026-12-01 }'),
      '2026-12-02',
    ],
    [
      'a notice of 999999999 years',
      ['error sunset-too-early'],
      "sunset of api 'sim-swap' on 2026-12-01 is earlier than 999999999 years after its announcement on 2026-06-01; write 9999-12-31 or a later date",
      dead('{ notice: 999999999 years, announced: 2026-06-01, sunset: «2026-12-01 }'),
    ],
    [
      'an API that is its own successor',
      ['error invalid-successor'],
      "api 'sim-swap' is its own successor; name the API that replaces it, or remove `successor`",
      [[SIM, 'successor: number-verification', 'successor: «sim-swap']],
    ],
    [
      'a successor that is retired',
      ['warning successor-unavailable'],
      "successor 'number-verification' of api 'sim-swap' is retired itself",
      [
        [SIM, 'successor: number', 'successor: «number'],
        [NUMBER, 'lifecycle: published', 'lifecycle: retired'],
        [
          'acme-bank.yaml',
          '      - api: number-verification\n        tier: free\n        scopes: [number-verification:verify]\n        environments: [sandbox, production]\n',
          '',
        ],
      ],
    ],
    [
      'a successor that an environment of the deprecated API does not serve',
      ['warning successor-unavailable'],
      "successor 'number-verification' (published) of api 'sim-swap' is not served in 'staging', where partners are referred to it; serve it in the same environments as its predecessor, or remove",
      dead('{ notice: 6 months, announced: 2026-05-01, sunset: 2026-12-01, successor: «number-verification }'),
    ],
    [
      'a successor that is a draft',
      ['warning subscription-without-effect', 'warning subscription-without-effect', 'warning successor-unavailable'],
      "api 'number-verification' (draft) is not served in environment 'sandbox'",
      [
        ...dead('{ notice: 6 months, announced: 2026-05-01, sunset: 2026-12-01, successor: «number-verification }'),
        [NUMBER, 'lifecycle: published', 'lifecycle: draft'],
        ['acme-bank.yaml', '[sandbox, production]', '[«sandbox, «production]'],
      ],
    ],
    [
      'a successor with one environment less if the API is not deprecated',
      [],
      '',
      [[SIM, 'notice: 6 months, successor', 'notice: 6 months, announced: 2026-05-01, successor']],
    ],
    [
      'a preview that has only an upstream in production',
      ['warning api-served-nowhere'],
      "api 'number-verification' (preview) is not served anywhere: it has upstreams only for production, where previews are not served; add an upstream for another environment, or write `lifecycle: published`",
      [
        [NUMBER, 'lifecycle: published', 'lifecycle: «preview'],
        [NUMBER, "  sandbox: { url: 'https://number.sandbox', verifyTls: false }\n", ''],
      ],
    ],
    [
      'a name that is reserved for global entities',
      ['error reserved-name'],
      "api 'global' has a reserved name",
      [
        [NUMBER, 'name: number-verification', 'name: «global'],
        [SIM, ', successor: number-verification', ''],
        ['acme-bank.yaml', 'api: number-verification', 'api: global'],
      ],
    ],
  ]));
