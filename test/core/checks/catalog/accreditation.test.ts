import { findings } from './table';

const ACME = 'acme-bank.yaml';
const LEVELS = '  gold: { title: Gold, rank: 2, requires: [certification] }';
const BADGES = '  launch-partner: { title: Launch partner }';
const REQUIREMENT = 'proof: Report of the certification., confirmedBy: partner-management';
const EVIDENCE = '    issued: 2026-01-05\n    end: 2027-01-05\n';

/** Gives Acme Bank a field in addition. */
const acme = (field: string) => [ACME, 'evidence:\n', `${field}\nevidence:\n`] as const;

describe('evidence is valid until its end and for as long as its requirement says:', () =>
  findings([
    [
      'evidence that is older than its requirement allows',
      ['warning evidence-expired'],
      "the evidence of partner 'acme-bank' was issued on 2026-01-05 and ends on 2026-07-05, when the `validFor` of the requirement is over",
      [
        ['programme.yaml', REQUIREMENT, `${REQUIREMENT}, validFor: 6 months`],
        [ACME, 'tier: paid', 'tier: «paid'],
      ],
    ],
    [
      'evidence without an end that is older than its requirement allows',
      ['warning evidence-expired'],
      'ends on 2026-11-21',
      [
        ['programme.yaml', REQUIREMENT, `${REQUIREMENT}, validFor: 1 year`],
        [ACME, EVIDENCE, '    issued: 2025-11-21\n'],
        [ACME, 'tier: paid', 'tier: «paid'],
      ],
    ],
    [
      'evidence that ends before its requirement is over',
      ['warning evidence-expired'],
      "the evidence of partner 'acme-bank' ends on 2026-11-20",
      [
        ['programme.yaml', REQUIREMENT, `${REQUIREMENT}, validFor: 5 years`],
        [ACME, 'end: 2027-01-05', 'end: 2026-11-20'],
        [ACME, 'tier: paid', 'tier: «paid'],
      ],
    ],
    [
      'evidence on its last day',
      [],
      '',
      [
        ['programme.yaml', REQUIREMENT, `${REQUIREMENT}, validFor: 1 year`],
        [ACME, EVIDENCE, '    issued: 2025-11-22\n'],
      ],
    ],
  ]));

describe('evidence is confirmed by the role of its requirement:', () =>
  findings([
    [
      'a confirmation by another mailbox',
      ['warning confirmed-by-another-role'],
      "evidence for 'certification' of partner 'acme-bank' was confirmed by 'sales@operator.example', but role 'partner-management' must confirm it, which team 'identity-apis' has (identity@operator.example)",
      [[ACME, EVIDENCE, `${EVIDENCE}    confirmedBy: «sales@operator.example\n`]],
    ],
    [
      'a confirmation by the team of the role',
      [],
      '',
      [[ACME, EVIDENCE, `${EVIDENCE}    confirmedBy: Identity@operator.example\n`]],
    ],
    ['a confirmation by a person', [], '', [[ACME, EVIDENCE, `${EVIDENCE}    confirmedBy: person:7f3c9a\n`]]],
    [
      'a requirement whose role has no team, once',
      ['error unfilled-role'],
      "requirement 'certification' is confirmed by the role 'privacy', but the programme names no team for it",
      [
        ['programme.yaml', REQUIREMENT, 'proof: Report of the certification., confirmedBy: «privacy'],
        [ACME, EVIDENCE, `${EVIDENCE}    confirmedBy: sales@operator.example\n`],
      ],
    ],
  ]));

describe('a partner meets the requirements of its level:', () =>
  findings([
    ['a level whose requirements are met', [], '', [acme('accreditation: { level: gold, since: 2026-02-01 }')]],
    [
      'a level without evidence for a requirement',
      ['warning level-not-met'],
      "level 'gold' requires evidence for 'penetration-test', but partner 'acme-bank' has none that is valid",
      [
        ['programme.yaml', 'requires: [certification] }', 'requires: [certification, penetration-test] }'],
        acme('accreditation: { level: «gold, since: 2026-02-01 }'),
      ],
    ],
    [
      'a level whose evidence has expired',
      ['warning level-not-met'],
      "for 'certification'",
      [
        ['programme.yaml', REQUIREMENT, `${REQUIREMENT}, validFor: 1 month`],
        // The tier is no longer used in production, where it requires the evidence as well.
        [ACME, '        start: 2026-02-01\n', '        environments: [sandbox]\n        start: 2026-02-01\n'],
        acme('accreditation: { level: «gold, since: 2026-02-01 }'),
      ],
    ],
    [
      'a level that starts later',
      [],
      '',
      [
        ['programme.yaml', 'requires: [certification] }', 'requires: [penetration-test] }'],
        acme('accreditation: { level: gold, since: 2026-11-22 }'),
      ],
    ],
    [
      'a level that has ended',
      ['warning accreditation-ended'],
      "accreditation of partner 'acme-bank' for level 'gold' ended on 2026-11-21",
      [
        ['programme.yaml', 'requires: [certification] }', 'requires: [penetration-test] }'],
        acme('accreditation: { level: gold, since: 2026-02-01, end: «2026-11-21 }'),
      ],
    ],
    ['a level on its last day', [], '', [acme('accreditation: { level: gold, since: 2026-02-01, end: 2026-11-22 }')]],
    [
      'two levels of one rank',
      ['error equal-ranks'],
      "level 'silver' has rank 2, and so has level 'gold'",
      [['programme.yaml', LEVELS, `${LEVELS}\n  silver: { title: Silver, rank: «2 }`]],
    ],
  ]));

