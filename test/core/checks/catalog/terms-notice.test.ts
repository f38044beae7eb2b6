import { loadFiles } from '../../../support/catalog';
import { checkCatalog } from '../../../support/checks';
import { AS_OF, type Change, changed } from './programme';
import { findings } from './table';
import { type EarlierVersion, HIGHER, HIGHER_FREE, versions } from './versions';

const FREE = 'tiers/free.yaml';
const PAID = 'tiers/paid.yaml';
const ACME = 'acme-bank.yaml';

const PRICED: Change = [PAID, 'sla: {', 'price: { items: { calls: { type: calls, flat: 0.012 EUR } } }\nsla: {'];
const pricedAt = (flat: string): EarlierVersion => ({
  ...HIGHER,
  terms: { price: { items: { calls: { type: 'calls', flat } } } },
});

/** A contract of 'acme-bank' that keeps a version. */
const pin = (text: string): Change => [ACME, '  end: 2028-01-01\n', `  end: 2028-01-01\n  terms: [${text}]\n`];

/** Other notices in the contract of the partners, or of the reseller. */
const notice = (of: 'standard' | 'reseller', text: string): Change => [
  'contracts.yaml',
  `${of === 'standard' ? '2.1.0' : '1.0.0'}:
    effective: 2025-01-01
    texts: { en: { file: ./contract.md, sha256: f8af8924c21fd72f91d80afa3f47f1c12a2dd18c380ddff46f2e5b47dab3bd96 } }
    notice: { price: 60 days,`,
  `${of === 'standard' ? '2.1.0' : '1.0.0'}:
    effective: 2025-01-01
    texts: { en: { file: ./contract.md, sha256: f8af8924c21fd72f91d80afa3f47f1c12a2dd18c380ddff46f2e5b47dab3bd96 } }
    notice: { ${text},`,
];

