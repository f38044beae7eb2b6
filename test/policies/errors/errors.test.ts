import type { Api, Environment, ErrorPolicy } from '../../../core/model';
import { errorListenerPlugins, errorPlugins } from '../../../policies';
import { camaraExit } from '../../../policies/errors/camara-exit';
import { API, ERRORS, NATIVE, OPERATIONS, OSS, PORTABLE, PORTABLE_39 } from '../support/documents';
import { problemsOfPortable } from '../support/portable-schemas';

const input = { policy: ERRORS, api: API, operations: OPERATIONS, environment: OSS };

const codes = ['second', 'minute', 'hour', 'day', 'month'].map((window, index) => ({
  window,
  code: index < 3 ? 'TOO_MANY_REQUESTS' : 'QUOTA_EXCEEDED',
}));

const portable = (change: object = {}) => ({
  plugin: 'partner-errors',
  resource: 'custom',
  config: {
    scope: 'api',
    correlator_header: 'x-correlator',
    upstream_errors: 'pass',
    response_headers: [],
    idempotent_operations: [],
    window_codes: codes,
    ...change,
  },
});

const exit = (correlator = 'x-correlator') => ({
  plugin: 'exit-transformer',
  resource: 'typed',
  config: { functions: [camaraExit(correlator)], handle_unexpected: true, handle_unknown: true },
});

const correlationId = {
  plugin: 'correlation-id',
  resource: 'typed',
  config: { header_name: 'x-correlator', generator: 'uuid', echo_downstream: true },
};

const idempotent: Api = { ...API, idempotency: { header: 'Idempotency-Key', operations: ['check'] } };
const keys = {
  idempotent_operations: [{ operation: 'check', route: 'sim-swap_check', header: 'Idempotency-Key' }],
};

const deprecated: Api = {
  ...API,
  lifecycle: 'deprecated',
  deprecation: {
    notice: '6 months',
    announced: '2026-06-01',
    sunset: '2026-12-31',
    link: 'https://developer.example/moving',
  },
};
const headers = [
  { name: 'Deprecation', value: '@1780272000' },
  { name: 'Sunset', value: 'Thu, 31 Dec 2026 23:59:59 GMT' },
  { name: 'Link', value: '<https://developer.example/moving>; rel="deprecation"; type="text/html"' },
  { name: 'Link', value: '</sim-swap/v3>; rel="successor-version"' },
];
const requests = (more: object = { idempotent_operations: [] }) => ({
  ...portable(),
  config: { scope: 'requests', ...more },
});
const successor = { basePath: '/sim-swap/v3' };

test.each<[what: string, change: object, plugins: readonly object[]]>([
  ['on open-source Kong', {}, [portable()]],
  ['on Enterprise with portable plugins', { environment: PORTABLE }, [portable()]],
  ['on Enterprise 3.9 with portable plugins', { environment: PORTABLE_39 }, [portable()]],
  [
    "replacing the upstream's, on Enterprise with portable plugins",
    { policy: { ...ERRORS, upstreamErrors: 'replace' }, environment: PORTABLE },
    [portable({ upstream_errors: 'replace' })],
  ],
  ['with another header', { policy: { ...ERRORS, correlator: 'x-id' } }, [portable({ correlator_header: 'x-id' })]],
  [
    "replacing the upstream's",
    { policy: { ...ERRORS, upstreamErrors: 'replace' } },
    [portable({ upstream_errors: 'replace' })],
  ],
  ['with idempotency keys', { api: idempotent }, [portable(keys)]],
  ['of a deprecated API', { api: deprecated, successor }, [portable({ response_headers: headers })]],
  ['of an API that will be deprecated', { api: { ...deprecated, lifecycle: 'published' } }, [portable()]],
  ['on Enterprise with native plugins', { environment: NATIVE }, [exit(), correlationId, requests()]],
  [
    'of a deprecated API, on Enterprise with native plugins',
    { environment: NATIVE, api: deprecated },
    [
      exit(),
      correlationId,
      {
        plugin: 'response-transformer',
        resource: 'typed',
        config: { append: { headers: headers.slice(0, 3).map(({ name, value }) => `${name}:${value}`) } },
      },
      requests(),
    ],
  ],
  [
    'with idempotency keys, on Enterprise with native plugins',
    { environment: NATIVE, api: idempotent },
    [exit(), correlationId, requests(keys)],
  ],
])('formats errors %s', (_, change, plugins) => {
  const found = errorPlugins({ ...input, ...change });
  expect(found).toEqual(plugins);
  expect(found.flatMap(problemsOfPortable)).toEqual([]);
});

test("rejects replacing the upstream's errors with native plugins", () => {
  const policy: ErrorPolicy = { ...ERRORS, upstreamErrors: 'replace' };
  expect(() => errorPlugins({ ...input, policy, environment: NATIVE })).toThrow(
    /upstreamErrors: .*native-upstream-errors/,
  );
});

const listener = (correlator = 'x-correlator') => ({
  plugin: 'partner-errors',
  resource: 'custom',
  config: { scope: 'listener', correlator_header: correlator },
});

test.each<[what: string, policies: readonly ErrorPolicy[], environment: Environment, plugins: readonly object[]]>([
  ['open-source Kong', [ERRORS], OSS, [listener()]],
  ['Enterprise with portable plugins', [ERRORS], PORTABLE, [listener()]],
  [
    'Enterprise with native plugins, where partner-errors checks Host and Connection',
    [ERRORS],
    NATIVE,
    [exit(), requests()],
  ],
  ['a gateway without APIs', [], OSS, [listener()]],
  ['a gateway whose APIs share a header', [{ ...ERRORS, correlator: 'x-id' }], OSS, [listener('x-id')]],
  ['a gateway whose APIs have different headers', [ERRORS, { ...ERRORS, correlator: 'x-id' }], OSS, [listener()]],
])('formats errors without a route on %s', (_, policies, environment, plugins) => {
  const found = errorListenerPlugins({ policies, environment });
  expect(found).toEqual(plugins);
  expect(found.flatMap(problemsOfPortable)).toEqual([]);
});
