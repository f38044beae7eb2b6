import { withSeverity } from '../../../../core/checks/with-severity';
import { type Files, loadFiles } from '../../../support/catalog';
import { checkCatalog } from '../../../support/checks';
import { SEAL } from '../../../support/terms';
import { AS_OF, changed, check } from './programme';
import { findings } from './table';
import { type EarlierVersion, HIGHER, HIGHER_FREE, versions } from './versions';

const FREE = 'tiers/free.yaml';
const PAID = 'tiers/paid.yaml';
const ACME = 'acme-bank.yaml';
const SEALED = `sealed: ${SEAL}`;
const OTHER_DIGEST = '1'.repeat(64);

/** Everything that is found in files: `error code file`. */
function allIn(files: Files): readonly string[] {
  const { catalog, findings: problems } = loadFiles(files);
  const found = [...withSeverity(problems), ...checkCatalog(catalog, AS_OF)];
  return found.map(({ severity, code, at }) => `${severity} ${code} ${at.file}`);
}

describe('the terms of a tier are sealed:', () =>
  findings([
    [
      'a tier without a seal',
      ['error tier-terms-changed'],
      "tier 'free' is active, but its terms are not sealed; run 'npx --no-install gatewright seal free'",
      [
        [FREE, `${SEALED}\n`, ''],
        [FREE, 'version: 1', 'version: «1'],
      ],
    ],
    [
      'an archived tier without a seal',
      ['error tier-terms-changed'],
      "tier 'paid' is archived, but its terms are not sealed; run 'npx",
      [
        [PAID, `${SEALED}\n`, ''],
        [PAID, 'status: active', 'status: archived'],
        [PAID, 'version: 2', 'version: «2'],
        [ACME, 'end: 2027-02-01', 'end: 2026-02-02'],
      ],
    ],
    [
      'a draft without a seal',
      [],
      '',
      [
        [FREE, `${SEALED}\n`, ''],
        [FREE, 'status: active', 'status: draft'],
        [ACME, '[sandbox, production]', '[sandbox]'],
      ],
    ],
    [
      'other limits than those of the sealed version',
      ['error tier-terms-changed'],
      "tier 'free' is active, but its terms differ from those of the sealed version 1.0.0; undo the change, or write `version: 1.1.0` and run 'npx --no-install gatewright seal free'",
      [
        ...versions('free', { announced: '2026-02-01', effective: '2026-02-01' }, []),
        [FREE, 'minute: 30', 'minute: 31'],
        [FREE, 'sealed: ', 'sealed: «'],
      ],
    ],
    [
      'a new version that is not sealed yet',
      ['error tier-terms-changed'],
      "tier 'free' is active in version 1.1.0, but its seal is that of 1.0.0; run 'npx --no-install gatewright seal free'",
      [
        ...versions('free', { announced: '2026-02-01', effective: '2026-02-01' }, []),
        [FREE, 'version: 1.0.0', 'version: 1.1.0'],
        [FREE, 'sealed: ', 'sealed: «'],
      ],
    ],
    [
      'a terms file whose seal is not written yet, with the fields to write',
      ['error tier-terms-changed'],
      "tier 'free' is active in version 1.0.0, but its seal is that of 0.9.0; write `sealed: '1.0.0:",
      [
        ...versions('free', { announced: '2026-02-01', effective: '2026-04-02' }, [HIGHER_FREE]),
        [FREE, 'sealed: ', '#'],
        [FREE, 'previous:\n  - ', 'sealed: «'],
      ],
    ],
    [
      'an unwritten seal of other terms than those of the tier, with the command',
      ['error tier-terms-changed'],
      "but its seal is that of 0.9.0; run 'npx --no-install gatewright seal free'",
      [
        ...versions('free', { announced: '2026-02-01', effective: '2026-04-02' }, [HIGHER_FREE]),
        [FREE, 'sealed: ', '#'],
        [FREE, 'previous:\n  - ', 'sealed: «'],
        [FREE, 'minute: 30', 'minute: 29'],
      ],
    ],
    [
      'a version that is lower than the sealed one',
      ['error tier-terms-changed'],
      "tier 'free' is active in version 0.9.9, which is not later than the sealed 1.0.0; write `version: 1.1.0` and run",
      [
        ...versions('free', { announced: '2026-02-01', effective: '2026-02-01' }, []),
        [FREE, 'version: 1.0.0', 'version: 0.9.9'],
        [FREE, 'sealed: ', 'sealed: «'],
      ],
    ],
    [
      'another figure of an API on which tiers fall back, once for each tier',
      ['error tier-terms-changed', 'error tier-terms-changed'],
      "tier 'free' is active, but its terms differ from those of the sealed version",
      [
        ...versions('paid', { announced: '2026-02-01', effective: '2026-02-01' }, []),
        ...versions('free', { announced: '2026-02-01', effective: '2026-02-01' }, []),
        ['sim-swap.yaml', 'errorRate: 0.1%', 'errorRate: 0.2%'],
        [FREE, 'sealed: ', 'sealed: «'],
        [PAID, 'sealed: ', 'sealed: «'],
      ],
    ],
    [
      'another title and description, which are not terms',
      [],
      '',
      [
        ...versions('free', { announced: '2026-02-01', effective: '2026-02-01' }, []),
        [FREE, 'title: Free', 'title: Free of charge\ndescription: To try an API.'],
      ],
    ],
  ]));

