import { findings } from './table';

const POLICIES = 'policies.yaml';
const API = 'sim-swap.yaml';
const INFO = [POLICIES, 'source: operator\n', 'source: consent-info\n'] as const;
const ANY = [POLICIES, 'userContext: three-legged', 'userContext: any'] as const;
const ENVIRONMENTS = 'sandbox: https://ask.example, staging: https://ask.example';
const otherwise = (urls: string, more = '') =>
  [POLICIES, 'source: operator\n', `source: consent-info\n  otherwise: { urls: { ${urls} }${more} }\n`] as const;

describe('each setting for consent is used:', () =>
  findings([
    [
      'credentials for a Consent Info API',
      ['error unused-consent-setting'],
      'move it to `live.otherwise`',
      [[POLICIES, 'source: operator\n', "source: consent-info\n  authorization: «'{vault://env/a}'\n"]],
    ],
    [
      "credentials for the operator's endpoint",
      [],
      '',
      [[POLICIES, 'source: operator\n', "source: operator\n  authorization: '{vault://env/a}'\n"]],
    ],
    ['a Consent Info API without `otherwise`', [], '', [INFO]],
    [
      'a Consent Info API with an endpoint of the operator in `otherwise`',
      [],
      '',
      [otherwise(`${ENVIRONMENTS}, production: https://ask.example`, ", authorization: '{vault://env/a}'")],
    ],
    [
      'a second endpoint of the operator',
      ['error unused-consent-setting'],
      "consent policy 'fraud-prevention' always asks the operator's endpoint for consent, so its `otherwise` is never used",
      [
        [
          POLICIES,
          'source: operator\n',
          `source: operator\n  «otherwise: { urls: { ${ENVIRONMENTS}, production: https://ask.example } }\n`,
        ],
      ],
    ],
    [
      'an environment without the endpoint in `otherwise`',
      ['error environment-not-covered'],
      "has no address for environment 'production', where api 'sim-swap' is served; add 'production' with the address of the consent service",
      [[POLICIES, 'source: operator\n', `source: consent-info\n  otherwise: { «urls: { ${ENVIRONMENTS} } }\n`]],
    ],
    [
      'an endpoint in `otherwise` with http',
      ['error insecure-outside-trial'],
      "consent policy 'fraud-prevention' asks over HTTP in environment 'production', which is not a trial; use HTTPS, or write `trial: true` in the environment if it has no real data",
      [otherwise(`${ENVIRONMENTS}, production: «http://ask.example`)],
    ],
  ]));

describe('tokens identify a user who can be asked:', () =>
  findings([
    [
      'only two-legged tokens',
      ['error consent-never-asked'],
      'accepts only two-legged tokens, which identify no user, so its `live` never asks for consent',
      [
        [POLICIES, 'userContext: three-legged', 'userContext: «two-legged'],
        ['acme-bank.yaml', '[authorization_code]', '[client_credentials]'],
      ],
    ],
    [
      'any tokens, but no rule that recognizes users',
      ['error consent-never-asked'],
      "token policy 'operator-idp' has no rule that recognizes tokens of users",
      [
        ANY,
        [POLICIES, 'threeLegged: { rule: subject-differs }\n', ''],
        [API, 'consent: fraud', 'consent: «fraud'],
        [API, 'personalData: true', 'personalData: false'],
      ],
    ],
    [
      'any tokens, all signed by partners',
      ['warning environment-serves-nothing', 'error consent-never-asked'],
      "environment 'staging' serves nothing",
      [
        ANY,
        ['environments.yaml', 'name: staging', 'name: «staging'],
        [API, 'consent: fraud', 'consent: «fraud'],
        [API, 'token: operator-idp', 'token: partner-keys'],
        [API, "  staging: { url: 'https://sim-swap.staging' }\n", ''],
        [API, 'personalData: true', 'personalData: false'],
      ],
    ],
    [
      'any tokens, with personal data',
      ['warning consent-avoidable'],
      "with such a token, a partner can call api 'sim-swap', which processes personal data, without the user's consent",
      [[POLICIES, 'userContext: three-legged', 'userContext: «any']],
    ],
    ['any tokens, without personal data', [], '', [ANY, [API, 'personalData: true', 'personalData: false']]],
  ]));

const SCOPE = '      security: [{ openId: [sim-swap:events] }]\n';
const UNSCOPED = ['sim-swap.openapi.yaml', SCOPE, ''] as const;
const MEANT = [API, 'streaming: true\n', 'streaming: true\nscopes: none\n'] as const;
const CONSENT = [API, 'consent: fraud', 'consent: «fraud'] as const;

describe('an operation has scopes for which consent can be asked:', () =>
  findings([
    [
      'an operation without scopes',
      ['warning consent-without-scopes'],
      "operation 'streamEvents' of api 'sim-swap' requires no scope for which consent could be requested, so every call with a user's token is refused",
      [UNSCOPED, MEANT, CONSENT],
    ],
    [
      'an operation without scopes that is allowed if consent cannot be asked for',
      ['warning consent-without-scopes'],
      "every call with a user's token is allowed without consent",
      [UNSCOPED, MEANT, CONSENT, [POLICIES, 'source: operator\n', 'source: operator\n  failure: open\n']],
    ],
  ]));