describe('worse terms need the notice of contracts:', () =>
  findings([
    [
      'lower limits one day too early',
      ['error terms-notice-too-short'],
      "version 2.0.0 of tier 'paid' is announced on 2026-10-01 and effective on 2026-11-29, but the contract of partner 'acme-bank' (standard 2.1.0) requires 60 days of notice for changed terms; run 'npx --no-install gatewright seal paid --effective 2026-11-30' before the version is announced, or keep the earlier version for the partner until 2026-11-30 with `contract.terms`",
      versions('paid', { announced: '2026-10-01', effective: '2026-11-29', isMarked: true }, [HIGHER]),
    ],
    [
      'lower limits on the day on which the notice is over',
      [],
      '',
      versions('paid', { announced: '2026-10-01', effective: '2026-11-30' }, [HIGHER]),
    ],
    [
      'higher limits at once',
      [],
      '',
      versions('paid', { announced: '2026-10-01', effective: '2026-10-01' }, [
        { ...HIGHER, terms: { limits: { second: 10, minute: 300 } } },
      ]),
    ],
    [
      'a lower limit of one operation',
      ['error terms-notice-too-short'],
      'requires 60 days of notice for changed terms',
      versions('paid', { announced: '2026-10-01', effective: '2026-10-01', isMarked: true }, [
        { ...HIGHER, terms: { overrides: [{ api: 'sim-swap', limits: { second: 10 } }] } },
      ]),
    ],
    [
      'a lower quota',
      ['error terms-notice-too-short'],
      'requires 60 days of notice for changed terms',
      versions('paid', { announced: '2026-10-01', effective: '2026-10-01', isMarked: true }, [
        { ...HIGHER, terms: { quota: { month: 1_000_001 } } },
      ]),
    ],
    [
      'a service level that is lower',
      ['error terms-notice-too-short'],
      'requires 60 days of notice for changed terms',
      versions('paid', { announced: '2026-10-01', effective: '2026-10-01', isMarked: true }, [
        { ...HIGHER, terms: { sla: { availability: '99.95%', latency: { p50: '100 ms', p95: '250 ms' } } } },
      ]),
    ],
    [
      'a new requirement',
      ['error terms-notice-too-short'],
      'requires 60 days of notice for changed terms',
      versions('paid', { announced: '2026-10-01', effective: '2026-10-01', isMarked: true }, [
        { ...HIGHER, terms: { requires: undefined } },
      ]),
    ],
    [
      'the service level of an API that the tier did not have before, at once',
      [],
      '',
      versions('free', { announced: '2026-10-01', effective: '2026-10-01' }, [
        { ...HIGHER_FREE, terms: { apis: undefined } },
      ]),
    ],
    [
      'another notice for terms than for prices',
      ['error terms-notice-too-short'],
      "requires 90 days of notice for changed terms; run 'npx --no-install gatewright seal paid --effective 2026-12-30'",
      versions(
        'paid',
        { announced: '2026-10-01', effective: '2026-11-30', isMarked: true },
        [HIGHER],
        [notice('standard', 'price: 60 days, terms: 90 days')],
      ),
    ],
    [
      'notice in months across the end of a year, one day too early',
      ['error terms-notice-too-short'],
      "requires 3 months of notice for changed terms; run 'npx --no-install gatewright seal paid --effective 2027-02-28'",
      versions(
        'paid',
        { announced: '2026-11-30', effective: '2027-02-27', isMarked: true },
        [HIGHER],
        [notice('standard', 'price: 3 months')],
      ),
    ],
    [
      'notice in months across the end of a year, on the last day of a shorter month',
      [],
      '',
      versions(
        'paid',
        { announced: '2026-11-30', effective: '2027-02-28' },
        [HIGHER],
        [notice('standard', 'price: 3 months')],
      ),
    ],
    [
      'several partners, once, with the longest notice',
      ['error terms-notice-too-short'],
      "contract of partner 'globex' (reseller 1.0.0) requires 90 days of notice for changed terms, and those of 2 more partners require notice, too; run 'npx --no-install gatewright seal free --effective 2026-12-30'",
      versions(
        'free',
        { announced: '2026-10-01', effective: '2026-11-29', isMarked: true },
        [HIGHER_FREE],
        [notice('reseller', 'price: 90 days')],
      ),
    ],
    [
      'the contract of a reseller alone',
      ['error terms-notice-too-short'],
      "contract of partner 'globex' (reseller 1.0.0) requires 90 days of notice for changed terms; run",
      versions(
        'free',
        { announced: '2026-10-01', effective: '2026-11-30', isMarked: true },
        [HIGHER_FREE],
        [notice('reseller', 'price: 90 days')],
      ),
    ],
    [
      'the contract of a reseller that runs the application for its owner',
      ['error terms-notice-too-short'],
      "contract of partner 'globex' (reseller 1.0.0) requires 90 days of notice for changed terms; run",
      versions(
        'free',
        { announced: '2026-10-01', effective: '2026-11-30', isMarked: true },
        [HIGHER_FREE],
        [
          notice('reseller', 'price: 90 days'),
          ['globex.yaml', 'partner: initech\n', 'partner: globex\nonBehalfOf: initech\n'],
        ],
      ),
    ],
    [
      'the contract of the owner of an application that a reseller runs',
      ['error terms-notice-too-short'],
      "contract of partner 'initech' (standard 2.1.0) requires 90 days of notice for changed terms; run",
      versions(
        'free',
        { announced: '2026-10-01', effective: '2026-11-30', isMarked: true },
        [HIGHER_FREE],
        [
          notice('standard', 'price: 90 days'),
          ['globex.yaml', 'partner: initech\n', 'partner: globex\nonBehalfOf: initech\n'],
          // The other subscription at the tier ended before the announcement.
          [
            ACME,
            'environments: [sandbox, production]\n',
            'environments: [sandbox, production]\n        end: 2026-10-01\n',
          ],
        ],
      ),
    ],
    [
      'a contract that was accepted after the announcement',
      [],
      '',
      versions('paid', { announced: '2026-01-14', effective: '2026-02-01' }, [HIGHER], []),
    ],
    [
      'a contract that was accepted on the day of the announcement',
      ['error terms-notice-too-short'],
      "contract of partner 'acme-bank' (standard 2.1.0) requires 60 days of notice",
      versions('paid', { announced: '2026-01-15', effective: '2026-02-01', isMarked: true }, [HIGHER]),
    ],
    [
      'a subscription that ended before the announcement',
      [],
      '',
      versions(
        'paid',
        { announced: '2026-10-01', effective: '2026-10-01' },
        [HIGHER],
        [[ACME, 'end: 2027-02-01', 'end: 2026-10-01']],
      ),
    ],
    [
      'a draft, which nobody can subscribe to outside sandboxes',
      [],
      '',
      [
        ...versions('free', { announced: '2026-10-01', effective: '2026-10-01' }, [HIGHER_FREE]),
        [FREE, 'status: active', 'status: draft'],
        [ACME, '[sandbox, production]', '[sandbox]'],
      ],
    ],
  ]));

