import { kindTable } from './kind-table';

const DIGEST = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

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
industry: Taxi services
countries: [ES, PT]
origin: referral
referral: { by: switch-lantern, on: 2026-08-20 }
reseller: connect-hub
owner: partner-success
representatives:
  account-management: partner-success
  executive-sponsor: executives
  marketing: marketing
  legal: legal
  technical: identity-apis
  support: helpdesk
contacts:
  - { role: technical, email: api@cabs.example, phone: '+34 600 000 000' }
contract:
  template: standard
  version: 2.1.0
  accepted: { on: 2026-09-01, by: legal@cabs.example, digest: ${DIGEST} }
  end: 2028-09-01
  terms: [{ tier: paid, version: 2.0.0, until: 2027-07-01 }]
  deviations:
    - tier: paid
      price: { calls: { type: calls, flat: 0.01 EUR } }
      sla: { availability: 99.99% }
      from: 2026-10-01
      to: 2027-10-01
      reason: Volume agreed for three years.
      approvedBy: finance@operator.example
    - { tier: free, sla: { errorRate: 0.1% }, from: 2026-10-01, reason: Pilot, approvedBy: person:7f3c9a }
approval: { status: approved, on: 2026-09-01, by: partners@operator.example, reason: certified }
suspended: { since: 2026-11-02, by: security@operator.example, reason: unpaid invoices }
evidence:
  - { requirement: certification, document: DMS-1, issued: 2026-08-01, end: 2027-08-01, confirmedBy: partners@operator.example }
