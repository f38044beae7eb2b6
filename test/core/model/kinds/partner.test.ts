import { kindTable } from './kind-table';

const FULL = `kind: Partner
name: city-cabs
title: City Cabs
description: Taxis in twelve towns.
labels: { crm: '4711' }
type: technology
organization:
  name: City Cabs S.L.
  tradingName: City Cabs
  type: dpv:ForProfitOrganisation
  legalEntity: true
  identifications: [{ id: B-1, type: company register, authority: Registro Mercantil, issued: 2010-03-01 }]
  taxNumber: ESB12345678
  country: ES
  address: Calle Mayor 1
  website: https://cabs.example
  privacyPolicy: https://cabs.example/privacy
  legalRepresentative: { name: Ana, email: ana@cabs.example }
  dataProtectionOfficer: { name: Bo, email: dpo@cabs.example }
  privacyManager: { name: Cy, email: privacy@cabs.example }
reseller: connect-hub
owner: partner-success
contacts:
  - { role: technical, name: Platform, email: api@cabs.example, phone: '+34 600 000 000' }
contract: { template: standard, version: 2.1.0, accepted: { on: 2026-09-01, by: legal@cabs.example }, end: 2028-09-01 }
approval: { status: approved, on: 2026-09-01, by: partners@operator.example, reason: certified }
suspended: { since: 2026-11-02, by: security@operator.example, reason: unpaid invoices }
evidence:
  - { requirement: certification, document: DMS-1, issued: 2026-08-01, end: 2027-08-01, confirmedBy: partners@operator.example }
accreditation: { level: gold, since: 2026-09-01, end: 2027-09-01 }
badges: [fraud-prevention-expert]
logo: https://cabs.example/logo.svg
showcase: true
applications:
  - name: dispatch
    title: Dispatch
    subscriptions: [{ api: location, tier: paid, scopes: [location:read] }]
renamedFrom: city-taxis
`;

const MINIMAL = `kind: Partner
name: a
title: A
type: developer
organization: { name: A, country: FR }
owner: b
contacts: [{ role: business, email: a@b.example }]
contract: { template: c, version: 1.0.0 }
approval: { status: pendingApproval }
`;

kindTable('Partner', { 'with everything': FULL, 'with the least': MINIMAL }, [
  ['an unknown type', 'type: technology', 'type: technologie', '6:7 not-allowed-value'],
  ['an organisation without country', '  country: ES\n', '', '8:3 missing-field'],
  ['a country in three letters', 'country: ES', 'country: ESP', '14:12 too-long'],
  ['a country in lower case', 'country: ES', 'country: es', '14:12 malformed-value'],
  ['Norway, which is text in YAML 1.2', 'country: ES', 'country: no', '14:12 malformed-value'],
  [
    'an unknown kind of organisation',
    'dpv:ForProfitOrganisation',
    'dpv:ForProfitOrganization',
    '10:9 not-allowed-value',
  ],
  ['an identification without type', ', type: company register', '', '12:21 missing-field'],
  ['an invalid address', 'website: https://cabs.example', 'website: cabs.example', '16:12 malformed-value'],
  [
    'an address with a user',
    'website: https://cabs.example',
    'website: https://ana@cabs.example',
    '16:12 malformed-value',
  ],
  ['a person without mail', 'name: Ana, email: ana@cabs.example', 'name: Ana', '18:24 missing-field'],
  ['mail without domain', 'dpo@cabs.example', 'dpo', '19:45 malformed-value'],
  ['an unknown role', 'role: technical', 'role: tech', '24:13 not-allowed-value'],
  ['a phone number without country', "'+34 600 000 000'", "'600 000 000'", '24:72 malformed-value'],
  [
    'no contacts',
    "\n  - { role: technical, name: Platform, email: api@cabs.example, phone: '+34 600 000 000' }",
    ' []',
    '23:11 too-short',
  ],
  ['a contract without version', 'version: 2.1.0, ', '', '25:11 missing-field'],
  ['an acceptance without name', ', by: legal@cabs.example', '', '25:59 missing-field'],
  ['an approval in words of our own', 'status: approved', 'status: pending', '26:21 not-allowed-value'],
  ['a suspension without reason', ', reason: unpaid invoices', '', '27:12 missing-field'],
  [
    'a suspension that is only a truth',
    '{ since: 2026-11-02, by: security@operator.example, reason: unpaid invoices }',
    'true',
    '27:12 wrong-type',
  ],
  ['evidence without document', 'document: DMS-1, ', '', '29:5 missing-field'],
  ['a badge with a space', 'fraud-prevention-expert', 'Fraud expert', '31:10 malformed-value'],
  ['an application without title', '    title: Dispatch\n', '', '35:5 missing-field'],
  [
    'an application with a partner of its own',
    '    title: Dispatch',
    '    title: Dispatch\n    partner: city-cabs',
    '37:5 unknown-field',
  ],
  ['a subscription with no scopes', '[location:read]', '[]', '37:58 too-short'],
  ['a scope with a space', 'location:read', 'location read', '37:59 malformed-value'],
]);