describe('a partner has earned its badges:', () =>
  findings([
    ['a badge without a rule', [], '', [acme('badges: [launch-partner]')]],
    [
      'a badge for a level that the partner does not have',
      ['warning badge-not-earned'],
      "badge 'launch-partner' requires level 'gold' or a higher one, which partner 'acme-bank' does not have",
      [
        ['programme.yaml', BADGES, '  launch-partner: { title: Launch partner, rule: { level: gold } }'],
        acme('badges: [«launch-partner]'),
      ],
    ],
    [
      'a badge for a level below that of the partner',
      [],
      '',
      [
        ['programme.yaml', LEVELS, `${LEVELS}\n  bronze: { title: Bronze, rank: 1 }`],
        ['programme.yaml', BADGES, '  launch-partner: { title: Launch partner, rule: { level: bronze } }'],
        acme('accreditation: { level: gold, since: 2026-02-01 }\nbadges: [launch-partner]'),
      ],
    ],
    [
      'a badge for a level above that of the partner',
      ['warning badge-not-earned'],
      "requires level 'platinum' or a higher one",
      [
        ['programme.yaml', LEVELS, `${LEVELS}\n  platinum: { title: Platinum, rank: 3 }`],
        ['programme.yaml', BADGES, '  launch-partner: { title: Launch partner, rule: { level: platinum } }'],
        acme('accreditation: { level: gold, since: 2026-02-01 }\nbadges: [«launch-partner]'),
      ],
    ],
    [
      'a badge that has two conditions, both of which are missing',
      ['warning badge-not-earned'],
      "requires level 'gold' or a higher one and valid evidence for 'penetration-test'",
      [
        [
          'programme.yaml',
          BADGES,
          '  launch-partner: { title: Launch partner, rule: { level: gold, requirement: penetration-test } }',
        ],
        acme('badges: [«launch-partner]'),
      ],
    ],
    [
      'a badge that has ended',
      ['warning badge-ended'],
      "badge 'launch-partner' ended on 2026-11-21",
      [
        ['programme.yaml', BADGES, '  launch-partner: { title: Launch partner, end: 2026-11-21 }'],
        acme('badges: [«launch-partner]'),
      ],
    ],
    [
      'a badge on its last day',
      [],
      '',
      [
        ['programme.yaml', BADGES, '  launch-partner: { title: Launch partner, end: 2026-11-22 }'],
        acme('badges: [launch-partner]'),
      ],
    ],
  ]));

