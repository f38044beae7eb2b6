import { findings } from './table';

const ACME = 'acme-bank.yaml';
const LIVE =
  'live:\n  source: operator\n  urls:\n    sandbox: https://consent.sandbox.example\n    staging: https://consent.staging.example\n    production: https://consent.example\n';
const second = (more: string, tier = 'free') =>
  `      - api: number-verification\n        tier: free\n        scopes: [number-verification:verify]\n        environments: [sandbox, production]\n      - api: number-verification\n        tier: «${tier}\n        scopes: [number-verification:verify]\n${more}`;
const LAST =
  '      - api: number-verification\n        tier: free\n        scopes: [number-verification:verify]\n        environments: [sandbox, production]\n';
const spans = (first: string, next: string, mark = '«') =>
  `      - { api: number-verification, tier: free, scopes: [number-verification:verify], ${first} }\n      - { api: number-verification, tier: ${mark}free, scopes: [number-verification:verify], ${next} }\n`;
/** Number Verification is offered at 'paid' as well, with the service level that this tier promises. */
const PAID_TOO = [
  [
    'number-verification.yaml',
    'tiers: [free]',
    'tiers: [paid, free]\nsla: { availability: 99.9%, latency: { p50: 100 ms, p95: 250 ms } }',
  ],
  [
    'number-verification.yaml',
    '  token: partner-keys\n',
    '  token: partner-keys\n  audit: standard-audit\n  metrics: standard-metrics\n',
  ],
] as const;

describe('an application has one tier per API at a time:', () =>
  findings([
    [
      'two subscriptions to one tier',
      ['error overlapping-subscriptions'],
      "subscribes to api 'number-verification' twice at tier 'free' at the same time",
      [[ACME, LAST, second('')]],
    ],
    [
      'subscriptions to two tiers',
      ['error overlapping-subscriptions'],
      "at tiers 'free' and 'paid' at the same time",
      [[ACME, LAST, second('        environments: [sandbox]\n', 'paid')], ...PAID_TOO],
    ],
    [
      'periods with a day in common',
      ['error overlapping-subscriptions'],
      'end the first before the second starts',
      [[ACME, LAST, spans('end: 2026-03-02', 'start: 2026-03-01')]],
    ],
    ['consecutive periods', [], '', [[ACME, LAST, spans('end: 2026-03-01', 'start: 2026-03-01', '')]]],
    [
      'subscriptions in different environments',
      [],
      '',
      [[ACME, LAST, spans('environments: [sandbox]', 'environments: [production]', '')]],
    ],
    [
      'subscriptions with a common environment',
      ['error overlapping-subscriptions'],
      '',
      [[ACME, LAST, spans('environments: [sandbox]', 'environments: [production, sandbox]')]],
    ],
    [
      'an overlap with a rejected subscription',
      [],
      '',
      [
        [
          ACME,
          LAST,
          spans(
            'environments: [sandbox]',
            'approval: { status: rejected, on: 2026-01-01, by: partners@operator.example }',
            '',
          ),
        ],
      ],
    ],
  ]));

describe('a subscription matches the offer of its API:', () =>
  findings([
    [
      'a tier that is not offered',
      ['error tier-not-offered'],
      "api 'number-verification' is not offered at tier 'paid'; its tiers are: free",
      [[ACME, 'tier: free', 'tier: «paid']],
    ],
    [
      'an API that is visible only to other partners',
      ['error api-not-visible'],
      "api 'number-verification' is not visible to partner 'acme-bank'",
      [
        ['number-verification.yaml', '[acme-bank]', '[initech]'],
        [ACME, 'api: number-verification', 'api: «number-verification'],
      ],
    ],
    [
      'an API that is visible to every partner',
      [],
      '',
      [['number-verification.yaml', 'visibility:\n  partners: [acme-bank]', 'visibility: partner-only']],
    ],
    [
      'an archived tier',
      ['warning tier-not-active', 'warning tier-not-active'],
      "tier 'free' is archived",
      [
        ['tiers/free.yaml', 'status: active', 'status: archived'],
        [ACME, 'tier: free', 'tier: «free'],
        ['globex.yaml', 'tier: free', 'tier: «free'],
      ],
    ],
    [
      'an archived tier after the end of the subscription',
      [],
      '',
      [['tiers/paid.yaml', 'status: active', 'status: archived']],
      '2027-03-01',
    ],
    [
      'a draft tier outside a sandbox',
      ['warning tier-not-active'],
      "tier 'free' is a draft",
      [
        ['tiers/free.yaml', 'status: active', 'status: draft'],
        [ACME, 'tier: free', 'tier: «free'],
      ],
    ],
  ]));

