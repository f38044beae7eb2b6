import { KINDS } from '../../../../core/model';
import { fieldsOf } from '../../../../core/model/fields';
import { resolved } from '../../../../core/model/schemas';

/** Every field of every kind. An application inside a partner has the fields of an application. */
const FIELDS = KINDS.flatMap((kind) => fieldsOf(kind).map(({ pattern, schema }) => ({ kind, pattern, schema }))).filter(
  ({ kind, pattern }) => kind !== 'Partner' || pattern[0] !== 'applications',
);

/** The words of a field's name: `firstName` and `signed-by` have two. */
const wordsOf = (name: string): readonly string[] =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);

const fieldsWith = (word: RegExp): readonly string[] =>
  FIELDS.filter(({ pattern }) => wordsOf(pattern.at(-1) ?? '').some((one) => word.test(one))).map(
    ({ kind, pattern }) => `${kind}: ${pattern.join('/')}`,
  );

/** Words in names of fields that describe a person, apart from `name`. */
const PERSON =
  /^(person|persons|forename|surname|salutation|honorific|birth|birthday|age|gender|sex|nationality|passport|signatory|signatories|representative|photo|portrait|avatar|mobile|signature)$/;

test('no field of any kind describes a natural person', () => {
  expect(fieldsWith(PERSON)).toEqual([]);
});

test.each(['person', 'dateOfBirth', 'signatory', 'legal-representative', 'mobilePhone', 'contactPerson'])(
  'a field called %s would be noticed',
  (name) => {
    expect(wordsOf(name).some((word) => PERSON.test(word))).toBe(true);
  },
);

test('a name is that of a document, an organisation, or a part of a document', () => {
  const fields = fieldsWith(/^names?$/).filter((field) => !/^\w+: name$/.test(field));
  expect(fields).toEqual([
    'Programme: operator/name',
    'Partner: organization/name',
    'Partner: organization/tradingName',
    'Application: commercialName',
    'Environment: counters/serverName',
    'Environment: clientCas/*/name',
  ]);
});

test('a field that says who did something is a decider, a role or the name of a document', () => {
  const fields = FIELDS.filter(({ pattern }) => wordsOf(pattern.at(-1) ?? '').includes('by'))
    .filter(({ schema }) => resolved(schema).schema.format !== 'decider')
    .map(({ kind, pattern }) => `${kind}: ${pattern.join('/')}`);
  expect(fields).toEqual([
    // A role.
    'Programme: requirements/{*}/confirmedBy',
    // A day.
    'Programme: targets/*/by',
    // The name of a partner.
    'Partner: referral/by',
    // Whether the identity provider or the partner signs tokens.
    'TokenPolicy: signedBy',
  ]);
});