obligations:
  - { title: Penetration test, due: 2027-03-01, fulfilled: { on: 2027-02-01, document: DMS-2 } }
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
  ['a country in three letters', 'country: ES', 'country: ESP', '14:12 malformed-value'],
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
  [
    'a legal representative',
    '  country: ES',
    '  legalRepresentative: { name: Ana, email: ana@cabs.example }\n  country: ES',
    '14:3 unknown-field',
  ],
  [
    'a data protection officer',
    '  country: ES',
    '  dataProtectionOfficer: { name: Bo, email: dpo@cabs.example }\n  country: ES',
    '14:3 unknown-field',
  ],
  [
    'a privacy manager',
    '  country: ES',
    '  privacyManager: { name: Cy, email: privacy@cabs.example }\n  country: ES',
    '14:3 unknown-field',
  ],
  [
    'a contact with the name of a person',
    'role: technical, ',
    'role: technical, name: Ana Lopez, ',
    '32:24 unknown-field',
  ],
  ['mail without domain', 'email: api@cabs.example', 'email: api', '32:31 malformed-value'],
  ['a country in words among countries', '[ES, PT]', '[PT, Spain]', '19:17 malformed-value'],
  ['a country twice', '[ES, PT]', '[ES, ES]', '19:17 duplicate-item'],
  ['one country that is not in a list', '[ES, PT]', 'ES', '19:12 wrong-type'],
  ['an industry over two lines', 'industry: Taxi services', 'industry: "Taxi\\nservices"', '18:11 malformed-value'],
  ['an unknown origin', 'origin: referral', 'origin: website', '20:9 not-allowed-value'],
  [
    'a referral that is only a name',
    'referral: { by: switch-lantern, on: 2026-08-20 }',
    'referral: switch-lantern',
    '21:11 wrong-type',
  ],
  ['a referral by a mailbox', 'by: switch-lantern', 'by: sales@lantern.example', '21:17 malformed-value'],
  ['a referral without name', 'by: switch-lantern, ', '', '21:11 missing-field'],
  ['an unknown representative', '  marketing: marketing', '  sales: marketing', '27:3 unknown-field'],
  ['a representative with a mailbox', '  legal: legal', '  legal: legal@operator.example', '28:10 malformed-value'],
  [
    'representatives as list',
    FULL.slice(FULL.indexOf('representatives:'), FULL.indexOf('contacts:')),
    'representatives: [marketing]\n',
    '24:18 wrong-type',
  ],
  ['an unknown role', 'role: technical', 'role: tech', '32:13 not-allowed-value'],
  ['a phone number without country', "'+34 600 000 000'", "'600 000 000'", '32:56 malformed-value'],
  [
    'no contacts',
    "\n  - { role: technical, email: api@cabs.example, phone: '+34 600 000 000' }",
    ' []',
    '31:11 too-short',
  ],
  ['a contract without version', '  version: 2.1.0\n', '', '34:3 missing-field'],
  ['an acceptance without name', ', by: legal@cabs.example', '', '36:13 missing-field'],
  ['an acceptance by a person', 'by: legal@cabs.example', 'by: jane', '36:35 malformed-value'],
  ['an acceptance of a digest that is too short', `digest: ${DIGEST}`, 'digest: 9f86d081', '36:63 malformed-value'],
  ['a contract of a version of two numbers', '  version: 2.1.0', '  version: 2.1', '35:12 wrong-type'],
  ['pinned terms without end', ', until: 2027-07-01', '', '38:11 missing-field'],
  ['pinned terms without version', ', version: 2.0.0', '', '38:11 missing-field'],
  ['pinned terms of another day', 'until: 2027-07-01', 'until: 2027', '38:48 wrong-type'],
  ['pinned terms as map', '[{ tier: paid, version: 2.0.0, until: 2027-07-01 }]', '{ paid: 2.0.0 }', '38:10 wrong-type'],
  ['a deviation without reason', '      reason: Volume agreed for three years.\n', '', '40:7 missing-field'],
  ['a deviation without approver', '      approvedBy: finance@operator.example\n', '', '40:7 missing-field'],
  [
    'a deviation that a person approved',
    'approvedBy: finance@operator.example',
    'approvedBy: Jane Doe',
    '46:19 malformed-value',
  ],
  ['a deviation without beginning', '      from: 2026-10-01\n', '', '40:7 missing-field'],
  [
    'a deviation in limits',
    '      from: 2026-10-01',
    '      limits: { second: 50 }\n      from: 2026-10-01',
    '43:7 unknown-field',
  ],
  [
    'a deviation in the quota',
    '      from: 2026-10-01',
    '      quota: { month: 50 }\n      from: 2026-10-01',
    '43:7 unknown-field',
  ],
  [
    'a deviation whose price has items below items',
    'price: { calls: { type: calls, flat: 0.01 EUR } }',
    'price: { items: { calls: { type: calls, flat: 0.01 EUR } } }',
    '41:23 missing-field',
  ],
  [
    'a deviation whose price is an amount',
    'price: { calls: { type: calls, flat: 0.01 EUR } }',
    'price: 0.01 EUR',
    '41:14 wrong-type',
  ],
  ['a deviation of an unknown price item', 'type: calls', 'type: call', '41:31 not-allowed-value'],
  ['a deviation without percent sign', '99.99%', '99.99', '42:28 wrong-type'],
  ['an approval in words of our own', 'status: approved', 'status: pending', '48:21 not-allowed-value'],
  ['a suspension without reason', ', reason: unpaid invoices', '', '49:12 missing-field'],
  [
    'a suspension that is only a truth',
    '{ since: 2026-11-02, by: security@operator.example, reason: unpaid invoices }',
    'true',
    '49:12 wrong-type',
  ],
  ['a decision of a person', 'by: partners@operator.example', 'by: jane', '48:51 malformed-value'],
  ['a suspension by a person', 'by: security@operator.example', 'by: Jane Doe', '49:37 malformed-value'],
  [
    'evidence that a person confirmed',
    'confirmedBy: partners@operator.example',
    'confirmedBy: jane',
    '51:102 malformed-value',
  ],
  ['an obligation without due day', ', due: 2027-03-01', '', '53:5 missing-field'],
  ['an obligation that is fulfilled without document', ', document: DMS-2', '', '53:60 missing-field'],
  [
    'an obligation that is only fulfilled',
    'fulfilled: { on: 2027-02-01, document: DMS-2 }',
    'fulfilled: true',
    '53:60 wrong-type',
  ],
  ['an accreditation without beginning', 'level: gold, since: 2026-09-01', 'level: gold', '54:16 missing-field'],
  ['evidence without document', 'document: DMS-1, ', '', '51:5 missing-field'],
  ['a badge with a space', 'fraud-prevention-expert', 'Fraud expert', '55:10 malformed-value'],
  ['an application without title', '    title: Dispatch\n', '', '59:5 missing-field'],
  [
    'an application with a partner of its own',
    '    title: Dispatch',
    '    title: Dispatch\n    partner: city-cabs',
    '61:5 unknown-field',
  ],
  ['a subscription with no scopes', '[location:read]', '[]', '61:58 too-short'],
  ['a scope with a space', 'location:read', 'location read', '61:59 malformed-value'],
]);