describe('an operation needs the granted scopes:', () =>
  findings([
    [
      'a scope that no operation needs',
      ['warning scope-without-operation'],
      "no operation of api 'sim-swap' requires scope 'sim-swap:unused'; remove it, or write the scope of the intended operation",
      [[ACME, '[sim-swap:check]', '[sim-swap:check, «sim-swap:unused]']],
    ],
    [
      'a scope of a hidden operation',
      ['warning scope-without-operation'],
      '',
      [
        [ACME, '[sim-swap:check]', '[sim-swap:check, «sim-swap:events]'],
        ['sim-swap.yaml', 'streaming: true', 'exposed: false'],
      ],
    ],
    [
      'only one of two scopes that an operation needs',
      ['warning scope-without-operation'],
      "the scopes of 'initech_portal' are not enough for any operation of api 'sim-swap'; grant all scopes that an operation needs",
      [['globex.yaml', '[sim-swap:retrieve, sim-swap:date]', '«[sim-swap:date]']],
    ],
  ]));

describe('purpose and consent:', () =>
  findings([
    [
      'a missing purpose',
      ['error missing-purpose'],
      "subscribes to api 'sim-swap', which processes personal data, without `purpose`",
      [
        ['globex.yaml', '    purpose: dpv:FraudPreventionAndDetection\n', ''],
        ['globex.yaml', '  - api: sim-swap', '  - «api: sim-swap'],
      ],
    ],
    [
      'a missing purpose and legal basis',
      ['error missing-purpose'],
      'without `purpose` and `legalBasis`',
      [
        ['globex.yaml', '    purpose: dpv:FraudPreventionAndDetection\n    legalBasis: dpv:LegitimateInterest\n', ''],
        ['globex.yaml', '  - api: sim-swap', '  - «api: sim-swap'],
      ],
    ],
    [
      'a missing purpose for an API with a consent policy and without personal data',
      ['error missing-purpose'],
      'which has a consent policy, without `purpose`',
      [
        ['sim-swap.yaml', 'personalData: true', 'personalData: false'],
        ['globex.yaml', '    purpose: dpv:FraudPreventionAndDetection\n    legalBasis: dpv:LegitimateInterest\n', ''],
        ['globex.yaml', '  - api: sim-swap', '  - «api: sim-swap'],
      ],
    ],
    [
      'a purpose that is not allowed',
      ['error purpose-not-allowed'],
      "purpose dpv:Marketing is not allowed by consent policy 'fraud-prevention' of api 'sim-swap'; allowed purposes are: dpv:FraudPreventionAndDetection",
      [['globex.yaml', 'purpose: dpv:FraudPreventionAndDetection', 'purpose: «dpv:Marketing']],
    ],
    [
      'personal data without a consent policy',
      ['error missing-consent-policy'],
      "api 'number-verification' processes personal data but has no consent policy",
      [
        ['number-verification.yaml', 'personalData: false', 'personalData: «true'],
        [
          ACME,
          'scopes: [number-verification:verify]',
          'scopes: [number-verification:verify]\n        purpose: dpv:Marketing\n        legalBasis: dpv:Consent',
        ],
      ],
    ],
    [
      'personal data in a draft',
      [],
      '',
      [
        ['number-verification.yaml', 'personalData: false', 'personalData: true'],
        ['number-verification.yaml', 'lifecycle: published', 'lifecycle: draft'],
        [ACME, LAST, ''],
      ],
    ],
    [
      'consent without a rule that recognizes three-legged tokens',
      ['error user-context-unavailable'],
      "consent policy 'fraud-prevention' of api 'sim-swap' requires three-legged tokens, but token policy 'operator-idp' has no rule to recognize them, so every call would be rejected; add `threeLegged` to",
      [
        ['policies.yaml', 'threeLegged: { rule: subject-differs }\n', ''],
        ['sim-swap.yaml', 'consent: fraud', 'consent: «fraud'],
      ],
    ],
    [
      'consent with tokens that partners sign',
      ['warning environment-serves-nothing', 'error user-context-unavailable'],
      "environment 'staging' serves nothing",
      [
        ['environments.yaml', 'name: staging', 'name: «staging'],
        ['sim-swap.yaml', 'consent: fraud', 'consent: «fraud'],
        ['sim-swap.yaml', 'token: operator-idp', 'token: partner-keys'],
        ['sim-swap.yaml', "  staging: { url: 'https://sim-swap.staging' }\n", ''],
      ],
    ],
    [
      'a two-legged grant for three-legged tokens',
      ['error grant-type-not-accepted'],
      "grant type 'client_credentials' never results in three-legged tokens",
      [[ACME, '[authorization_code]', '[authorization_code, «client_credentials]']],
    ],
    [
      'a three-legged grant for two-legged tokens',
      ['error grant-type-not-accepted'],
      "grant type 'authorization_code' never results in two-legged tokens",
      [
        [ACME, '[authorization_code]', '[client_credentials, «authorization_code]'],
        ['policies.yaml', 'userContext: three-legged', 'userContext: two-legged'],
        ['policies.yaml', LIVE, ''],
      ],
    ],
    [
      'any grant for any token',
      [],
      '',
      [
        [ACME, '[authorization_code]', '[client_credentials, authorization_code]'],
        ['policies.yaml', 'userContext: three-legged', 'userContext: any'],
        ['policies.yaml', LIVE, ''],
      ],
    ],
  ]));