test('the fields that the hint names complete the seal', () => {
  const { catalog, found } = check([
    ...versions('free', { announced: '2026-02-01', effective: '2026-04-02' }, [HIGHER_FREE]),
    [FREE, 'sealed: ', '# '],
    [FREE, 'previous:\n  - ', 'sealed: '],
  ]);
  const seal = (version: string) => `${version}:${catalog.terms.get(`free@${version}`)?.digest}`;
  expect(found.map(({ hint }) => hint)).toEqual([
    `write \`sealed: '${seal('1.0.0')}'\` and \`previous: ['${seal('0.9.0')}']\` in the tier`,
  ]);
});

describe('each seal has its terms file:', () =>
  findings([
    [
      'a version that follows the sealed one, whose terms file does not exist',
      ['error terms-file-missing', 'error tier-terms-changed'],
      "terms file 'terms/free/0.9.0.json' of this seal does not exist",
      [[FREE, SEALED, `sealed: ««0.9.0:${OTHER_DIGEST}`]],
    ],
    [
      'an earlier version',
      ['error terms-file-missing', 'error tier-terms-changed'],
      "terms file 'terms/free/1.0.1.json' of this seal does not exist",
      [[FREE, SEALED, `sealed: ««1.0.1:${OTHER_DIGEST}`]],
    ],
    [
      'the seal of a terms file that does not exist',
      ['error terms-file-missing'],
      "terms file 'terms/free/1.0.0.json' of this seal does not exist; restore it from version control",
      [[FREE, SEALED, `sealed: «1.0.0:${OTHER_DIGEST}`]],
    ],
    [
      'an earlier version without its file, listed after a version that is not later',
      ['error terms-file-missing', 'error tier-seals-out-of-order'],
      "terms file 'terms/free/1.0.1.json' of this seal does not exist",
      [[FREE, SEALED, `${SEALED}\nprevious: [««1.0.1:${OTHER_DIGEST}]`]],
    ],
    [
      'an earlier terms file that changed',
      ['error terms-file-changed'],
      "terms of version 1.0.0 of tier 'paid' are not the sealed ones: the digest of the file is ",
      [
        ...versions('paid', { announced: '2026-02-01', effective: '2026-02-01' }, [
          { ...HIGHER, terms: { quota: { month: 900_000 } } },
        ]),
        ['terms/paid/1.0.0.json', '900000', '900001'],
        ['terms/paid/1.0.0.json', '"version": "', '"version": «"'],
      ],
    ],
    [
      'the current terms file that changed, which is not compared with the tier',
      ['error terms-file-changed'],
      "terms of version 2.0.0 of tier 'paid' are not the sealed ones",
      [
        ...versions('paid', { announced: '2026-02-01', effective: '2026-02-01' }, []),
        ['terms/paid/2.0.0.json', '"month": 1000000', '"month": 1000001'],
        ['terms/paid/2.0.0.json', '"version": "', '"version": «"'],
      ],
    ],
    [
      'a terms file that is not listed',
      ['warning terms-file-unused'],
      "tier 'paid' has no seal of version 1.0.0, so this file has no effect; add `1.0.0:",
      [
        ...versions('paid', { announced: '2026-02-01', effective: '2026-02-01' }, [
          { ...HIGHER, terms: { quota: { month: 900_000 } } },
        ]),
        [PAID, 'previous:\n  - 1.0.0:', '# 1.0.0:'],
        ['terms/paid/1.0.0.json', '"version": "', '"version": «"'],
      ],
    ],
    [
      'a terms file of a tier that does not exist',
      ['warning terms-file-unused'],
      "tier 'gold' does not exist, so this file has no effect; restore the tier, or delete the file",
      [
        [
          'terms/gold/1.0.0.json',
          '',
          '{\n  "announced": "2026-01-01",\n  "effective": "2026-01-01",\n  "terms": {\n    "approval": "automatic"\n  },\n  "tier": "gold",\n  "version": «"1.0.0"\n}\n',
        ],
      ],
    ],
    [
      'earlier terms files that are listed',
      [],
      '',
      versions('paid', { announced: '2026-02-01', effective: '2026-04-02' }, [
        HIGHER,
        { ...HIGHER, version: '0.9.0', announced: '2025-01-01', effective: '2025-02-01' },
      ]),
    ],
  ]));

