import { kindTable } from './kind-table';

const FULL = `kind: UseCase
name: safer-transfers
title: Safer transfers
description: A bank checks the SIM before a transfer.
labels: { quarter: q3 }
problem: Fraudsters move a phone number to their own SIM.
apis: [sim-swap, number-verification]
partners:
  - { partner: acme-bank, anchor: true }
  - partner: city-cabs
stage: pilot
owner: identity-apis
businessCase: DMS-4711
`;

const MINIMAL = `kind: UseCase
name: a
title: A
problem: b
apis: [c]
stage: idea
owner: d
`;

kindTable('UseCase', { 'with everything': FULL, 'with the least': MINIMAL }, [
  ['a name with a capital', 'name: safer-transfers', 'name: SaferTransfers', '2:7 malformed-value'],
  ['an empty problem', 'problem: Fraudsters move a phone number to their own SIM.', "problem: ''", '6:10 too-short'],
  ['one API that is not in a list', '[sim-swap, number-verification]', 'sim-swap', '7:7 wrong-type'],
  ['no APIs', '[sim-swap, number-verification]', '[]', '7:7 too-short'],
  ['an API twice', '[sim-swap, number-verification]', '[sim-swap, sim-swap]', '7:18 duplicate-item'],
  ['an API with a space', 'number-verification]', 'number verification]', '7:18 malformed-value'],
  ['partners as names', '  - { partner: acme-bank, anchor: true }', '  - acme-bank', '9:5 wrong-type'],
  [
    'partners as map',
    '\n  - { partner: acme-bank, anchor: true }\n  - partner: city-cabs',
    ' { acme-bank: anchor }',
    '8:11 wrong-type',
  ],
  ['a partner without name', 'partner: acme-bank, ', '', '9:5 missing-field'],
  ['an anchor in words', 'anchor: true', 'anchor: yes', '9:35 wrong-type'],
  ['a partner twice', '- partner: city-cabs', '- { anchor: true, partner: acme-bank }', '10:5 duplicate-item'],
  ['no partners', '\n  - { partner: acme-bank, anchor: true }\n  - partner: city-cabs', ' []', '8:11 too-short'],
  ['an unknown stage', 'stage: pilot', 'stage: piloting', '11:8 not-allowed-value'],
  ['a stage in camel case', 'stage: pilot', 'stage: coDesign', '11:8 not-allowed-value'],
  [
    'an owner that is a mailbox',
    'owner: identity-apis',
    'owner: identity-apis@operator.example',
    '12:8 malformed-value',
  ],
  ['a business case over two lines', 'businessCase: DMS-4711', 'businessCase: "DMS\\n4711"', '13:15 malformed-value'],
  ['a business case as number', 'businessCase: DMS-4711', 'businessCase: 4711', '13:15 wrong-type'],
  ['an unknown field', 'problem:', 'problems:', '6:1 unknown-field'],
]);