describe('a subscription has an effect in some environment:', () =>
  findings([
    [
      'a listed environment without credentials',
      ['warning subscription-without-effect'],
      "application 'checkout' of partner 'acme-bank' has no credentials for environment 'staging'",
      [[ACME, '[sandbox, production]', '[sandbox, «staging]']],
    ],
    [
      'a listed environment that does not serve the API',
      ['warning subscription-without-effect'],
      "api 'number-verification' (preview) is not served in environment 'production'",
      [
        ['number-verification.yaml', 'lifecycle: published', 'lifecycle: preview'],
        [ACME, '[sandbox, production]', '[sandbox, «production]'],
      ],
    ],
    [
      'an API that no environment serves',
      [
        'warning subscription-without-effect',
        'warning environment-serves-nothing',
        'warning subscription-without-effect',
      ],
      "api 'sim-swap' (retired) is not served in any environment for which application 'checkout' of partner 'acme-bank' has credentials (sandbox, production); remove the subscription, or add credentials",
      [
        ['environments.yaml', 'name: staging', 'name: «staging'],
        ['sim-swap.yaml', 'lifecycle: published', 'lifecycle: retired'],
        [ACME, 'api: sim-swap', 'api: «sim-swap'],
        ['globex.yaml', 'api: sim-swap', 'api: «sim-swap'],
      ],
    ],
    [
      'an application without credentials yet',
      [],
      '',
      [
        [
          'globex.yaml',
          "credentials:\n  sandbox:\n    clientId: portal-sandbox\n    keys:\n      - jwk: @key3\n    certificates:\n      - sha256: '3333333333333333333333333333333333333333333333333333333333333333'\n",
          '',
        ],
      ],
    ],
    [
      'a subscription that starts after the end of the contract',
      ['warning subscription-without-effect'],
      "subscription to api 'sim-swap' starts on 2028-01-01, but the contract of partner 'acme-bank' ends on 2028-01-01; write an earlier `start`, or a later `end` for the contract",
      [[ACME, '        start: 2026-02-01\n        end: 2027-02-01\n', '        start: «2028-01-01\n']],
    ],
  ]));

describe('a tier can require approval:', () =>
  findings([
    [
      'a missing approval',
      ['warning approval-missing'],
      "tier 'paid' requires an approval, but the subscription to api 'sim-swap' has none, so it is not active in 'production'; add `approval`",
      [
        [ACME, 'tier: paid', 'tier: «paid'],
        [ACME, '        approval: { status: approved, on: 2026-02-01, by: partners@operator.example }\n', ''],
      ],
    ],
    [
      'a pending approval',
      [],
      '',
      [[ACME, '{ status: approved, on: 2026-02-01, by: partners@operator.example }', '{ status: pendingApproval }']],
    ],
    [
      'a missing approval of a subscription only to sandboxes',
      [],
      '',
      [
        [ACME, '        approval: { status: approved, on: 2026-02-01, by: partners@operator.example }\n', ''],
        [ACME, '        start: 2026-02-01\n', '        start: 2026-02-01\n        environments: [sandbox]\n'],
      ],
    ],
    [
      'a missing approval after the end of the subscription',
      [],
      '',
      [[ACME, '        approval: { status: approved, on: 2026-02-01, by: partners@operator.example }\n', '']],
      '2027-02-01',
    ],
  ]));

describe('credentials are used:', () =>
  findings([
    [
      'credentials for an environment to which no subscription grants access',
      ['warning credentials-without-subscription'],
      "application 'checkout' of partner 'acme-bank' has credentials for environment 'production', but no subscription grants access there; add a subscription",
      [
        [ACME, '      production:\n        clientId: checkout\n', '      «production:\n        clientId: checkout\n'],
        [ACME, '        start: 2026-02-01\n', '        start: 2026-02-01\n        environments: [sandbox]\n'],
        [ACME, '[sandbox, production]', '[sandbox]'],
      ],
    ],
    [
      'credentials after the end of the subscription',
      [],
      '',
      [[ACME, '[sandbox, production]', '[sandbox]']],
      '2027-02-01',
    ],
    [
      'credentials of an application without subscriptions',
      [],
      '',
      [
        [
          'globex.yaml',
          'subscriptions:\n  - api: sim-swap\n    tier: free\n    scopes: [sim-swap:retrieve, sim-swap:date]\n    purpose: dpv:FraudPreventionAndDetection\n    legalBasis: dpv:LegitimateInterest\n',
          '',
        ],
      ],
    ],
  ]));