describe('a preview is open to its audience:', () => {
  const preview = (audience: string, more = '') =>
    [
      ['number-verification.yaml', 'lifecycle: published', `lifecycle: preview\naudience: ${audience}`],
      // A preview is not served in production, where the successor of a published API must be.
      ['sim-swap.yaml', ', successor: number-verification }', ' }'],
      [ACME, 'environments: [sandbox, production]', `environments: [sandbox]${more}`],
    ] as const;
  /** Globex runs the portal for Initech, and subscribes to the preview. */
  const onBehalf = (mark: string) =>
    [
      ['number-verification.yaml', 'visibility:\n  partners: [acme-bank]', 'visibility: partner-only'],
      ['globex.yaml', 'partner: initech\n', 'partner: globex\nonBehalfOf: initech\n'],
      [
        'globex.yaml',
        'subscriptions:\n',
        `subscriptions:\n  - api: ${mark}number-verification\n    tier: free\n    scopes: [number-verification:verify]\n`,
      ],
    ] as const;
  const subscription = [ACME, 'api: number-verification', 'api: «number-verification'] as const;
  findings([
    ['a partner that the audience names', [], '', [...preview('{ partners: [acme-bank] }')]],
    [
      'a partner that the audience does not name',
      ['error outside-audience'],
      "api 'number-verification' is a preview, and its audience does not include partner 'acme-bank'; add 'acme-bank' to the API's `audience.partners`",
      [...preview('{ partners: [globex] }'), subscription],
    ],
    [
      'a partner with the level',
      [],
      '',
      [...preview('{ levels: [gold] }'), acme('accreditation: { level: gold, since: 2026-02-01 }')],
    ],
    [
      'a partner with a higher level',
      [],
      '',
      [
        ...preview('{ levels: [bronze] }'),
        ['programme.yaml', LEVELS, `${LEVELS}\n  bronze: { title: Bronze, rank: 1 }`],
        acme('accreditation: { level: gold, since: 2026-02-01 }'),
      ],
    ],
    [
      'a partner with a lower level',
      ['error outside-audience'],
      "does not include partner 'acme-bank'",
      [
        ...preview('{ levels: [platinum] }'),
        subscription,
        ['programme.yaml', LEVELS, `${LEVELS}\n  platinum: { title: Platinum, rank: 3 }`],
        acme('accreditation: { level: gold, since: 2026-02-01 }'),
      ],
    ],
    [
      'a partner whose level starts later',
      ['error outside-audience'],
      "does not include partner 'acme-bank'",
      [...preview('{ levels: [gold] }'), subscription, acme('accreditation: { level: gold, since: 2026-12-01 }')],
    ],
    [
      'a subscription that starts with the level',
      [],
      '',
      [
        ...preview('{ levels: [gold] }', '\n        start: 2026-12-01'),
        acme('accreditation: { level: gold, since: 2026-12-01 }'),
      ],
    ],
    [
      'a level that has ended, which is found at the partner only',
      ['warning accreditation-ended'],
      '',
      [...preview('{ levels: [gold] }'), acme('accreditation: { level: gold, since: 2026-02-01, end: «2026-11-01 }')],
    ],
    [
      'a partner whose reseller is in the audience',
      [],
      '',
      [...preview('{ partners: [globex] }'), acme('reseller: globex')],
    ],
    [
      'an application whose owner is in the audience',
      [],
      '',
      [...preview('{ partners: [acme-bank, initech] }'), ...onBehalf('')],
    ],
    [
      'an application that a reseller in the audience runs',
      [],
      '',
      [...preview('{ partners: [acme-bank, globex] }'), ...onBehalf('')],
    ],
    [
      'an application whose owner is not in the audience',
      ['error outside-audience'],
      "its audience does not include partner 'initech'",
      [...preview('{ partners: [acme-bank] }'), ...onBehalf('«')],
    ],
    [
      'an unknown partner in the audience, once',
      ['error unknown-reference'],
      "partner 'acme-bnk' does not exist",
      [...preview('{ partners: [«acme-bnk] }')],
    ],
    [
      'an audience of an API that is no longer a preview',
      ['warning audience-without-effect'],
      "api 'number-verification' has an audience, which has no effect on a published API",
      [
        [
          'number-verification.yaml',
          'lifecycle: published',
          'lifecycle: published\n«audience: { partners: [acme-bank] }',
        ],
      ],
    ],
  ]);
});

describe('a partner fulfils its obligations:', () => {
  const obligation = (rest: string) => acme(`obligations:\n  - { title: Publish a case study, ${rest} }`);
  findings([
    ['an obligation on the day on which it is due', [], '', [obligation('due: 2026-11-21')]],
    [
      'an obligation on the day after it was due',
      ['warning obligation-overdue'],
      "obligation 'Publish a case study' of partner 'acme-bank' was due on 2026-11-20",
      [obligation('due: «2026-11-20')],
    ],
    [
      'an obligation that was fulfilled late',
      [],
      '',
      [obligation('due: 2026-10-01, fulfilled: { on: 2026-10-09, document: DMS-7 }')],
    ],
    [
      'an obligation that is fulfilled in the future',
      ['warning future-decision'],
      "fulfilment of obligation 'Publish a case study' of partner 'acme-bank' is dated 2026-12-09, after 2026-11-21; write the day on which it happened",
      [obligation('due: 2026-10-01, fulfilled: { on: «2026-12-09, document: DMS-7 }')],
    ],
    [
      'a referral in the future',
      ['warning future-decision'],
      "referral of partner 'acme-bank' is dated 2026-12-09, after 2026-11-21",
      [acme('referral: { by: globex, on: «2026-12-09 }')],
    ],
    [
      'a certification of an API in the future',
      ['warning future-decision'],
      "certification of api 'sim-swap' by 'gsma' is dated 2026-12-09, after 2026-11-21",
      [
        [
          'sim-swap.yaml',
          'criticality: high\n',
          'criticality: high\nconformance: [{ programme: gsma, version: 2.1.0, date: «2026-12-09 }]\n',
        ],
      ],
    ],
  ]);
});
