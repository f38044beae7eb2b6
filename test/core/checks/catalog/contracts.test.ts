import { type Change, check } from './programme';
import { findings } from './table';

const ACME = 'acme-bank.yaml';
const GLOBEX = 'globex.yaml';
const ACCEPTED = '  accepted: { on: 2026-01-15, by: legal@acme.example }\n';
const DIGEST = 'f8af8924c21fd72f91d80afa3f47f1c12a2dd18c380ddff46f2e5b47dab3bd96';

/** Text after a line of the first version of template 'standard'. */
const standard = (text: string): Change => ['contracts.yaml', '  2.1.0:\n', `  2.1.0:\n    ${text}\n`];
const inContract = (text: string): Change => [ACME, ACCEPTED, `${ACCEPTED}${text}`];
const deviations = (...items: readonly string[]): Change =>
  inContract(
    `  deviations:\n${items.map((item) => `    - { ${item}, reason: Agreed., approvedBy: finance@operator.example }\n`).join('')}`,
  );
const SLA = 'sla: { minimumCalls: 1000 }';

describe('a contract has a version of its template:', () =>
  findings([
    [
      'a version that the template does not have',
      ['error unknown-contract-version'],
      "contract template 'standard' has no version '2.1.1'; did you mean '2.1.0'? versions are: 2.1.0",
      [[ACME, 'version: 2.1.0', 'version: «2.1.1']],
    ],
    [
      'an unknown template, once',
      ['error unknown-reference'],
      "contract template 'standrad' does not exist; did you mean 'standard'?",
      [[ACME, 'template: standard', 'template: «standrad']],
    ],
    [
      'a contract that is accepted before the version is effective',
      ['error contract-version-not-open'],
      "version 2.1.0 of contract template 'standard' can be accepted from 2026-01-16 on, but partner 'acme-bank' accepted it on 2026-01-15",
      [
        ['contracts.yaml', '  2.1.0:\n    effective: 2025-01-01', '  2.1.0:\n    effective: 2026-01-16'],
        [ACME, 'accepted: { on: 2026-01-15', 'accepted: { on: «2026-01-15'],
        [GLOBEX, 'accepted: { on: 2026-01-15, by: legal@initech', 'accepted: { on: 2026-01-16, by: legal@initech'],
      ],
    ],
    [
      'a contract that is accepted on the first day',
      [],
      '',
      [['contracts.yaml', '  2.1.0:\n    effective: 2025-01-01', '  2.1.0:\n    effective: 2026-01-15']],
    ],
    [
      'a contract that is accepted when the version is retired',
      ['error contract-version-not-open'],
      'could be accepted until it was retired on 2026-01-15',
      [
        standard('retired: 2026-01-15'),
        [ACME, 'accepted: { on: 2026-01-15', 'accepted: { on: «2026-01-15'],
        [GLOBEX, 'accepted: { on: 2026-01-15, by: legal@initech', 'accepted: { on: 2026-01-14, by: legal@initech'],
      ],
    ],
    ['a version that is retired after its acceptance', [], '', [standard('retired: 2026-01-16')]],
    [
      'a version that is retired before it is effective',
      ['error dates-out-of-order'],
      "version 2.1.0 of contract template 'standard' ends on 2024-01-01, but starts on 2025-01-01",
      [standard('retired: «2024-01-01')],
    ],
    [
      'the digest of another text',
      ['error unknown-contract-text'],
      "partner 'acme-bank' accepted text 000000000000…, which is not a text of version 2.1.0 of contract template 'standard'; its texts are f8af8924c21fd72f91d80afa3f47f1c12a2dd18c380ddff46f2e5b47dab3bd96 (en); correct the digest",
      [[ACME, 'by: legal@acme.example }', `by: legal@acme.example, digest: «${'"'}${'0'.repeat(64)}${'"'} }`]],
    ],
    [
      'the digest of the text',
      [],
      '',
      [[ACME, 'by: legal@acme.example }', `by: legal@acme.example, digest: ${DIGEST} }`]],
    ],
    [
      'a language of the programme without a text',
      ['warning missing-translation', 'warning missing-translation'],
      "version 2.1.0 of contract template 'standard' has no text in 'es', 'pt'",
      [
        ['programme.yaml', 'languages: [en]', 'languages: [en, es, pt]'],
        [
          'contracts.yaml',
          '    texts: { en: { file: ./contract.md, sha256: f8af8924c21fd72f91d80afa3f47f1c12a2dd18c380ddff46f2e5b47dab3bd96 } }\n    notice: { price: 60 days, deprecation: 6 months, termination: 3 months }\n    responsibilities: { consent-capture: partner, user-information: partner }\n---',
          '    «texts: { en: { file: ./contract.md, sha256: f8af8924c21fd72f91d80afa3f47f1c12a2dd18c380ddff46f2e5b47dab3bd96 } }\n    notice: { price: 60 days, deprecation: 6 months, termination: 3 months }\n    responsibilities: { consent-capture: partner, user-information: partner }\n---',
        ],
        [
          'contracts.yaml',
          '  1.0.0:\n    effective: 2025-01-01\n    texts',
          '  1.0.0:\n    effective: 2025-01-01\n    «texts',
        ],
      ],
    ],
    ['a text in the language with a region', [], '', [['programme.yaml', 'languages: [en]', 'languages: [en-GB]']]],
  ]));

