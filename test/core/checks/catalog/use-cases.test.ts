import { findings } from './table';

const useCase = (change: (text: string) => string = (text) => text) =>
  [
    'use-cases.yaml',
    '',
    change(`kind: UseCase
name: safe-transfers
title: Safe transfers
problem: Thieves take over phone numbers to confirm transfers.
apis: [sim-swap, number-verification]
partners: [{ partner: acme-bank, anchor: true }, { partner: initech }]
stage: live
owner: identity-apis
`),
  ] as const;
const PREVIEW = [
  ['number-verification.yaml', 'lifecycle: published', 'lifecycle: preview'],
  ['sim-swap.yaml', ', successor: number-verification }', ' }'],
  ['acme-bank.yaml', 'environments: [sandbox, production]', 'environments: [sandbox]'],
] as const;

describe('a live use case has APIs and an anchor:', () =>
  findings([
    ['a live use case', [], '', [useCase()]],
    [
      'a live use case with a preview',
      ['warning live-use-case-without-api'],
      "use case 'safe-transfers' is live, but its api 'number-verification' (preview) is not served in production",
      [...PREVIEW, useCase((text) => text.replace(', number', ', «number'))],
    ],
    ['a pilot with a preview', [], '', [...PREVIEW, useCase((text) => text.replace('live', 'pilot'))]],
    [
      'a live use case without an anchor',
      ['warning live-use-case-without-anchor'],
      "use case 'safe-transfers' is live, but none of its partners is an anchor",
      [useCase((text) => text.replace(', anchor: true', '').replace('stage: ', 'stage: «'))],
    ],
    [
      'a live use case without partners',
      ['warning live-use-case-without-anchor'],
      'none of its partners is an anchor',
      [useCase((text) => text.replace(/partners: .*\n/, '').replace('stage: ', 'stage: «'))],
    ],
    [
      'an idea without partners',
      [],
      '',
      [useCase((text) => text.replace(/partners: .*\n/, '').replace('live', 'idea'))],
    ],
    [
      'a partner that takes part twice',
      ['error repeated-entry'],
      "partner 'acme-bank' is listed twice in the partners of use case 'safe-transfers'",
      [useCase((text) => text.replace('initech', '«acme-bank'))],
    ],
    [
      'an unknown API of a live use case, once',
      ['error unknown-reference'],
      "api 'number-verificatoin' does not exist",
      [useCase((text) => text.replace('number-verification', '«number-verificatoin'))],
    ],
  ]));
