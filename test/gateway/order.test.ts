import type { JsonObject } from '../../core/model';
import { createCertificate, type TestCertificate } from './support/certificates';
import { Gateway } from './support/gateway';
import type { Call, CallResult, Consumer, PluginSetup } from './support/messages';
import { onEveryLua } from './support/runtimes';
import { createKeyPair, createToken, pemOf } from './support/tokens';

const NOW = 1_790_000_000;
const HOST = 'api.sandbox.operator.example';
const AUDIENCE = `https://${HOST}`;
const CA = '11111111-1111-5111-8111-111111111111';
const PURPOSE = 'dpv:FraudPreventionAndDetection';
const OPERATION = { operation: 'createPayment', route: 'billing_create-payment' };
const key = createKeyPair('ec', 'P-256');

const plugin = (name: string, config: JsonObject, global = false): PluginSetup => ({ name, config, global });
const bundled = (name: string, config: JsonObject): PluginSetup => ({ name, config, bundled: true });

/** All plugins that an API can have, in a different order than the one in which they run. */
const pluginsOf = (limit: number, isApiLimitExceeded: boolean): readonly PluginSetup[] => [
  plugin('partner-masking', {
    rules: [{ path: '$.secret', action: 'remove', operations: [], groups: [], purposes: [] }],
    group_source: 'acl',
    groups: ['billing:paid'],
    max_body_bytes: 1000,
    unreadable: 'block',
  }),
  bundled('rate-limiting', { exceeded: isApiLimitExceeded }),
  plugin('partner-tier-limit', {
    api_windows: [],
    api: 'billing',
    tiers: [{ name: 'paid', group: 'billing:paid', windows: [{ window: 'day', limit }], operations: [] }],
    counters: { store: 'local' },
    failure: 'closed',
    hide_client_headers: false,
  }),
  plugin('partner-errors', {
    scope: 'api',
    correlator_header: 'x-correlator',
    upstream_errors: 'pass',
    response_headers: [],
    idempotent_operations: [{ ...OPERATION, header: 'Idempotency-Key' }],
    window_codes: ['second', 'minute', 'hour', 'day', 'month'].map((window) => ({ window, code: 'QUOTA_EXCEEDED' })),
  }),
  plugin('partner-consent', {
    api: 'billing',
    token: { source: 'context' },
    client_claim: 'client_id',
    rights: 'token-and-grants',
    user_context: 'any',
    three_legged: { rule: 'subject-differs', client_claims: ['client_id'] },
    operations: [{ ...OPERATION, scopes: [['billing:create']] }],
    purpose: { rule: 'required', allowed: [PURPOSE] },
    live: {
      source: 'operator',
      url: 'https://consent.example/ask',
      timeout_ms: 500,
      cache_s: 0,
      failure: 'closed',
      verify_tls: true,
    },
    subject_hash: { mode: 'none' },
  }),
  bundled('acl', { allow: ['billing:paid'] }),
  plugin('partner-mtls', {
    scope: 'api',
    ca_certificates: [CA],
    registered: ['thumbprint'],
    bound_tokens: 'when-present',
  }),
  plugin(
    'partner-mtls',
    { scope: 'listener', server_names: [HOST], ca_certificates: [CA], send_ca_names: true, session_reuse: false },
    true,
  ),
  plugin('partner-token', {
    mode: 'idp',
    issuer: 'https://idp.example',
    audience: AUDIENCE,
    algorithms: ['ES256'],
    types: ['jwt'],
    client_claim: 'client_id',
    clock_skew_s: 0,
    keys: { source: 'inline', public_keys: [{ kid: 'ec', algorithms: ['ES256'], pem: pemOf(key) }] },
    consumer_cache_s: 60,
    consumer_miss_cache_s: 5,
  }),
];

/** A reason to refuse a call. */
type Fault =
  | 'token'
  | 'certificate'
  | 'group'
  | 'scope'
  | 'purpose'
  | 'idempotency key'
  | 'correlation ID'
  | 'tier limit'
  | 'API limit';