test('a terms file that is not valid is reported once, and neither as missing nor as changed terms', () => {
  const { files } = changed(versions('free', { announced: '2026-02-01', effective: '2026-04-02' }, [HIGHER_FREE]));
  expect(allIn(files)).toEqual([]);
  for (const path of ['terms/free/0.9.0.json', 'terms/free/1.0.0.json'])
    expect(allIn({ ...files, [path]: `${files[path]} ` })).toEqual([`error terms-file-invalid catalog/${path}`]);
});

test('a document in the folder of terms files is reported, and read nevertheless', () => {
  const { [FREE]: free = '', ...files } = changed([]).files;
  expect(allIn({ ...files, 'terms/free.yaml': free })).toEqual(['error terms-file-misplaced catalog/terms/free.yaml']);
});

describe('seals are listed from the newest to the oldest:', () => {
  const first: EarlierVersion = { ...HIGHER, version: '0.8.0', announced: '2025-01-01', effective: '2025-01-01' };
  const second: EarlierVersion = { ...HIGHER, version: '0.9.0', announced: '2025-06-01', effective: '2025-06-01' };
  findings([
    [
      'an older version before a newer one',
      ['error tier-seals-out-of-order'],
      'version 0.9.0 is listed after 0.8.0, which is not later; list the seals from the newest to the oldest',
      [
        ...versions('paid', { announced: '2026-02-01', effective: '2026-04-02' }, [first, second]),
        [PAID, '  - 0.9.0', '  - «0.9.0'],
      ],
    ],
    [
      'an earlier version that is the current one',
      ['error terms-file-changed', 'error tier-seals-out-of-order'],
      'are not the sealed ones',
      [
        ...versions('free', { announced: '2026-02-01', effective: '2026-02-01' }, []),
        [FREE, 'quota: { day: 1000 }\n', `quota: { day: 1000 }\nprevious: [«1.0.0:${OTHER_DIGEST}]\n`],
        ['terms/free/1.0.0.json', '"version": "', '"version": «"'],
      ],
    ],
    [
      'a version that is effective before the one that it replaces',
      ['error tier-seals-out-of-order'],
      "version 2.0.0 of tier 'paid' is effective on 2026-02-01, before the earlier version 1.0.0 (2026-02-02); seal it again with an effective day from 2026-02-02 on",
      versions('paid', { announced: '2025-01-01', effective: '2026-02-01', isMarked: true }, [
        { ...HIGHER, effective: '2026-02-02' },
      ]),
    ],
    [
      'a version that is effective on the same day as the one that it replaces',
      [],
      '',
      versions('paid', { announced: '2025-01-01', effective: '2026-02-01' }, [{ ...HIGHER, effective: '2026-02-01' }]),
    ],
    [
      'a release after its pre-release',
      [],
      '',
      versions('paid', { announced: '2025-01-01', effective: '2026-02-01' }, [{ ...HIGHER, version: '2.0.0-rc.1' }]),
    ],
  ]);
});

test.each([
  ['2026-01-31', [], ['paid', 'free']],
  ['2026-02-01', [], []],
  // An earlier version of one of them is in force.
  ['2026-01-31', versions('paid', { announced: '2026-01-14', effective: '2026-02-01' }, [HIGHER]), ['free']],
] as const)(
  'on %s, a subscription outside sandboxes is reported if its tier has no terms in force',
  (day, changes, tiers) => {
    const { found } = check(changes, day);
    expect(found.flatMap(({ code, message, at }) => (code === 'tier-not-active' ? [[message, at.line]] : []))).toEqual(
      tiers.map((tier) => [
        `terms of tier '${tier}' are in force from 2026-02-01, so the subscription gives access only in sandboxes until then`,
        tier === 'paid' ? 42 : 51,
      ]),
    );
  },
);

describe('a tier with another name than in its terms files', () => {
  const { files } = changed([]);

  test('is one finding if the name has a typo, that of the references', () => {
    const edited = { ...files, [PAID]: String(files[PAID]).replace('name: paid', 'name: paidd') };
    expect(new Set(allIn(edited).map((one) => one.split(' ')[1]))).toEqual(new Set(['unknown-reference']));
  });

  test('is one finding if it was renamed with its references, and the hint names both edits', () => {
    const renamed = Object.entries(files).map(([file, text]) => [
      file,
      file.endsWith('.yaml') ? String(text).replace(/(?<=name: |tier: |tiers: \[)paid\b/g, 'business') : text,
    ]);
    const { catalog } = loadFiles(Object.fromEntries(renamed));
    expect(checkCatalog(catalog, AS_OF)).toMatchObject([
      {
        code: 'terms-file-missing',
        message: "the sealed terms of tier 'business' are those of tier 'paid'",
        hint: "a tier cannot be renamed: write `name: paid`; or for a new tier, remove `sealed` and `previous`, and run 'npx --no-install gatewright seal business'",
      },
    ]);
  });
});
