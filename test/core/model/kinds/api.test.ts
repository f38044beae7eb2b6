import { kindTable } from './kind-table';

const FULL = `kind: Api
name: sim-swap
title: SIM Swap
description: Reports whether the SIM of a phone number changed recently.
labels: { cost-centre: cc-4711 }
domain: identity
owner: identity-apis
version: 2.1.0
basePath: /sim-swap/v2
openapi: ./openapi.yaml
lifecycle: deprecated
deprecation:
  notice: 6 months
  announced: 2026-06-01
  sunset: 2026-12-31
  successor: sim-swap-v3
  link: https://developer.operator.example/moving
criticality: critical
personalData: true
sla: { availability: 99.9%, latency: { p50: 80 ms, p95: 300 ms, p99: 800 ms }, errorRate: 0.1%, bad: [timeout], minimumCalls: 1000, exclusions: { maintenance: { notice: 5 days, perMonth: 4 hours }, causes: [Force majeure] }, credits: { steps: [{ below: 99.9%, credit: 10% }], cap: 50%, granted: automatic } }
visibility: { partners: [acme-bank, city-cabs] }
tiers: [enterprise, paid]
valueProposition: Stop account takeover.
documentation: https://developer.operator.example/sim-swap
upstreams:
  sandbox:
    url: https://sim-swap.sandbox.internal:8443/base
    capacity: { second: 500, minute: 10000, hour: 100000 }
    timeouts: { connect: 5 seconds, read: 30 seconds, write: 30 seconds }
    retries: 0
    verifyTls: true
  production: { url: http://10.0.0.1 }
routes: [{ operation: check, streaming: true, exposed: true }]
idempotency: { header: Idempotency-Key, operations: [check] }
policies:
  token: operator-idp
  rateLimit: protect-upstream
  mtls: registered-certificate
  consent: fraud-prevention
  masking: hide-location-detail
  audit: standard-audit
  metrics: standard-metrics
  errors: camara-errors
changelog:
  - { version: 2.1.0, date: 2026-09-01, changes: [Answers carry the day of the change.] }
upstreamPaths: { ignoresCase: true, matrixParameters: true }
scopes: none
designPartners: [acme-bank]
audience: { levels: [gold], partners: [acme-bank] }
conformance:
  - { programme: camara, api: SIM Swap, version: 2.1.0, date: 2026-08-01, link: https://camara.example/reports/7 }
`;

const MINIMAL = `kind: Api
name: a
title: A
domain: identity
owner: b
version: 1.0.0-rc.1
basePath: /a
openapi: openapi.yaml
lifecycle: draft
criticality: low
personalData: false
visibility: public
tiers: [free]
upstreams: { x: { url: https://a } }
policies: { token: b, errors: c }
`;

const versions = ['wip', '2024-06-20', "'0.1'", 'v2', '1.0 (beta)', '2.1.0+build.5'];

const valid = {
  'with everything': FULL,
  'with the least': MINIMAL,
  'with an underscore in the host of its upstream': MINIMAL.replace('https://a ', 'https://sim_swap.internal:8443 '),
  'at the root': MINIMAL.replace('basePath: /a', 'basePath: /'),
  'with scopes of its own': `${MINIMAL}scopes: [a:read, a:write]\nroutes: [{ operation: GET /users/, scopes: none }]\n`,
  ...Object.fromEntries(versions.map((version) => [`of version ${version}`, MINIMAL.replace('1.0.0-rc.1', version)])),
};

