import { findings } from './table';

const POLICIES = 'policies.yaml';
const API = 'sim-swap.yaml';
const INFO = [POLICIES, 'source: operator\n', 'source: consent-info\n'] as const;
const ANY = [POLICIES, 'userContext: three-legged', 'userContext: any'] as const;
const ENVIRONMENTS = 'sandbox: https://ask.example, staging: https://ask.example';
const otherwise = (urls: string, more = '') =>
  [POLICIES, 'source: operator\n', `source: consent-info\n  otherwise: { urls: { ${urls} }${more} }\n`] as const;

describe('whom to ask:', () =>
  findings([
    [
      'credentials for a Consent Info API',
      ['error live-consent'],
      'move it to `live.otherwise`',
      [[POLICIES, 'source: operator\n', "source: consent-info\n  authorization: «'{vault://env/a}'\n"]],
    ],
    [
      "credentials for the operator's endpoint",
      [],
      '',
      [[POLICIES, 'source: operator\n', "source: operator\n  authorization: '{vault://env/a}'\n"]],
    ],
    ['a Consent Info API alone', [], '', [INFO]],
    [
      'both',
      [],
      '',
      [otherwise(`${ENVIRONMENTS}, production: https://ask.example`, ", authorization: '{vault://env/a}'")],
    ],
    [
      'the endpoint for all the rest, which is asked anyway',
      ['error live-consent'],
      "consent policy 'fraud-prevention' asks at the operator's endpoint always",
      [
        [
          POLICIES,
          'source: operator\n',
          `source: operator\n  «otherwise: { urls: { ${ENVIRONMENTS}, production: https://ask.example } }\n`,
        ],
      ],
    ],
    [
      'an environment without the endpoint for the rest',
      ['error environment-not-covered'],
      "has no address for environment 'production', where api 'sim-swap' is served; add 'production' with the address to ask",
      [[POLICIES, 'source: operator\n', `source: consent-info\n  otherwise: { «urls: { ${ENVIRONMENTS} } }\n`]],
    ],
    [
      'the endpoint for the rest over http',
      ['error trial-only'],
      "consent policy 'fraud-prevention' asks over http in environment 'production'",
      [otherwise(`${ENVIRONMENTS}, production: «http://ask.example`)],
    ],
  ]));

describe('somebody to ask:', () =>
  findings([
    [
      'two-legged tokens alone',
      ['error live-consent'],
      'takes two-legged tokens alone, so its `live` never asks',
      [
        [POLICIES, 'userContext: three-legged', 'userContext: «two-legged'],
        ['acme-bank.yaml', '[authorization_code]', '[client_credentials]'],
      ],
    ],
    [
      'no rule that tells users, with any token',
      ['error live-consent'],
      "token policy 'operator-idp' has no rule that tells tokens of users",
      [
        ANY,
        [POLICIES, 'threeLegged: { rule: subject-differs }\n', ''],
        [API, 'consent: fraud', 'consent: «fraud'],
        [API, 'personalData: true', 'personalData: false'],
      ],
    ],
    [
      'tokens of partners, with any token',
      ['warning environment-serves-nothing', 'error live-consent'],
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
      'two-legged tokens as well, where personal data is touched',
      ['warning live-consent'],
      "a partner that may have them calls api 'sim-swap', which touches personal data, without the user's consent",
      [[POLICIES, 'userContext: three-legged', 'userContext: «any']],
    ],
    ['two-legged tokens as well, where none is', [], '', [ANY, [API, 'personalData: true', 'personalData: false']]],
  ]));

const SCOPE = '      security: [{ openId: [sim-swap:events] }]\n';
const UNSCOPED = ['sim-swap.openapi.yaml', SCOPE, ''] as const;
const MEANT = [API, 'streaming: true\n', 'streaming: true\nscopes: none\n'] as const;
const CONSENT = [API, 'consent: fraud', 'consent: «fraud'] as const;

describe('something to ask about:', () =>
  findings([
    [
      'an operation without scopes',
      ['warning live-consent'],
      "operation 'streamEvents' of api 'sim-swap' needs no scope to ask about, so every call with a token of a user is refused",
      [UNSCOPED, MEANT, CONSENT],
    ],
    [
      'an operation without scopes that passes',
      ['warning live-consent'],
      'every call with a token of a user passes unasked',
      [UNSCOPED, MEANT, CONSENT, [POLICIES, 'source: operator\n', 'source: operator\n  failure: open\n']],
    ],
  ]));