test('a contract that ended before the announcement requires no notice', () => {
  const found = (end: string) => {
    const { files } = changed([
      ...versions('paid', { announced: '2026-10-01', effective: '2026-10-02' }, [HIGHER]),
      [ACME, '  end: 2028-01-01\n', `  end: ${end}\n`],
    ]);
    return checkCatalog(loadFiles(files).catalog, AS_OF).map(({ code }) => code);
  };
  expect(found('2026-10-01')).not.toContain('terms-notice-too-short');
  expect(found('2026-10-02')).toContain('terms-notice-too-short');
});

describe('higher prices need the notice of contracts:', () =>
  findings([
    [
      'a higher price one day too early',
      ['error price-notice-too-short'],
      "version 2.0.0 of tier 'paid' is announced on 2026-10-01 and effective on 2026-11-29, but the contract of partner 'acme-bank' (standard 2.1.0) requires 60 days of notice for a changed price; run",
      versions(
        'paid',
        { announced: '2026-10-01', effective: '2026-11-29', isMarked: true },
        [pricedAt('0.010 EUR')],
        [PRICED],
      ),
    ],
    [
      'a higher price on the day on which the notice is over',
      [],
      '',
      versions('paid', { announced: '2026-10-01', effective: '2026-11-30' }, [pricedAt('0.010 EUR')], [PRICED]),
    ],
    [
      'a lower price at once',
      [],
      '',
      versions('paid', { announced: '2026-10-01', effective: '2026-10-01' }, [pricedAt('0.013 EUR')], [PRICED]),
    ],
    [
      'the same price, written with another number of decimals',
      [],
      '',
      versions('paid', { announced: '2026-10-01', effective: '2026-10-01' }, [pricedAt('0.0120 EUR')], [PRICED]),
    ],
    [
      'the first price of a tier',
      ['error price-notice-too-short'],
      'requires 60 days of notice for a changed price',
      versions(
        'paid',
        { announced: '2026-10-01', effective: '2026-10-01', isMarked: true },
        [{ ...HIGHER, terms: { price: undefined } }],
        [PRICED],
      ),
    ],
    [
      'a higher price together with lower limits, both',
      ['error price-notice-too-short', 'error terms-notice-too-short'],
      'requires 60 days of notice for a changed price',
      [
        ...versions(
          'paid',
          { announced: '2026-10-01', effective: '2026-10-01', isMarked: true },
          [{ ...HIGHER, terms: { ...HIGHER.terms, ...pricedAt('0.010 EUR').terms } }],
          [PRICED],
        ),
        ['terms/paid/2.0.0.json', '"effective": «', '"effective": ««'],
      ],
    ],
    [
      'a higher price that the partner pays only when its notice is over',
      [],
      '',
      versions(
        'paid',
        { announced: '2026-10-01', effective: '2026-10-01' },
        [pricedAt('0.010 EUR')],
        [PRICED, pin('{ tier: paid, version: 1.0.0, until: 2026-11-30 }')],
      ),
    ],
    [
      'a higher price that the partner pays one day before its notice is over',
      ['error price-notice-too-short'],
      'keep the earlier version for the partner until 2026-11-30 with `contract.terms`',
      versions(
        'paid',
        { announced: '2026-10-01', effective: '2026-10-01', isMarked: true },
        [pricedAt('0.010 EUR')],
        [PRICED, pin('{ tier: paid, version: 1.0.0, until: 2026-11-29 }')],
      ),
    ],
    [
      'a higher price, although the contract keeps a version before the previous one',
      ['error price-notice-too-short'],
      'requires 60 days of notice for a changed price',
      versions(
        'paid',
        { announced: '2026-10-01', effective: '2026-10-01', isMarked: true },
        [pricedAt('0.010 EUR'), { ...pricedAt('0.009 EUR'), version: '0.9.0', effective: '2026-01-01' }],
        [PRICED, pin('{ tier: paid, version: 0.9.0, until: 2027-06-01 }')],
      ),
    ],
  ]));

