import type { ConsentPolicy, Environment, TokenPolicy } from '../../../core/model';
import { consentPlugins } from '../../../policies';
import {
  API,
  CONSENT,
  IDP,
  NATIVE,
  OPERATIONS,
  OSS,
  PARTNER_SIGNED,
  PORTABLE,
  PORTABLE_39,
} from '../support/documents';
import { problemsOfPortable } from '../support/portable-schemas';

const input = { api: API, operations: OPERATIONS, token: IDP, environment: OSS };

const bare = {
  api: 'sim-swap',
  token: { source: 'context' },
  client_claim: 'client_id',
  rights: 'token-and-grants',
  user_context: 'any',
  three_legged: { rule: 'never' },
  operations: [
    {
      operation: 'check',
      route: 'sim-swap_check',
      scopes: [['sim-swap:check'], ['sim-swap']],
    },
    { operation: 'getOne', route: 'sim-swap_get-one', no_scopes: true },
  ],
  purpose: { rule: 'none' },
  live: { source: 'none' },
  subject_hash: { mode: 'none' },
};

const header = {
  token: { source: 'authorization-header', refused_headers: ['access-token', 'x-access-token'] },
};

const required = { purpose: { rule: 'required', allowed: ['dpv:FraudPreventionAndDetection'] } };

const grants = { rights: 'grants' };

test.each<[what: string, change: object, config: object]>([
  ['only scopes without a policy', {}, bare],
  ['purposes with a policy', { policy: CONSENT }, { ...bare, ...required }],
  [
    'a policy that requires a user',
    { policy: { ...CONSENT, userContext: 'three-legged' } },
    { ...bare, ...required, user_context: 'three-legged' },
  ],
  [
    'a policy with a key for subjects',
    { policy: { ...CONSENT, subjectKey: '{vault://env/subject-key}' } },
    { ...bare, ...required, subject_hash: { mode: 'keyed', key: '{vault://env/subject-key}' } },
  ],
  ['the token in its header on Enterprise with native plugins', { environment: NATIVE }, { ...bare, ...header }],
  ['scopes on Enterprise with portable plugins', { environment: PORTABLE }, bare],
  ['scopes on Enterprise 3.9 with portable plugins', { environment: PORTABLE_39 }, bare],
  ['tokens that partners sign', { token: PARTNER_SIGNED }, { ...bare, ...grants }],
  [
    'tokens that partners sign, on Enterprise with native plugins',
    { token: PARTNER_SIGNED, environment: NATIVE },
    { ...bare, ...grants },
  ],
])('checks %s', (_, change, config) => {
  const plugins = consentPlugins({ ...input, ...change });
  expect(plugins).toEqual([{ plugin: 'partner-consent', resource: 'custom', config }]);
  expect(plugins.flatMap(problemsOfPortable)).toEqual([]);
});

describe('a token counts as three-legged', () => {
  const ruleOf = (token: TokenPolicy) => consentPlugins({ ...input, token })[0]?.config.three_legged;

  test.each<[token: TokenPolicy, rule: object]>([
    [IDP, { rule: 'never' }],
    [
      { ...IDP, threeLegged: { rule: 'claim', claim: 'acr' } },
      { rule: 'claim', claim: 'acr' },
    ],
    [
      { ...IDP, threeLegged: { rule: 'subject-differs' } },
      { rule: 'subject-differs', client_claims: ['client_id', 'azp'] },
    ],
    [
      { ...IDP, clientClaim: 'cid', threeLegged: { rule: 'subject-differs' } },
      { rule: 'subject-differs', client_claims: ['cid', 'client_id', 'azp'] },
    ],
    [{ ...PARTNER_SIGNED, threeLegged: { rule: 'subject-differs' } }, { rule: 'never' }],
  ])('by the rule of its policy (case %#)', (token, rule) => {
    expect(ruleOf(token)).toEqual(rule);
  });
});

describe('live consent', () => {
  const live = (change: object, environment: Environment = OSS) => {
    const policy = { ...CONSENT, live: change } as ConsentPolicy;
    const plugins = consentPlugins({ ...input, policy, environment });
    expect(plugins.flatMap(problemsOfPortable)).toEqual([]);
    return plugins[0]?.config.live;
  };
  const urls = { staging: 'https://consent.example/retrieve' };

  test('uses a Consent Info API', () => {
    expect(live({ source: 'consent-info', urls })).toEqual({
      source: 'consent-info',
      url: 'https://consent.example/retrieve',
      timeout_ms: 1000,
      cache_s: 30,
      failure: 'closed',
      verify_tls: true,
      scope: 'consent-info:retrieve',
      otherwise: { source: 'none' },
    });
  });

  test("falls back to the operator's endpoint", () => {
    const fallback = { staging: 'https://own.example/ask' };
    const url = fallback.staging;
    expect(live({ source: 'consent-info', urls, otherwise: { urls: fallback } })).toMatchObject({
      url: urls.staging,
      scope: 'consent-info:retrieve',
      otherwise: { source: 'operator', url },
    });
    const authorization = '{vault://env/a}';
    expect(live({ source: 'consent-info', urls, otherwise: { urls: fallback, authorization } })).toHaveProperty(
      'otherwise',
      {
        source: 'operator',
        url,
        authorization,
      },
    );
    expect(() => live({ source: 'consent-info', urls, otherwise: { urls: { production: url } } })).toThrow(
      "consent policy 'fraud' has no URL for environment 'staging'",
    );
  });

  test.each([
    ['authorization', { source: 'consent-info', urls, authorization: '{vault://env/a}' }],
    ['otherwise', { source: 'operator', urls, otherwise: { urls } }],
  ])('rejects a field that its source does not support: %s', (field, settings) => {
    expect(() => live(settings)).toThrow(`consent policy 'fraud' has \`live.${field}\``);
  });

  test("uses the operator's endpoint with the operator's credentials", () => {
    const settings = {
      source: 'operator',
      urls,
      authorization: '{vault://env/a}',
      timeout: '50 ms',
      cacheFor: '0 seconds',
      failure: 'open',
    };
    expect(live(settings)).toEqual({
      source: 'operator',
      url: 'https://consent.example/retrieve',
      timeout_ms: 50,
      cache_s: 0,
      failure: 'open',
      verify_tls: true,
      authorization: '{vault://env/a}',
    });
  });

  test("does not require credentials for the operator's endpoint", () => {
    expect(live({ source: 'operator', urls })).not.toHaveProperty('authorization');
  });

  test('requires a URL for the environment', () => {
    expect(() => live({ source: 'operator', urls }, { ...OSS, name: 'sandbox' })).toThrow(
      /^(consent|token) policy '(fraud|idp)' .*environment 'sandbox'$/,
    );
  });
});
