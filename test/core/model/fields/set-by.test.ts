import { KINDS, setBy } from '../../../../core/model';
import { fieldsOf, setterOf } from '../../../../core/model/fields';

/** The fields of all kinds that have no fields of their own, with who may set them. */
const LEAVES = KINDS.flatMap((kind) => {
  const fields = fieldsOf(kind);
  const inner = new Set(fields.map(({ pattern }) => pattern.slice(0, -1).join('/')));
  return fields
    .filter(({ pattern }) => !inner.has(pattern.join('/')))
    .map((field) => ({ field: `${kind}: ${field.pattern.join('/')}`, by: setterOf(field) }));
});

const setOnlyBy = (by: string): readonly string[] => [
  ...new Set(LEAVES.filter((leaf) => leaf.by === by).map(({ field }) => field)),
];

const lines = (text: string): readonly string[] => text.trim().split(/\n */);

test('an applicant sets these fields, and no other', () => {
  expect(setOnlyBy('applicant')).toEqual(
    lines(`
    Partner: title
    Partner: description
    Partner: type
    Partner: organization/name
    Partner: organization/tradingName
    Partner: organization/type
    Partner: organization/legalEntity
    Partner: organization/identifications/*/id
    Partner: organization/identifications/*/type
    Partner: organization/identifications/*/authority
    Partner: organization/identifications/*/issued
    Partner: organization/taxNumber
    Partner: organization/country
    Partner: organization/address
    Partner: organization/website
    Partner: organization/privacyPolicy
    Partner: industry
    Partner: countries/*
    Partner: referral/by
    Partner: contacts/*/role
    Partner: contacts/*/email
    Partner: contacts/*/phone
    Partner: evidence/*/requirement
    Partner: evidence/*/document
    Partner: evidence/*/issued
    Partner: logo
    Partner: showcase
    Partner: applications/*/title
    Partner: applications/*/description
    Partner: applications/*/onBehalfOf
    Partner: applications/*/useCase
    Partner: applications/*/commercialName
    Partner: applications/*/category
    Partner: applications/*/logo
    Partner: applications/*/website
    Partner: applications/*/privacyPolicy
    Partner: applications/*/callbackUrls/*
    Partner: applications/*/credentials/{*}/keys/*/jwk/kty
    Partner: applications/*/credentials/{*}/keys/*/jwk/kid
    Partner: applications/*/credentials/{*}/keys/*/jwk/use
    Partner: applications/*/credentials/{*}/keys/*/jwk/alg
    Partner: applications/*/credentials/{*}/keys/*/jwk/key_ops/*
    Partner: applications/*/credentials/{*}/keys/*/jwk/n
    Partner: applications/*/credentials/{*}/keys/*/jwk/e
    Partner: applications/*/credentials/{*}/keys/*/jwk/crv
    Partner: applications/*/credentials/{*}/keys/*/jwk/x
    Partner: applications/*/credentials/{*}/keys/*/jwk/y
    Partner: applications/*/credentials/{*}/keys/*/algorithm
    Partner: applications/*/credentials/{*}/keys/*/pem
    Partner: applications/*/credentials/{*}/certificates/*/subject
    Partner: applications/*/credentials/{*}/certificates/*/sha256
    Partner: applications/*/subscriptions/*/api
    Partner: applications/*/subscriptions/*/tier
    Partner: applications/*/subscriptions/*/scopes/*
    Partner: applications/*/subscriptions/*/purpose
    Partner: applications/*/subscriptions/*/legalBasis
    Partner: applications/*/subscriptions/*/grantTypes/*
    Partner: applications/*/subscriptions/*/environments/*
    Partner: applications/*/subscriptions/*/start
    Application: title
    Application: description
    Application: onBehalfOf
    Application: useCase
    Application: commercialName
    Application: category
    Application: logo
    Application: website
    Application: privacyPolicy
    Application: callbackUrls/*
    Application: credentials/{*}/keys/*/jwk/kty
    Application: credentials/{*}/keys/*/jwk/kid
    Application: credentials/{*}/keys/*/jwk/use
    Application: credentials/{*}/keys/*/jwk/alg
    Application: credentials/{*}/keys/*/jwk/key_ops/*
    Application: credentials/{*}/keys/*/jwk/n
    Application: credentials/{*}/keys/*/jwk/e
    Application: credentials/{*}/keys/*/jwk/crv
    Application: credentials/{*}/keys/*/jwk/x
    Application: credentials/{*}/keys/*/jwk/y
    Application: credentials/{*}/keys/*/algorithm
    Application: credentials/{*}/keys/*/pem
    Application: credentials/{*}/certificates/*/subject
    Application: credentials/{*}/certificates/*/sha256
    Application: subscriptions/*/api
    Application: subscriptions/*/tier
    Application: subscriptions/*/scopes/*
    Application: subscriptions/*/purpose
    Application: subscriptions/*/legalBasis
    Application: subscriptions/*/grantTypes/*
    Application: subscriptions/*/environments/*
    Application: subscriptions/*/start
    `),
  );
});

test('a program sets these fields, and no other', () => {
  expect(setOnlyBy('machine')).toEqual(
    lines(`
    Tier: sealed
    Tier: previous/*
    Partner: kind
    Partner: name
    Partner: contract/accepted/on
    Partner: contract/accepted/by
    Partner: contract/accepted/digest
    Partner: applications/*/name
    Partner: applications/*/credentials/{*}/clientId
    Application: kind
    Application: name
    Application: partner
    Application: credentials/{*}/clientId
    `),
  );
});

test('only the operator sets every other field', () => {
  const others = LEAVES.filter(({ by }) => by !== 'applicant' && by !== 'machine');
  expect(others.length).toBeGreaterThan(300);
  expect([...new Set(others.map(({ by }) => by))]).toEqual(['operator']);
});

test.each([
  ['Partner', ['title'], 'applicant'],
  ['Partner', ['organization', 'country'], 'applicant'],
  ['Partner', ['contacts', 3, 'email'], 'applicant'],
  // The same definition, in a document of the operator's.
  ['Programme', ['contacts', 3, 'email'], 'operator'],
  ['Partner', ['evidence', 0, 'document'], 'applicant'],
  ['Partner', ['evidence', 0, 'confirmedBy'], 'operator'],
  ['Partner', ['evidence'], 'operator'],
  ['Partner', ['contract', 'accepted', 'digest'], 'machine'],
  ['Partner', ['contract', 'version'], 'operator'],
  ['Partner', ['accreditation', 'level'], 'operator'],
  ['Partner', ['badges', 0], 'operator'],
  ['Partner', ['suspended', 'by'], 'operator'],
  ['Partner', ['applications', 0, 'subscriptions', 1, 'tier'], 'applicant'],
  ['Partner', ['applications', 0, 'subscriptions', 1, 'approval', 'status'], 'operator'],
  ['Application', ['credentials', 'sandbox', 'clientId'], 'machine'],
  ['Application', ['credentials', 'sandbox', 'keys', 0, 'pem'], 'applicant'],
  ['Application', ['approval', 'status'], 'operator'],
  ['Tier', ['partners', 0], 'operator'],
  ['Tier', ['sealed'], 'machine'],
  // Not in the schema.
  ['Partner', ['organization', 'mascot'], 'operator'],
  ['Partner', ['contacts', 'first', 'email'], 'operator'],
  ['Partner', [], 'operator'],
] as const)('%s %j is set by the %s', (kind, path, expected) => {
  expect(setBy(kind, path)).toBe(expected);
});