describe('a contract assigns the duties that its use needs:', () => {
  const without = (text: string): Change => [
    'contracts.yaml',
    'responsibilities: { consent-capture: partner, user-information: partner }\n---',
    `«responsibilities: { ${text} }\n---`,
  ];
  const consent: Change = [
    ACME,
    '        legalBasis: dpv:LegitimateInterest\n        grantTypes',
    '        legalBasis: dpv:Consent\n        grantTypes',
  ];
  findings([
    [
      'a contract that does not say who informs users',
      ['warning duty-not-assigned'],
      "version 2.1.0 of contract template 'standard' does not assign 'user-information', but partner 'acme-bank', whose contract has this version, uses api 'sim-swap' in production",
      [without('consent-capture: partner')],
    ],
    [
      'a contract that does not say who asks for consent, if consent is not needed',
      [],
      '',
      [
        [
          'contracts.yaml',
          'responsibilities: { consent-capture: partner, user-information: partner }\n---',
          'responsibilities: { user-information: operator }\n---',
        ],
      ],
    ],
    [
      'a contract that does not say who asks for consent',
      ['warning duty-not-assigned'],
      "does not assign 'consent-capture'",
      [without('user-information: partner'), consent],
    ],
    [
      'a duty of a reseller in a contract of a partner without one',
      ['warning duty-without-reseller'],
      "version 2.1.0 of contract template 'standard' assigns 'first-line-support' to a reseller, but partner 'acme-bank' buys directly; name its `reseller`",
      [
        ['contracts.yaml', 'partner }\n---', 'partner, first-line-support: reseller }\n---'],
        [ACME, 'template: standard', 'template: «standard'],
      ],
    ],
    [
      'a duty of a reseller in a contract of a partner that buys through one, or for which one runs an application',
      [],
      '',
      [
        ['contracts.yaml', 'partner }\n---', 'partner, first-line-support: reseller }\n---'],
        [ACME, 'owner: identity-apis', 'owner: identity-apis\nreseller: globex'],
        [GLOBEX, 'partner: initech\n', 'partner: globex\nonBehalfOf: initech\n'],
        [GLOBEX, 'reseller: globex\n', ''],
      ],
    ],
  ]);
});

describe('a deviation has an effect:', () =>
  findings([
    ['a deviation of the service level', [], '', [deviations(`tier: paid, ${SLA}, from: 2026-03-01`)]],
    [
      'a deviation of nothing',
      ['warning deviation-without-effect'],
      "deviation of partner 'acme-bank' from tier 'paid' changes neither the price nor the service level; add `price` or `sla`",
      [deviations('tier: «paid, from: 2026-03-01')],
    ],
    [
      'a deviation that ends before it starts, once',
      ['error dates-out-of-order'],
      "deviation from tier 'paid' of partner 'acme-bank' ends on 2026-03-01, but starts on 2026-03-01",
      [deviations(`tier: paid, ${SLA}, from: 2026-03-01, to: «2026-03-01`)],
    ],
    [
      'a deviation after the contract',
      ['warning deviation-without-effect'],
      "deviation of partner 'acme-bank' from tier 'paid' starts on 2028-01-01, but the contract ends on 2028-01-01",
      [deviations(`tier: paid, ${SLA}, from: «2028-01-01`)],
    ],
    [
      'a deviation before the contract',
      ['warning deviation-without-effect'],
      'ends on 2026-01-15, but the contract is accepted on 2026-01-15',
      [deviations(`tier: paid, ${SLA}, from: 2025-01-01, to: «2026-01-15`)],
    ],
    [
      'two deviations of one figure at the same time',
      ['error overlapping-deviations'],
      "two deviations of partner 'acme-bank' from tier 'paid' set `minimumCalls` of the service level at the same time, from 2026-03-01 and from 2026-05-01",
      [
        deviations(
          `tier: paid, ${SLA}, from: 2026-03-01, to: 2026-05-02`,
          'tier: paid, sla: { «minimumCalls: 2000 }, from: 2026-05-01',
        ),
      ],
    ],
    [
      'two deviations of one item of the price at the same time',
      ['error overlapping-deviations'],
      "set item 'setup' of the price at the same time",
      [
        deviations(
          'tier: paid, price: { setup: { type: fee, event: application, amount: 1 EUR } }, from: 2026-03-01',
          'tier: paid, price: { «setup: { type: fee, event: application, amount: 2 EUR } }, from: 2027-03-01',
        ),
      ],
    ],
    [
      'deviations of one figure, one after the other or from different tiers',
      [],
      '',
      [
        deviations(
          `tier: paid, ${SLA}, from: 2026-03-01, to: 2026-05-01`,
          'tier: paid, sla: { minimumCalls: 2000 }, from: 2026-05-01',
          'tier: free, sla: { minimumCalls: 2000 }, from: 2026-05-01',
        ),
      ],
    ],
  ]));

