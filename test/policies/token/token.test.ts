import { generateKeyPairSync } from 'node:crypto';
import type { Environment, Jwk, TokenPolicy } from '../../../core/model';
import { tokenPlugins } from '../../../policies';
import { IDP, MTLS, NATIVE, NATIVE_39, OSS, PARTNER_SIGNED, PORTABLE, PORTABLE_39 } from '../support/documents';
import { problemsOfPortable } from '../support/portable-schemas';

const partnerToken = {
  plugin: 'partner-token',
  resource: 'custom',
  config: {
    mode: 'idp',
    issuer: 'https://idp.example',
    audience: 'https://api.staging.example',
    algorithms: ['ES256', 'PS256', 'RS256'],
    types: ['at+jwt', 'jwt'],
    client_claim: 'client_id',
    clock_skew_s: 30,
    keys: {
      source: 'jwks',
      uri: 'https://idp.example/jwks',
      cache_s: 3600,
      refresh_before_s: 300,
      keep_s: 86_400,
      unknown_kid_interval_s: 10,
      connect_timeout_ms: 1000,
      read_timeout_ms: 2000,
      max_bytes: 1_048_576,
      verify_tls: true,
    },
    consumer_cache_s: 60,
    consumer_miss_cache_s: 5,
  },
};

const openidConnect = {
  audience_claim: ['aud'],
  audience_required: ['https://api.staging.example'],
  auth_methods: ['bearer'],
  bearer_token_param_type: ['header'],
  by_username_ignore_case: false,
  cache_tokens_salt: 'unused',
  cache_ttl: 60,
  cache_ttl_neg: 5,
  cluster_cache_strategy: 'off',
  consumer_by: ['custom_id'],
  consumer_optional: false,
  credential_claim: ['client_id'],
  disable_session: ['bearer'],
  display_errors: false,
  enable_hs_signatures: false,
  expose_error_code: false,
  extra_jwks_uris: ['https://idp.example/jwks'],
  forbidden_error_message: 'Forbidden',
  hide_credentials: false,
  http_version: 1.1,
  introspect_jwt_tokens: false,
  issuer: 'https://idp.example',
  issuers_allowed: ['https://idp.example'],
  keepalive: true,
  leeway: 30,
  proof_of_possession_auth_methods_validation: true,
  proof_of_possession_dpop: 'optional',
  proof_of_possession_mtls: 'optional',
  rediscovery_lifetime: 30,
  resolve_distributed_claims: false,
  run_on_preflight: true,
  search_user_info: false,
  ssl_verify: true,
  timeout: 2000,
  unauthorized_error_message: 'Unauthorized',
  upstream_access_token_header: 'authorization:bearer',
  using_pseudo_issuer: true,
  verify_claims: true,
  verify_parameters: false,
  verify_signature: true,
};

const jwt = {
  plugin: 'jwt',
  resource: 'typed',
  config: {
    claims_to_verify: ['exp', 'nbf'],
    cookie_names: ['-'],
    header_names: ['authorization'],
    key_claim_name: 'kid',
    maximum_expiration: 300,
    run_on_preflight: true,
    secret_is_base64: false,
    uri_param_names: ['-'],
  },
};

const partnerMode = {
  plugin: 'partner-token',
  resource: 'custom',
  config: {
    mode: 'partner',
    audience: 'https://api.staging.example',
    algorithms: ['ES256', 'PS256', 'RS256'],
    types: ['at+jwt', 'jwt'],
  },
};

test.each<[what: string, policy: TokenPolicy, environment: Environment, plugins: readonly object[]]>([
  ['tokens of an identity provider, on open-source Kong', IDP, OSS, [partnerToken]],
  ['tokens of an identity provider, on Enterprise with portable plugins', IDP, PORTABLE, [partnerToken]],
  ['tokens of an identity provider, on Enterprise 3.9 with portable plugins', IDP, PORTABLE_39, [partnerToken]],
  [
    'tokens of an identity provider, on Enterprise with native plugins',
    IDP,
    NATIVE,
    [
      {
        plugin: 'openid-connect',
        resource: 'typed',
        config: { ...openidConnect, consumer_claims: [['client_id']], consumer_groups_optional: false },
      },
    ],
  ],
  [
    'tokens of an identity provider, on Enterprise 3.9 with native plugins, as a custom plugin',
    IDP,
    NATIVE_39,
    [{ plugin: 'openid-connect', resource: 'custom', config: { ...openidConnect, consumer_claim: ['client_id'] } }],
  ],
  ['tokens that partners sign, on open-source Kong', PARTNER_SIGNED, OSS, [jwt, partnerMode]],
  ['tokens that partners sign, on Enterprise with native plugins', PARTNER_SIGNED, NATIVE, [jwt, partnerMode]],
  ['tokens that partners sign, on Enterprise with portable plugins', PARTNER_SIGNED, PORTABLE, [jwt, partnerMode]],
])('verifies %s', (_, policy, environment, plugins) => {
  const found = tokenPlugins({ policy, environment });
  expect(found).toEqual(plugins);
  expect(found.flatMap(problemsOfPortable)).toEqual([]);
});

