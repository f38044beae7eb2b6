import fc from 'fast-check';
import type {
  Api,
  AuditPolicy,
  ConsentPolicy,
  Environment,
  ErrorPolicy,
  MetricsPolicy,
  MtlsPolicy,
  RateLimitPolicy,
  Tier,
  TokenPolicy,
} from '../../../core/model';
import {
  accessPlugins,
  auditPlugins,
  consentPlugins,
  errorListenerPlugins,
  errorPlugins,
  metricsPlugins,
  mtlsListenerPlugins,
  mtlsPlugins,
  type PluginSettings,
  rateLimitPlugins,
  refusalPlugins,
  targetOf,
  tierGroupPlugins,
  tierLimitPlugins,
  tokenPlugins,
} from '../../../policies';
import { API, CONSENT, ERRORS, IDP, MTLS, OPERATIONS, PAID, PARTNER_SIGNED, RATE_LIMIT } from './documents';

const timeout = fc.constantFrom('1 ms', '1500 ms', '30 seconds', '2 hours', '24 days');
const skew = fc.constantFrom('0 ms', '2000 ms', '30 seconds', '1 hours');
const upToAYear = fc.constantFrom('1 seconds', '30 seconds', '5 minutes', '1 days', '1 years');
const text = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme-ascii' });
const calls = fc.integer({ min: 1, max: 1_000_000_000_000 });
const failure = fc.constantFrom('open', 'closed');
const consentUrls = fc.constant({ staging: 'https://consent.example/retrieve' });
const consentKey = fc.constant('{vault://env/consent-authorization}');