onEveryLua('all plugins of an API', (runtime) => {
  let gateway: Gateway;
  let client: TestCertificate;
  let other: TestCertificate;
  let ca: TestCertificate;
  beforeAll(async () => {
    gateway = await Gateway.start(runtime);
    const validity = { from: NOW - 10, until: NOW + 1000 };
    ca = await createCertificate({ subject: 'CN=CA', ca: true, ...validity });
    client = await createCertificate({ subject: 'CN=a', issuer: ca, ...validity });
    other = await createCertificate({ subject: 'CN=b', issuer: ca, ...validity });
  });
  afterAll(() => gateway.close());

  const setup = (...faults: readonly Fault[]) => {
    const consumer: Consumer = {
      id: 'a',
      username: 'acme_a',
      custom_id: 'acme',
      tags: [`certificate:${client.sha256}:`, 'scope:billing:billing:create', `purpose:billing:${PURPOSE}`],
    };
    return gateway.setup({
      plugins: pluginsOf(faults.includes('tier limit') ? 1 : 5, faults.includes('API limit')),
      consumers: [consumer],
      acls: faults.includes('group') ? {} : { a: ['billing:paid'] },
      ca_certificates: [{ id: CA, cert: ca.pem }],
      now: NOW,
      http: () => ({
        status: 200,
        body: JSON.stringify({
          statusInfo: [{ scopes: ['billing:create'], purpose: PURPOSE, statusValidForProcessing: true }],
        }),
      }),
      upstream: () => ({ status: 201, headers: { 'content-type': 'application/json' }, body: '{"secret":1,"id":2}' }),
    });
  };
  const call = (...faults: readonly Fault[]): Call => {
    const scopes = [
      faults.includes('scope') ? 'x' : 'billing:create',
      faults.includes('purpose') ? 'dpv:Other' : PURPOSE,
    ];
    const claims = {
      iss: 'https://idp.example',
      aud: faults.includes('token') ? 'https://api.operator.example' : AUDIENCE,
      exp: NOW + 60,
      client_id: 'acme',
      sub: '+34600000001',
      scope: scopes.join(' '),
    };
    return {
      method: 'POST',
      path: '/billing/v1/payments',
      route: OPERATION.route,
      headers: {
        authorization: `Bearer ${createToken(key, 'ES256', claims)}`,
        'x-correlator': faults.includes('correlation ID') ? 'a b' : 'abc',
        ...(faults.includes('idempotency key') ? {} : { 'idempotency-key': '1' }),
      },
      tls: {
        server_name: HOST,
        client_chain: (faults.includes('certificate') ? other : client).pem,
        client_subject: 'CN=a',
      },
    };
  };
  const consentChecks = () => gateway.externalCalls.filter(({ name }) => name === 'http').length;
  const statusAndCode = ({ status, body }: CallResult) => [status, JSON.parse(body).code];

  test('let a valid call pass and mask its response', async () => {
    await setup();
    const result = await gateway.call(call());
    expect([result.status, JSON.parse(result.body), consentChecks()]).toEqual([201, { id: 2 }, 1]);
    expect(result.headers).toMatchObject({ 'x-correlator': 'abc', 'x-ratelimit-remaining-day': '4' });
  });

  const ORDER: readonly (readonly [Fault, number, string])[] = [
    ['token', 401, 'UNAUTHENTICATED'],
    ['certificate', 401, 'UNAUTHENTICATED'],
    ['group', 403, 'PERMISSION_DENIED'],
    ['scope', 403, 'PERMISSION_DENIED'],
    ['purpose', 403, 'PERMISSION_DENIED'],
    ['correlation ID', 400, 'INVALID_ARGUMENT'],
    ['idempotency key', 400, 'INVALID_ARGUMENT'],
    ['tier limit', 429, 'QUOTA_EXCEEDED'],
    ['API limit', 429, 'TOO_MANY_REQUESTS'],
  ];

  /** Sends a call with these faults. */
  const send = async (...faults: readonly Fault[]) => {
    await setup(...faults);
    if (faults.includes('tier limit')) await exhaustTier(...faults);
    return gateway.call(call(...faults));
  };
  const exhaustTier = async (...faults: readonly Fault[]) => {
    await gateway.run('set_groups', { id: 'a', groups: ['billing:paid'] });
    await gateway.run('set_count', {
      owner: 'a:billing',
      window: 'day',
      start: Math.floor(NOW / 86_400) * 86_400,
      count: 1,
    });
    if (faults.includes('group')) await gateway.run('set_groups', { id: 'a', groups: [] });
  };

  test.each(ORDER)('refuse a call whose only fault is its %s with %i %s', async (fault, status, code) => {
    const result = await send(fault);
    expect([...statusAndCode(result), result.reached]).toEqual([status, code, false]);
  });

  test.each(
    ORDER.map(
      ([fault, status, code], place) => [fault, status, code, ORDER.slice(place + 1).map(([later]) => later)] as const,
    ),
  )('report the %s first, with %i %s, if the call also has the faults %j', async (fault, status, code, later) => {
    const result = await send(fault, ...later);
    expect(statusAndCode(result)).toEqual([status, code]);
  });

  test.each(['token', 'certificate', 'group', 'scope', 'purpose'] as const)(
    'do not check consent for a call with the fault: %s',
    async (fault) => {
      await send(fault);
      expect(consentChecks()).toBe(0);
    },
  );

  test.each([
    'token',
    'certificate',
    'group',
    'scope',
    'purpose',
    'idempotency key',
    'correlation ID',
    'API limit',
  ] as const)('do not count a call against the quota with the fault: %s', async (fault) => {
    await setup(fault);
    for (let i = 0; i < 7; i++) await gateway.call(call(fault));
    await gateway.idle();
    expect(
      await gateway.run('get_count', { owner: 'a:billing', window: 'day', start: Math.floor(NOW / 86_400) * 86_400 }),
    ).toBe(0);
  });
});
