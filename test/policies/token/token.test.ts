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
  ['tokens of a provider, on open-source Kong', IDP, OSS, [partnerToken]],
  ['tokens of a provider, on Enterprise with portable plugins', IDP, PORTABLE, [partnerToken]],
  ['tokens of a provider, on Enterprise 3.9 with portable plugins', IDP, PORTABLE_39, [partnerToken]],
  [
    'tokens of a provider, on Enterprise with native plugins',
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
    'tokens of a provider, on Enterprise 3.9 with native plugins, whose claim the provider cannot write in its own type',
    IDP,
    NATIVE_39,
    [{ plugin: 'openid-connect', resource: 'custom', config: { ...openidConnect, consumer_claim: ['client_id'] } }],
  ],
  ['tokens that partners sign, on open-source Kong', PARTNER_SIGNED, OSS, [jwt, partnerMode]],
  ['tokens that partners sign, on Enterprise with native plugins', PARTNER_SIGNED, NATIVE, [jwt, partnerMode]],
  ['tokens that partners sign, on Enterprise with portable plugins', PARTNER_SIGNED, PORTABLE, [jwt, partnerMode]],
])('%s', (_, policy, environment, plugins) => {
  const found = tokenPlugins({ policy, environment });
  expect(found).toEqual(plugins);
  expect(found.flatMap(problemsOfPortable)).toEqual([]);
});

/** The config of a policy's only plugin, or of its first. */
const configOf = (policy: TokenPolicy, environment: Environment = OSS) =>
  tokenPlugins({ policy, environment })[0]?.config;

describe('what a policy says', () => {
  test.each<[field: string, change: Partial<TokenPolicy>, config: object]>([
    ['algorithms', { algorithms: ['EdDSA'] }, { algorithms: ['EdDSA'] }],
    ['types', { types: ['jwt'] }, { types: ['jwt'] }],
    [
      'types in any spelling of media types',
      { types: ['AT+JWT', 'application/at+jwt', 'application/x/y', 'JWT'] },
      { types: ['at+jwt', 'application/x/y', 'jwt'] },
    ],
    [
      'an issuer with a slash at its end, as it is',
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
  ])('stands in the settings: %s', (_, change, config) => {
    expect(configOf({ ...IDP, ...change })).toMatchObject(config);
  });

  test.each<[field: string, change: Partial<TokenPolicy>, seconds: number]>([
    ['ten minutes', { maximumExpiration: '10 minutes' }, 600],
    ['a year', { maximumExpiration: '1 years' }, 31_536_000],
  ])('limits how long a token that partners sign may live: %s', (_, change, seconds) => {
    expect(configOf({ ...PARTNER_SIGNED, ...change })).toMatchObject({ maximum_expiration: seconds });
  });

  test.each<[field: string, policy: TokenPolicy]>([
    ['no life, which Kong would read as no limit', { ...PARTNER_SIGNED, maximumExpiration: '0 seconds' }],
    ['a life longer than Kong takes', { ...PARTNER_SIGNED, maximumExpiration: '3 years' }],
    ['parts of a second', { ...IDP, clockSkew: '1500 ms' }],
    ['a skew beyond an hour', { ...IDP, clockSkew: '2 hours' }],
  ])('is refused, not cut to fit: %s', (_, policy) => {
    expect(() => configOf(policy)).toThrow('is no time that the gateway takes here');
  });

  test('is taken for its own environment alone', () => {
    const other = { ...OSS, name: 'constructor' };
    expect(() => tokenPlugins({ policy: IDP, environment: other })).toThrow(
      "token policy 'idp' has no entry for environment 'constructor'",
    );
  });
});

describe('keys that stand in the document', () => {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = publicKey.export({ format: 'jwk' }) as Jwk;
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' }) as Jwk;
  const withKeys = (...keys: Jwk[]): TokenPolicy => ({
    ...IDP,
    environments: { staging: { issuer: 'https://idp.example', audience: 'https://api.staging.example', keys } },
  });

  test('are written as PEM, each with the algorithms that suit it', () => {
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

  test('that cannot be used are refused without showing them', () => {
    expect(() => configOf(withKeys({ ...jwk, kid: 'a', y: 'AAAA' }))).toThrow(
      /^key 1 of token policy 'idp' is not a valid/,
    );
  });

  test('are refused on Enterprise with native plugins, which only fetch keys', () => {
    expect(() => configOf(withKeys({ ...jwk, kid: 'a' }), NATIVE)).toThrow(/keys: .*native-inline-keys/);
  });
});

describe('with client certificates on Enterprise with native plugins', () => {
  test.each([
    // Bound tokens are compared also where the API does not ask for certificates.
    [undefined, 'optional'],
    [MTLS, 'optional'],
    [{ ...MTLS, boundTokens: 'required' } as const, 'strict'],
  ])('%o compares them with tokens: %s', (mtls, expected) => {
    const [plugin] = tokenPlugins({ policy: IDP, environment: NATIVE, mtls });
    expect(plugin?.config).toMatchObject({ proof_of_possession_mtls: expected, proof_of_possession_dpop: 'optional' });
  });
});

test('a gateway that is not supported is named', () => {
  const environment: Environment = { ...OSS, gateway: { edition: 'oss', version: '3.4' } };
  expect(() => tokenPlugins({ policy: IDP, environment })).toThrow(
    "environment 'staging' has gateway 'oss 3.4', supported are 'oss 3.9', 'enterprise 3.9', 'enterprise 3.15'",
  );
});
