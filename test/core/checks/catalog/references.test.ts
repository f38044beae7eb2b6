import { findings, type Row } from './table';

const reference = ['error unknown-reference'];

/** A wrong reference is reported once, and nothing that depends on it is reported. */
const rows: readonly Row[] = [
  [
    'owner of an api',
    reference,
    "team 'identity-api' does not exist; did you mean 'identity-apis'? teams are: identity-apis",
    [['sim-swap.yaml', 'owner: identity-apis', 'owner: «identity-api']],
  ],
  ['tier of an api', reference, "did you mean 'paid'?", [['sim-swap.yaml', '[paid, free]', '[«payed, free]']]],
  [
    'successor',
    reference,
    "api 'nothing-like-it' does not exist; apis are: number-verification, sim-swap",
    [['sim-swap.yaml', 'successor: number-verification', 'successor: «nothing-like-it']],
  ],
  [
    'partner in the visibility of an api',
    reference,
    "did you mean 'acme-bank'?",
    [['number-verification.yaml', '[acme-bank]', '[«acme-bnk]']],
  ],
  [
    'partner that was renamed',
    reference,
    "partner 'globex' does not exist; write 'globex-group' here: it was renamed",
    [
      ['globex.yaml', 'name: globex\n', 'name: globex-group\nrenamedFrom: globex\n'],
      ['globex.yaml', 'reseller: globex\n', 'reseller: «globex\n'],
    ],
  ],
  [
    'environment of an upstream',
    reference,
    "did you mean 'production'?",
    [['sim-swap.yaml', '  production: {', '  «prodution: {']],
  ],
  [
    'token policy',
    reference,
    "token policy 'operator-ipd' does not exist",
    [['sim-swap.yaml', 'token: operator-idp', 'token: «operator-ipd']],
  ],
  [
    'rate limit policy',
    reference,
    'rate limit policies are: protect-upstream',
    [['sim-swap.yaml', 'rateLimit: protect-upstream', 'rateLimit: «x']],
  ],
  [
    'mtls policy',
    reference,
    'mtls policies are: registered-certificate',
    [['sim-swap.yaml', 'mtls: registered-certificate', 'mtls: «x']],
  ],
  [
    'consent policy',
    reference,
    'consent policies are: fraud-prevention',
    [['sim-swap.yaml', 'consent: fraud-prevention', 'consent: «x']],
  ],
  [
    'masking policy',
    reference,
    'masking policies are: hide-detail',
    [['sim-swap.yaml', 'masking: hide-detail', 'masking: «x']],
  ],
  [
    'audit policy',
    reference,
    'audit policies are: standard-audit',
    [['sim-swap.yaml', 'audit: standard-audit', 'audit: «x']],
  ],
  [
    'metrics policy',
    reference,
    'metrics policies are: standard-metrics',
    [['sim-swap.yaml', 'metrics: standard-metrics', 'metrics: «x']],
  ],
  [
    'error policy',
    reference,
    'error policies are: camara-errors',
    [['sim-swap.yaml', 'errors: camara-errors', 'errors: «x']],
  ],
  [
    'api of an override',
    reference,
    "did you mean 'sim-swap'?",
    [['tiers/paid.yaml', '  - api: sim-swap\n    limits', '  - api: «sim-swp\n    limits']],
  ],
  [
    'api of an override for an operation',
    reference,
    "did you mean 'sim-swap'?",
    [['tiers/paid.yaml', '  - api: sim-swap\n    operation', '  - api: «sim-swp\n    operation']],
  ],
  [
    'owner of a partner',
    reference,
    "team 'x' does not exist",
    [['acme-bank.yaml', 'owner: identity-apis', 'owner: «x']],
  ],
  ['reseller', reference, "partner 'globx' does not exist", [['globex.yaml', 'reseller: globex', 'reseller: «globx']]],
  [
    'partner of an application',
    reference,
    "partner 'initec' does not exist; did you mean 'initech'?",
    [['globex.yaml', 'partner: initech', 'partner: «initec']],
  ],
  [
    'environment of credentials inside a partner',
    reference,
    "environment 'sandbx' does not exist",
    [['acme-bank.yaml', '      sandbox:\n', '      «sandbx:\n']],
  ],
  [
    'environment of credentials in a document',
    reference,
    "environment 'sandbx' does not exist",
    [['globex.yaml', '  sandbox:\n', '  «sandbx:\n']],
  ],
  [
    'api of a subscription',
    reference,
    "api 'sim-swop' does not exist",
    [['acme-bank.yaml', 'api: sim-swap', 'api: «sim-swop']],
  ],
  [
    'tier of a subscription',
    reference,
    "tier 'payed' does not exist",
    [['acme-bank.yaml', 'tier: paid', 'tier: «payed']],
  ],
  [
    'environment of a subscription',
    reference,
    "environment 'prod' does not exist",
    [['acme-bank.yaml', '[sandbox, production]', '[sandbox, «prod]']],
  ],
  [
    'environment of a token policy',
    reference,
    "environment 'prodution' does not exist",
    [['policies.yaml', '  production:\n    issuer', '  «prodution:\n    issuer']],
  ],
  [
    'environment of a consent policy',
    reference,
    "environment 'prodution' does not exist",
    [['policies.yaml', '    production: https://consent', '    «prodution: https://consent']],
  ],
  [
    'environment of the fallback endpoint',
    reference,
    "environment 'prodution' does not exist",
    [
      [
        'policies.yaml',
        'source: operator\n',
        'source: consent-info\n  otherwise: { urls: { sandbox: https://a.example, staging: https://a.example, «prodution: https://a.example } }\n',
      ],
    ],
  ],
  [
    'tier of a masking rule',
    reference,
    "tier 'fre' does not exist",
    [['policies.yaml', 'tiers: [free]', 'tiers: [«fre]']],
  ],
  [
    'client CA of an mtls policy',
    reference,
    "client CA 'partner' does not exist in any environment",
    [['policies.yaml', 'clientCas: [partner-ca]', 'clientCas: [«partner]']],
  ],
  [
    'name that every JavaScript object has',
    reference,
    "environment 'constructor' does not exist",
    [['acme-bank.yaml', '[sandbox, production]', '[sandbox, «constructor]']],
  ],
  [
    'several unknown names, each at its own position',
    ['error unknown-reference', 'error unknown-reference', 'error unknown-reference'],
    "team 'a'",
    [
      ['sim-swap.yaml', 'owner: identity-apis', 'owner: «a'],
      ['sim-swap.yaml', '[paid, free]', '[«b, «c]'],
    ],
  ],
];

