import { kindTable } from './kind-table';

/** A text, and its digest, which is that of the examples. */
const TEXT = 'test';
const DIGEST = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

const FULL = `kind: ContractTemplate
name: standard
title: Partner agreement
description: For partners that sell their own services.
labels: { matter: m-7 }
versions:
  2.1.0:
    effective: 2026-09-01
    retired: 2027-09-01
    texts:
      en: { file: ./standard/2.1.0.en.md, sha256: ${DIGEST} }
      pt-BR: { file: ../texts/2.1.0.pt.md, sha256: ${DIGEST} }
    notice: { price: 3 months, terms: 60 days, deprecation: 6 months, termination: 90 days }
    caps: { credits: 30% }
    responsibilities:
      consent-capture: partner
      consent-revocation: partner
      user-information: partner
      data-subject-requests: operator
      data-breach-notification: operator
      incident-notification: operator
      first-line-support: reseller
      fraud-monitoring: operator
      credential-custody: partner
    resellerLeaves: at-once
  3.0.0-rc.1:
    effective: 2027-09-01
    texts: { en: { file: ./standard/3.0.0.en.md, sha256: ${DIGEST} } }
    notice: { price: 3 months, deprecation: 6 months, termination: 90 days }
`;

const MINIMAL = `kind: ContractTemplate
name: a
title: A
versions:
  1.0.0:
    effective: 2026-01-01
    texts: { fr: { file: ./a.md, sha256: ${DIGEST} } }
    notice: { price: 1 month, deprecation: 1 month, termination: 1 month }
`;

const TEXTS = {
  'documents/standard/2.1.0.en.md': TEXT,
  'texts/2.1.0.pt.md': TEXT,
  'documents/standard/3.0.0.en.md': TEXT,
  'documents/a.md': TEXT,
  'documents/standard-2.1.0.en.md': TEXT,
};

kindTable(
  'ContractTemplate',
  { 'with everything': FULL, 'with the least': MINIMAL },
  [
    ['a version of two numbers', '  2.1.0:', '  2.1:', '7:3 yaml-key'],
    ['a version with the prefix v', '  2.1.0:', '  v2.1.0:', '7:3 malformed-value'],
    ['a version in words', '  2.1.0:', '  latest:', '7:3 malformed-value'],
    ['a version without effective day', '    effective: 2026-09-01\n', '', '8:5 missing-field'],
    [
      'an effective day with a time',
      'effective: 2026-09-01',
      'effective: 2026-09-01T00:00:00Z',
      '8:16 malformed-value',
    ],
    ['an effective day of a short month', 'effective: 2026-09-01', 'effective: 2026-09-31', '8:16 malformed-value'],
    ['a language in words', '      en: {', '      English: {', '11:7 malformed-value'],
    ['a language in upper case', '      en: {', '      EN: {', '11:7 malformed-value'],
    ['a language with an underscore', '      pt-BR:', '      pt_BR:', '12:7 malformed-value'],
    [
      'a text that is only a file',
      `{ file: ./standard/2.1.0.en.md, sha256: ${DIGEST} }`,
      './standard/2.1.0.en.md',
      '11:11 wrong-type',
    ],
    [
      'a text without digest',
      `./standard/2.1.0.en.md, sha256: ${DIGEST} }`,
      './standard/2.1.0.en.md }',
      '11:11 missing-field',
    ],
    ['a text of an absolute path', './standard/2.1.0.en.md', '/standard/2.1.0.en.md', '11:19 malformed-value'],
    ['a text of a path without ./', './standard/2.1.0.en.md', 'standard/2.1.0.en.md', '11:19 malformed-value'],
    ['a digest in upper case', `sha256: ${DIGEST}`, `sha256: ${DIGEST.toUpperCase()}`, '11:51 malformed-value'],
    ['a digest that is too short', `sha256: ${DIGEST}`, 'sha256: 9f86d081', '11:51 malformed-value'],
    ['a digest that is a link', `sha256: ${DIGEST}`, `sha256: sha256:${DIGEST}`, '11:51 malformed-value'],
    ['a notice without termination', ', termination: 90 days }\n    caps', ' }\n    caps', '13:13 missing-field'],
    [
      'a notice that is one duration',
      'notice: { price: 3 months, terms: 60 days, deprecation: 6 months, termination: 90 days }',
      'notice: 3 months',
      '13:13 wrong-type',
    ],
    ['a notice in weeks', 'price: 3 months', 'price: 12 weeks', '13:22 malformed-value'],
    ['a notice as number', 'terms: 60 days', 'terms: 60', '13:39 wrong-type'],
    ['an unknown notice', 'terms: 60 days', 'tariffs: 60 days', '13:32 unknown-field'],
    ['a cap without percent sign', 'credits: 30%', 'credits: 30', '14:22 wrong-type'],
    ['a cap above a hundred percent', 'credits: 30%', 'credits: 130%', '14:22 malformed-value'],
    ['a cap that is money', 'credits: 30%', 'credits: 500.00 EUR', '14:22 malformed-value'],
    ['caps of nothing', '{ credits: 30% }', '{}', '14:11 missing-field'],
    ['an unknown duty', '      consent-capture:', '      consent-capturing:', '16:7 unknown-field'],
    ['a duty of nobody known', 'consent-capture: partner', 'consent-capture: customer', '16:24 not-allowed-value'],
    ['a duty of two', 'consent-capture: partner', 'consent-capture: [partner, operator]', '16:24 wrong-type'],
    [
      'an unknown effect of a lost reseller',
      'resellerLeaves: at-once',
      'resellerLeaves: immediately',
      '25:21 not-allowed-value',
    ],
    ['versions as list', '  2.1.0:\n    effective', '  - version: 2.1.0\n    effective', '26:3 yaml-syntax'],
    ['an unknown field', 'versions:', 'version:', '6:1 unknown-field'],
  ],
  TEXTS,
);