kindTable('Api', valid, [
  ['a name in upper case', 'name: sim-swap', 'name: SimSwap', '2:7 malformed-value'],
  ['a name with an underscore', 'name: sim-swap', 'name: sim_swap', '2:7 malformed-value'],
  ['a name with two hyphens in a row', 'name: sim-swap', 'name: sim--swap', '2:7 malformed-value'],
  ['a name that starts with a digit', 'name: sim-swap', 'name: 1a', '2:7 malformed-value'],
  ['a name that is too long', 'name: sim-swap', `name: ${'a'.repeat(64)}`, '2:7 too-long'],
  ['a title over two lines', 'title: SIM Swap', 'title: "SIM\\nSwap"', '3:8 malformed-value'],
  ['an empty title', 'title: SIM Swap', "title: ''", '3:8 malformed-value'],
  ['no title', 'title: SIM Swap', 'title:', '3:7 wrong-type'],
  ['a version of two numbers, which is a number', 'version: 2.1.0', 'version: 2.1', '8:10 wrong-type'],
  ['a version that begins with a space', 'version: 2.1.0', "version: ' 2'", '8:10 malformed-value'],
  ['a version over two lines', 'version: 2.1.0', 'version: "2\\n1"', '8:10 malformed-value'],
  ['scopes of another word', 'scopes: none', 'scopes: nothing', '47:9 not-allowed-value'],
  ['no scopes in a list', 'scopes: none', 'scopes: []', '47:9 too-short'],
  ['a base path with a slash at the end', '/sim-swap/v2', '/sim-swap/v2/', '9:11 malformed-value'],
  ['a base path without a slash', '/sim-swap/v2', 'sim-swap/v2', '9:11 malformed-value'],
  ['a base path with two slashes in a row', '/sim-swap/v2', '/sim-swap//v2', '9:11 malformed-value'],
  ['a base path that is only a dot segment', '/sim-swap/v2', '/sim-swap/.', '9:11 malformed-value'],
  ['a base path that leads up', '/sim-swap/v2', '/sim-swap/../v2', '9:11 malformed-value'],
  ['a base path that is encoded', '/sim-swap/v2', '/caf%C3%A9', '9:11 malformed-value'],
  ['a base path with a query', '/sim-swap/v2', '/sim-swap?v=2', '9:11 malformed-value'],
  ['a base path with a fragment', '/sim-swap/v2', '/sim-swap#v2', '9:11 malformed-value'],
  ['a base path with a space at its end', '/sim-swap/v2', "'/sim-swap '", '9:11 malformed-value'],
  ['a base path with a backslash', '/sim-swap/v2', '/sim\\\\swap', '9:11 malformed-value'],
  ['a base path with a parameter', '/sim-swap/v2', '"/sim-swap/{v}"', '9:11 malformed-value'],
  ['an unknown lifecycle', 'lifecycle: deprecated', 'lifecycle: depricated', '11:12 not-allowed-value'],
  ['an invalid day', 'sunset: 2026-12-31', 'sunset: 2026-02-30', '15:11 malformed-value'],
  ['a day in another order', 'sunset: 2026-12-31', 'sunset: 31-12-2026', '15:11 malformed-value'],
  ['a duration without unit', 'notice: 6 months', 'notice: 6', '13:11 wrong-type'],
  ['a duration without space', 'notice: 6 months', 'notice: 6months', '13:11 malformed-value'],
  ['a link without https', 'link: https:', 'link: http:', '17:9 malformed-value'],
  ['a deprecation without notice', '  notice: 6 months\n', '', '13:3 missing-field'],
  ['a number for a truth', 'personalData: true', 'personalData: 1', '19:15 wrong-type'],
  ['yes for true', 'personalData: true', 'personalData: yes', '19:15 wrong-type'],
  ['a share without its sign', 'availability: 99.9%', 'availability: 99.9', '20:22 wrong-type'],
  ['a share above a hundred', 'availability: 99.9%', 'availability: 100.1%', '20:22 malformed-value'],
  ['an unknown percentile', 'p99: 800 ms', 'p98: 800 ms', '20:65 unknown-field'],
  [
    'an unknown visibility',
    'visibility: { partners: [acme-bank, city-cabs] }',
    'visibility: publik',
    '21:13 not-allowed-value',
  ],
  [
    'visibility as list',
    'visibility: { partners: [acme-bank, city-cabs] }',
    'visibility: [acme-bank]',
    '21:13 wrong-type',
  ],
  ['an empty list of partners', '[acme-bank, city-cabs]', '[]', '21:25 too-short'],
  ['a partner named twice', '[acme-bank, city-cabs]', '[acme-bank, acme-bank]', '21:37 duplicate-item'],
  ['a tier named twice', '[enterprise, paid]', '[paid, enterprise, paid]', '22:27 duplicate-item'],
  ['no tiers', '[enterprise, paid]', '[]', '22:8 too-short'],
  ['an environment in upper case', '  sandbox:', '  Sandbox:', '26:3 malformed-value'],
  ['an upstream without address', '    url: https://sim-swap.sandbox.internal:8443/base\n', '', '27:5 missing-field'],
  [
    'an upstream without scheme',
    'https://sim-swap.sandbox.internal:8443/base',
    'sim-swap.internal',
    '27:10 malformed-value',
  ],
  [
    'an upstream whose path leads up',
    'https://sim-swap.sandbox.internal:8443/base',
    'https://sim-swap.internal/base/..',
    '27:10 malformed-value',
  ],
  [
    'an upstream with a query',
    'https://sim-swap.sandbox.internal:8443/base',
    'https://a/?x=y',
    '27:10 malformed-value',
  ],
  [
    'an upstream with a password',
    'https://sim-swap.sandbox.internal:8443/base',
    'https://u:hunter2@a',
    '27:10 secret-in-catalog',
  ],
  ['a capacity of nothing', 'second: 500', 'second: 0', '28:25 out-of-range'],
  ['half a call', 'second: 500', 'second: 0.5', '28:25 wrong-type'],
  ['a window of a day in a capacity', 'second: 500', 'day: 500', '28:17 unknown-field'],
  ['an invalid value of ignoresCase', 'ignoresCase: true', 'ignoresCase: sometimes', '46:31 wrong-type'],
  ['too many retries', 'retries: 0', 'retries: 11', '30:14 out-of-range'],
  ['an operation with a tab', 'operation: check', 'operation: "a\\tb"', '33:23 malformed-value'],
  ['a header with a colon', 'header: Idempotency-Key', "header: 'a:b'", '34:24 malformed-value'],
  ['an unknown policy', '  audit: standard-audit', '  audits: standard-audit', '41:3 unknown-field'],
  ['no token policy', '  token: operator-idp\n', '', '36:3 missing-field'],
  ['a change without words', '[Answers carry the day of the change.]', "['']", '45:51 too-short'],
  ['an OpenAPI file that is not there', './openapi.yaml', './opanapi.yaml', '10:10 openapi-file-not-found'],
  ['an outcome that never counts', 'bad: [timeout]', 'bad: [client-error]', '20:103 not-allowed-value'],
  ['credits without cap', ', cap: 50%', '', '20:235 missing-field'],
  [
    'one design partner that is not in a list',
    'designPartners: [acme-bank]',
    'designPartners: acme-bank',
    '48:17 wrong-type',
  ],
  ['no design partners', 'designPartners: [acme-bank]', 'designPartners: []', '48:17 too-short'],
  [
    'an audience in words',
    'audience: { levels: [gold], partners: [acme-bank] }',
    'audience: partners',
    '49:11 wrong-type',
  ],
  ['an audience of nobody', '{ levels: [gold], partners: [acme-bank] }', '{}', '49:11 too-short'],
  ['one level that is not in a list', 'levels: [gold]', 'levels: gold', '49:21 wrong-type'],
  ['a conformance without day', ', date: 2026-08-01', '', '51:5 missing-field'],
  ['a conformance without version', 'version: 2.1.0, date: 2026-08-01', 'date: 2026-08-01', '51:5 missing-field'],
  ['a conformance of a programme in capitals', 'programme: camara', 'programme: CAMARA', '51:18 malformed-value'],
  [
    'a conformance whose link is a file',
    'link: https://camara.example/reports/7',
    'link: ./report.pdf',
    '51:81 malformed-value',
  ],
]);