/** A record in which every field is optional. */
function some<T extends object>(fields: { [Key in keyof T]: fc.Arbitrary<T[Key]> }): fc.Arbitrary<Partial<T>> {
  return fc.record(fields as never, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>;
}

/** Windows whose limits do not decrease with their length. */
const windows = fc
  .record({ second: calls, minute: calls, hour: calls, day: calls, month: calls }, { requiredKeys: [] })
  .filter((chosen) => Object.keys(chosen).length > 0)
  .map((chosen) => {
    const names = (['second', 'minute', 'hour', 'day', 'month'] as const).filter((name) => chosen[name] !== undefined);
    const sorted = names.map((name) => chosen[name] as number).sort((a, b) => a - b);
    return Object.fromEntries(names.map((name, index) => [name, sorted[index]]));
  })
  .map(({ day, month, ...limits }) => ({
    ...(Object.keys(limits).length > 0 && { limits }),
    ...((day ?? month) && { quota: { ...(day && { day }), ...(month && { month }) } }),
  }));

/** Documents with arbitrary settings, based on the default documents of the tests. */
export interface PolicyDocuments {
  readonly token: TokenPolicy;
  readonly partnerToken: TokenPolicy;
  readonly mtls: MtlsPolicy;
  readonly rateLimit: RateLimitPolicy;
  readonly errors: ErrorPolicy;
  readonly consent: ConsentPolicy;
  readonly metrics: MetricsPolicy;
  readonly audit: AuditPolicy;
  readonly tier: Tier;
  readonly api: Api;
}

const policy = { title: 'x' } as const;

export const policyDocuments: fc.Arbitrary<PolicyDocuments> = fc.record({
  token: fc
    .tuple(
      text,
      some({
        algorithms: fc.subarray(['ES256', 'RS512', 'EdDSA'] as const, { minLength: 1 }),
        types: fc.subarray(['at+jwt', 'jwt'], { minLength: 1 }),
        clientClaim: fc.constantFrom('azp', 'client_id'),
        clockSkew: skew,
        threeLegged: fc.constantFrom({ rule: 'subject-differs' }, { rule: 'claim', claim: 'acr' }),
      }),
    )
    .map(([audience, change]) => ({
      ...IDP,
      ...change,
      environments: { staging: { issuer: 'https://idp.example', jwksUri: 'https://idp.example/k', audience } },
    })) as fc.Arbitrary<TokenPolicy>,
  partnerToken: some({ maximumExpiration: upToAYear }).map((change) => ({
    ...PARTNER_SIGNED,
    ...change,
  })) as fc.Arbitrary<TokenPolicy>,
  mtls: some({
    registered: fc.constantFrom('subject', 'thumbprint', 'subject-and-thumbprint'),
    clientCas: fc.subarray(['partner-ca', 'other-ca'], { minLength: 1 }),
  }).map((change) => ({ ...MTLS, boundTokens: 'required', ...change })) as fc.Arbitrary<MtlsPolicy>,
  rateLimit: fc
    .tuple(windows, some({ failure }))
    .map(([limits, change]) => ({ ...RATE_LIMIT, limits: {}, ...limits, ...change })) as fc.Arbitrary<RateLimitPolicy>,
  errors: some({ correlator: fc.constantFrom('x-id', 'X-Trace'), upstreamErrors: fc.constant('pass') }).map(
    (change) => ({ ...ERRORS, ...change }),
  ) as fc.Arbitrary<ErrorPolicy>,
  consent: some({
    subjectKey: fc.constant('{vault://env/key}'),
    userContext: fc.constantFrom('two-legged', 'three-legged', 'any'),
    live: fc
      .tuple(
        fc.record({ urls: consentUrls, timeout, cacheFor: upToAYear, failure }),
        fc.oneof(
          some({ authorization: consentKey }).map((change) => ({ source: 'operator', ...change })),
          some({
            otherwise: some({ authorization: consentKey }).chain((change) =>
              consentUrls.map((urls) => ({ urls, ...change })),
            ),
          }).map((change) => ({ source: 'consent-info', ...change })),
        ),
      )
      .map(([common, change]) => ({ ...common, ...change })),
  }).map((change) => ({ ...CONSENT, ...change })) as fc.Arbitrary<ConsentPolicy>,
  metrics: some({
    perConsumer: fc.boolean(),
    status: fc.boolean(),
    latency: fc.boolean(),
    bandwidth: fc.boolean(),
    upstreamHealth: fc.boolean(),
  }).map((change) => ({ kind: 'MetricsPolicy', name: 'metrics', ...policy, ...change })) as fc.Arbitrary<MetricsPolicy>,
  audit: fc
    .tuple(
      fc.subarray(['partner', 'tier', 'purpose', 'subject-hash', 'correlator', 'client-address'] as const, {
        minLength: 1,
      }),
      some({ queueSize: fc.integer({ min: 1, max: 1_000_000 }) }),
    )
    .map(([fields, change]) => ({
      kind: 'AuditPolicy',
      name: 'audit',
      ...policy,
      sink: 'http',
      fields,
      ...change,
    })) as fc.Arbitrary<AuditPolicy>,
  tier: windows.map((limits) => ({ ...PAID, limits: {}, quota: {}, overrides: [], ...limits })) as fc.Arbitrary<Tier>,
  api: fc
    .tuple(
      fc.constantFrom('published', 'deprecated'),
      some({ announced: fc.constant('2026-06-01'), sunset: fc.constant('2026-12-31') }),
    )
    .map(([lifecycle, dates]) => ({
      ...API,
      lifecycle,
      tiers: ['paid'],
      deprecation: { notice: '6 months', link: 'https://developer.example', ...dates },
    })) as fc.Arbitrary<Api>,
});

const UUID = '6f1b0d0e-5a3f-5d0a-9f7e-2f6f4f3b1c11';

/** All plugins that the policies compile to in an environment. */
export function everyPlugin(documents: PolicyDocuments, environment: Environment): readonly PluginSettings[] {
  const idOf = (_kind: string, name: string) => (name === 'other-ca' ? UUID : UUID.replace('6f1b', '7f1b'));
  const { api, token, mtls, errors } = documents;
  const native = targetOf(environment)?.plugins === 'native';
  const tiers = { api, tiers: [documents.tier], operations: OPERATIONS, environment };
  return [
    ...tokenPlugins({ policy: token, environment, ...(native ? { mtls } : {}) }),
    ...tokenPlugins({ policy: documents.partnerToken, environment }),
    ...mtlsPlugins({ policy: mtls, token, environment, idOf }),
    ...mtlsListenerPlugins({ policies: [mtls], environment, idOf }),
    ...accessPlugins({ api: api.name, tiers: api.tiers, environment }),
    ...rateLimitPlugins({ policy: documents.rateLimit, environment }),
    ...tierLimitPlugins({ ...tiers, rateLimit: documents.rateLimit }),
    ...tierGroupPlugins(tiers),
    ...consentPlugins({ policy: documents.consent, token, api, operations: OPERATIONS, environment }),
    ...errorPlugins({ policy: errors, api, operations: OPERATIONS, environment }),
    ...errorListenerPlugins({ policies: [errors], environment }),
    ...auditPlugins({ policy: documents.audit, api, errors, environment }),
    ...auditPlugins({ policy: { ...documents.audit, sink: 'file' }, api, errors, environment }),
    ...metricsPlugins({ policy: documents.metrics, environment }),
    ...refusalPlugins({ environment }),
  ];
}