/** The config of a policy's first plugin. */
const configOf = (policy: TokenPolicy, environment: Environment = OSS) =>
  tokenPlugins({ policy, environment })[0]?.config;

describe('a token policy', () => {
  test.each<[field: string, change: Partial<TokenPolicy>, config: object]>([
    ['algorithms', { algorithms: ['EdDSA'] }, { algorithms: ['EdDSA'] }],
    ['types', { types: ['jwt'] }, { types: ['jwt'] }],
    [
      'types, normalized as media types',
      { types: ['AT+JWT', 'application/at+jwt', 'application/x/y', 'JWT'] },
      { types: ['at+jwt', 'application/x/y', 'jwt'] },
    ],
    [
      'an issuer with a trailing slash, unchanged',
      {
        environments: {
          staging: { issuer: 'https://idp.example/', jwksUri: 'https://idp.example/jwks', audience: 'urn:a' },
        },
      },
      { issuer: 'https://idp.example/', audience: 'urn:a' },
    ],
    ['clientClaim', { clientClaim: 'azp' }, { client_claim: 'azp' }],
    ['clockSkew', { clockSkew: '1 minutes' }, { clock_skew_s: 60 }],
    ['clockSkew of an hour', { clockSkew: '1 hours' }, { clock_skew_s: 3600 }],
  ])('is compiled to settings: %s', (_, change, config) => {
    expect(configOf({ ...IDP, ...change })).toMatchObject(config);
  });

  test.each<[field: string, change: Partial<TokenPolicy>, seconds: number]>([
    ['ten minutes', { maximumExpiration: '10 minutes' }, 600],
    ['a year', { maximumExpiration: '1 years' }, 31_536_000],
  ])('limits the lifetime of tokens that partners sign: %s', (_, change, seconds) => {
    expect(configOf({ ...PARTNER_SIGNED, ...change })).toMatchObject({ maximum_expiration: seconds });
  });

  test.each<[field: string, policy: TokenPolicy]>([
    ['a lifetime of 0, which Kong would interpret as no limit', { ...PARTNER_SIGNED, maximumExpiration: '0 seconds' }],
    ['a lifetime that Kong does not accept', { ...PARTNER_SIGNED, maximumExpiration: '3 years' }],
    ['fractions of a second', { ...IDP, clockSkew: '1500 ms' }],
    ['a skew of more than an hour', { ...IDP, clockSkew: '2 hours' }],
  ])('is rejected, not rounded: %s', (_, policy) => {
    expect(() => configOf(policy)).toThrow('is out of range; the gateway accepts');
  });

  test('is rejected without an entry for the environment', () => {
    const other = { ...OSS, name: 'constructor' };
    expect(() => tokenPlugins({ policy: IDP, environment: other })).toThrow(
      "token policy 'idp' has no entry for environment 'constructor'",
    );
  });
});

describe('keys in the document', () => {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = publicKey.export({ format: 'jwk' }) as Jwk;
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' }) as Jwk;
  const withKeys = (...keys: Jwk[]): TokenPolicy => ({
    ...IDP,
    environments: { staging: { issuer: 'https://idp.example', audience: 'https://api.staging.example', keys } },
  });

  test('are written as PEM, each with its algorithms', () => {
    const config = configOf(withKeys({ ...jwk, kid: 'a' }, { ...rsa, kid: 'b', alg: 'PS256' }));
    expect(config?.keys).toMatchObject({
      source: 'inline',
      public_keys: [
        { kid: 'a', algorithms: ['ES256'], pem: publicKey.export({ format: 'pem', type: 'spki' }) },
        { kid: 'b', algorithms: ['PS256'] },
      ],
    });
    expect(problemsOfPortable({ plugin: 'partner-token', config: config ?? {} })).toEqual([]);
  });

  test('that are not usable are rejected without repeating them', () => {
    expect(() => configOf(withKeys({ ...jwk, kid: 'a', y: 'AAAA' }))).toThrow(
      /^key 1 of token policy 'idp' is not a valid/,
    );
  });

  test('are rejected on Enterprise with native plugins, which only fetch keys', () => {
    expect(() => configOf(withKeys({ ...jwk, kid: 'a' }), NATIVE)).toThrow(/keys: .*native-inline-keys/);
  });
});

describe('with client certificates on Enterprise with native plugins', () => {
  test.each([
    // Certificate-bound tokens are verified even if the API does not require certificates.
    [undefined, 'optional'],
    [MTLS, 'optional'],
    [{ ...MTLS, boundTokens: 'required' } as const, 'strict'],
  ])('an MtlsPolicy %o compares them with tokens: %s', (mtls, expected) => {
    const [plugin] = tokenPlugins({ policy: IDP, environment: NATIVE, mtls });
    expect(plugin?.config).toMatchObject({ proof_of_possession_mtls: expected, proof_of_possession_dpop: 'optional' });
  });
});

test('rejects an unsupported gateway', () => {
  const environment: Environment = { ...OSS, gateway: { edition: 'oss', version: '3.4' } };
  expect(() => tokenPlugins({ policy: IDP, environment })).toThrow(
    "environment 'staging' has gateway 'oss 3.4', which is not supported; supported gateways are: 'oss 3.9', 'enterprise 3.9', 'enterprise 3.15'",
  );
});