describe('an agreement about a tier needs a subscription at it:', () => {
  const ofInitech = (text: string): Change => [
    GLOBEX,
    '  accepted: { on: 2026-01-15, by: legal@initech.example }\n',
    `  accepted: { on: 2026-01-15, by: legal@initech.example }\n  deviations: [{ ${text}, reason: x, approvedBy: finance@operator.example }]\n`,
  ];
  const ofGlobex = (text: string): Change => [
    GLOBEX,
    '  accepted: { on: 2026-01-15, by: legal@globex.example }\n',
    `  accepted: { on: 2026-01-15, by: legal@globex.example }\n  deviations: [{ ${text}, reason: x, approvedBy: finance@operator.example }]\n`,
  ];
  const onBehalf: Change = [GLOBEX, 'partner: initech\n', 'partner: globex\nonBehalfOf: initech\n'];
  const negotiated = (text: string): Change => [
    'tiers/free.yaml',
    'quota: { day: 1000 }\n',
    `quota: { day: 1000 }\npartners: ${text}\n`,
  ];
  findings([
    [
      'a deviation from a tier without a subscription',
      ['warning agreement-without-subscription'],
      "contract of partner 'initech' deviates from tier 'paid', but none of its applications subscribes at it",
      [ofInitech(`tier: «paid, ${SLA}, from: 2026-03-01`)],
    ],
    ['a deviation that has ended', [], '', [ofInitech(`tier: paid, ${SLA}, from: 2026-03-01, to: 2026-11-21`)]],
    [
      'a deviation that ends tomorrow',
      ['warning agreement-without-subscription'],
      '',
      [ofInitech(`tier: «paid, ${SLA}, from: 2026-03-01, to: 2026-11-22`)],
    ],
    [
      'a deviation of a reseller for an application that it runs',
      [],
      '',
      [onBehalf, ofGlobex(`tier: free, ${SLA}, from: 2026-03-01`)],
    ],
    [
      'a deviation of a partner for which a reseller buys',
      ['warning agreement-without-subscription'],
      "contract of partner 'initech' deviates from tier 'free'",
      [onBehalf, ofInitech(`tier: «free, ${SLA}, from: 2026-03-01`)],
    ],
    [
      'a tier that was negotiated for a partner without a subscription',
      ['warning agreement-without-subscription'],
      "tier 'free' was negotiated for partner 'globex', but none of its applications subscribes at it",
      [negotiated('[acme-bank, initech, «globex]'), [GLOBEX, 'reseller: globex\n', '']],
    ],
    ['a tier that was negotiated for a reseller of a partner', [], '', [negotiated('[acme-bank, globex]')]],
  ]);
});

test.each([
  ['reports a version of terms that a contract keeps for a tier without a subscription', '2026-11-22', 1],
  ['accepts it when it has ended', '2026-11-21', 0],
])('%s', (_, until, count) => {
  const { found } = check([
    [
      GLOBEX,
      '  accepted: { on: 2026-01-15, by: legal@initech.example }\n',
      `  accepted: { on: 2026-01-15, by: legal@initech.example }\n  terms: [{ tier: paid, version: 2.0.0, until: ${until} }]\n`,
    ],
  ]);
  const reported = found.filter(({ code }) => code === 'agreement-without-subscription');
  expect(reported.map(({ at, message }) => `${at.path} ${message}`)).toEqual(
    Array<string>(count).fill(
      "/contract/terms/0/tier contract of partner 'initech' keeps version 2.0.0 of the terms of tier 'paid', but none of its applications subscribes at it",
    ),
  );
});
