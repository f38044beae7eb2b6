import { loadFiles } from '../../../support/catalog';

const PROGRAMME = `kind: Programme
name: northwind
title: Northwind
format: 1
operator: { name: Northwind, country: ES }
purpose: Safer payments.
contacts: [{ role: business, email: partners@northwind.example }]
currency: EUR
languages: [en]
levels:
`;
const TIER = 'kind: Tier\nname: paid\ntitle: Paid\nstatus: draft\nversion: 1.0.0\nprice:\n  items:\n';

test.each([
  [
    'a level',
    `${PROGRAMME}  gold:\n  title: Gold\n  rank: 3\n`,
    "11:8 'gold' has no value; it must be a map | indent 'title' and the lines below it, which are part of 'gold'",
  ],
  [
    'a price item',
    `${TIER}    setup:\n    type: fee\n    amount: 5 EUR\n    event: contract\n`,
    "8:11 'setup' has no value; it must be a map | indent 'type' and the lines below it, which are part of 'setup'",
  ],
])('the fields of %s that are not indented give one finding', (_, text, expected) => {
  const { findings } = loadFiles({ 'document.yaml': text });
  expect(findings.map(({ at, message, hint }) => `${at.line}:${at.column} ${message} | ${hint}`)).toEqual([expected]);
});

test('a map of the document that is indented as part of the map above gives one finding', () => {
  const requirements = 'requirements:\n  a: { title: A, proof: P, confirmedBy: legal }\n';
  const text = PROGRAMME.replace('levels:\n', `${requirements}  levels:\n  gold:\n    title: Gold\n    rank: 3\n`);
  const { findings } = loadFiles({ 'document.yaml': text });
  expect(findings.map(({ at, message, hint }) => `${at.line}:${at.column} ${message} | ${hint}`)).toEqual([
    "12:3 'levels' is indented as part of 'requirements' | start the line 'levels:' in the column of 'requirements:'",
  ]);
});

test('an entry without a value is one finding, and errors of other entries are reported', () => {
  const { findings } = loadFiles({ 'document.yaml': `${PROGRAMME}  gold:\n  silver: { title: Silver }\n` });
  expect(findings.map(({ message }) => message)).toEqual([
    "'gold' has no value; it must be a map",
    "'silver' lacks the field 'rank'",
  ]);
});