describe('a contract keeps a version of terms:', () =>
  findings([
    [
      'a version that does not exist',
      ['error terms-pin-unknown'],
      "tier 'paid' has no sealed version 2.0.1 of its terms; did you mean '2.0.0'?",
      [pin('{ tier: paid, version: «2.0.1, until: 2027-01-01 }')],
    ],
    [
      'a version that only has a file',
      ['error terms-pin-unknown', 'warning terms-file-unused'],
      "tier 'paid' has no sealed version 1.0.0 of its terms",
      [
        ...versions('paid', { announced: '2026-02-01', effective: '2026-04-02' }, [HIGHER]),
        [PAID, 'previous:\n  - 1.0.0:', '# 1.0.0:'],
        ['terms/paid/1.0.0.json', '"version": "', '"version": «"'],
        pin('{ tier: paid, version: «1.0.0, until: 2027-01-01 }'),
      ],
    ],
    [
      'a version with other limits than those in force',
      ['error terms-pin-changes-limits'],
      "version 1.0.0 of tier 'paid' has different limits from version 2.0.0, which is in force from 2026-04-02; a contract cannot keep limits; define a tier with `partners: [acme-bank]`, or end it with `until: 2026-04-02`",
      [
        ...versions('paid', { announced: '2026-02-01', effective: '2026-04-02' }, [HIGHER]),
        pin('{ tier: paid, version: «1.0.0, until: 2027-01-01 }'),
      ],
    ],
    [
      'a version with other limits than those that will be in force before its last day',
      ['error terms-pin-changes-limits'],
      'has different limits from version 2.0.0, which is in force from 2026-11-30; a contract cannot keep limits; define a tier with `partners: [acme-bank]`, or end it with `until: 2026-11-30`',
      [
        ...versions('paid', { announced: '2026-10-01', effective: '2026-11-30' }, [HIGHER]),
        pin('{ tier: paid, version: «1.0.0, until: 2026-12-01 }'),
      ],
    ],
    [
      'a version with other limits until the day on which these are in force',
      [],
      '',
      [
        ...versions('paid', { announced: '2026-10-01', effective: '2026-11-30' }, [HIGHER]),
        pin('{ tier: paid, version: 1.0.0, until: 2026-11-30 }'),
      ],
    ],
    [
      'a version with other limits until a day that is over',
      [],
      '',
      [
        ...versions('paid', { announced: '2026-02-01', effective: '2026-04-02' }, [HIGHER]),
        pin('{ tier: paid, version: 1.0.0, until: 2026-11-21 }'),
      ],
    ],
    [
      'a version with another price and the same limits',
      [],
      '',
      versions(
        'paid',
        { announced: '2026-02-01', effective: '2026-04-02' },
        [pricedAt('0.010 EUR')],
        [PRICED, pin('{ tier: paid, version: 1.0.0, until: 2027-01-01 }')],
      ),
    ],
  ]));