describe('an unknown name, once, with the nearest name, without the findings that depend on it:', () => findings(rows));

describe('a name that the OpenAPI file does not have:', () =>
  findings([
    [
      'scope',
      ['error unknown-scope'],
      "scope 'sim-swap:chek' does not exist in api 'sim-swap'; did you mean 'sim-swap:check'?",
      [['acme-bank.yaml', '[sim-swap:check]', '[«sim-swap:chek]']],
    ],
    [
      'operation of a route',
      ['error unknown-operation'],
      "operation 'streamEvent' does not exist in api 'sim-swap'; did you mean 'streamEvents'?",
      [['sim-swap.yaml', 'operation: streamEvents', 'operation: «streamEvent']],
    ],
    [
      'operation with idempotency',
      ['error unknown-operation'],
      "did you mean 'checkSimSwap'?",
      [['sim-swap.yaml', '[checkSimSwap]', '[«checkSimSwop]']],
    ],
    [
      'operation of an override',
      ['error unknown-operation'],
      "operation 'check' does not exist in api 'sim-swap'",
      [['tiers/paid.yaml', 'operation: checkSimSwap', 'operation: «check']],
    ],
    [
      'operation of a masking rule',
      ['error unknown-operation'],
      "operation 'retrieve' does not exist in api 'sim-swap'",
      [['policies.yaml', '[retrieveDate]', '[«retrieve]']],
    ],
    [
      'operation of a masking rule that another api has',
      [],
      '',
      [
        ['policies.yaml', '[retrieveDate]', '[verify]'],
        ['number-verification.yaml', 'errors: camara-errors', 'errors: camara-errors\n  masking: hide-detail'],
      ],
    ],
    [
      'operation of a masking policy that no api uses',
      ['warning unused-document'],
      "masking policy 'hide-detail' is not used by any API; write `masking: hide-detail` in the `policies` of an API, or delete the policy",
      [
        ['policies.yaml', 'name: hide-detail', 'name: «hide-detail'],
        ['policies.yaml', '[retrieveDate]', '[nothing]'],
        ['sim-swap.yaml', '  masking: hide-detail\n', ''],
      ],
    ],
  ]));
