import { kindTable } from './kind-table';

const FULL = `kind: Programme
name: northwind
title: Northwind Open Network
description: APIs of the network.
labels: { cost-centre: cc-4711 }
format: 1
operator: { name: Northwind Telecom S.A., country: ES, website: https://northwind.example }
purpose: Partners build safer sign-ins on our network.
contacts:
  - { role: business, email: partners@northwind.example, phone: '+34 600 000 000' }
currency: EUR
languages: [en, es, pt-BR, zh-Hant-TW, es-419]
roles:
  security: security
  privacy: privacy
  legal: legal
  finance: finance
  partner-management: partner-success
  platform: platform
requirements:
  certification:
    title: Certified application
    description: It passed the certification in the sandbox.
    proof: Report of the certification.
    confirmedBy: partner-management
    validFor: 2 years
    fee: 1500.00 EUR
levels:
  gold:
    title: Gold
    rank: 3
    requires: [certification]
    thresholds: { period: 12 months, calls: 1000000, revenue: 50000.00 EUR }
    benefits: [Early access to new APIs]
badges:
  fraud-expert:
    title: Fraud prevention expert
    description: Uses three APIs against fraud.
    image: https://northwind.example/badges/fraud.svg
    rule: { level: gold, requirement: certification }
    end: 2028-01-01
feeds:
  purchases: { title: Purchases by phone bill, source: external, owner: payment-apis }
targets:
  - by: 2027-06-30
    activePartners: 40
    anchorPartners: 5
    liveUseCases: 8
    publishedApis: 12
    revenue: 1000000.00 EUR
portal: { url: https://developer.northwind.example }
`;

const MINIMAL = `kind: Programme
name: a
title: A
format: 1
operator: { name: A, country: FR }
purpose: b
contacts: [{ role: business, email: a@b.example }]
currency: JPY
languages: [fr]
`;

kindTable('Programme', { 'with everything': FULL, 'with the least': MINIMAL }, [
  ['a name with a space', 'name: northwind', 'name: North Wind', '2:7 malformed-value'],
  ['a format in quotes', 'format: 1', "format: '1'", '6:9 not-allowed-value'],
  [
    'an operator that is only a name',
    '{ name: Northwind Telecom S.A., country: ES, website: https://northwind.example }',
    'Northwind',
    '7:11 wrong-type',
  ],
  ['an operator without country', ', country: ES', '', '7:11 missing-field'],
  ['a country in lower case', 'country: ES', 'country: es', '7:52 malformed-value'],
  ['a country in words', 'country: ES', 'country: Spain', '7:52 malformed-value'],
  ['a website without scheme', 'https://northwind.example }', 'northwind.example }', '7:65 malformed-value'],
  ["a contact with a person's name", 'role: business,', 'role: business, name: Ana Lopez,', '10:23 unknown-field'],
  ['an unknown role of a contact', 'role: business', 'role: sales', '10:13 not-allowed-value'],
  ['a contact without mailbox', ', email: partners@northwind.example', '', '10:5 missing-field'],
  ['a phone number without country', "'+34 600 000 000'", "'600 000 000'", '10:65 malformed-value'],
  ['a currency in lower case', 'currency: EUR', 'currency: eur', '11:11 malformed-value'],
  ['an unknown currency', 'currency: EUR', 'currency: XXZ', '11:11 malformed-value'],
  ['a currency sign', 'currency: EUR', 'currency: €', '11:11 malformed-value'],
  ['a currency in words', 'currency: EUR', 'currency: Euro', '11:11 malformed-value'],
  ['a language in words', '[en, es,', '[English, es,', '12:13 malformed-value'],
  ['a language in upper case', '[en, es,', '[EN, es,', '12:13 malformed-value'],
  ['a language with an underscore', 'pt-BR', 'pt_BR', '12:21 malformed-value'],
  ['a language with a region in lower case', 'pt-BR', 'pt-br', '12:21 malformed-value'],
  ['a language twice', '[en, es,', '[en, en,', '12:17 duplicate-item'],
  ['a language that is not in a list', '[en, es, pt-BR, zh-Hant-TW, es-419]', 'en', '12:12 wrong-type'],
  ['no languages', '[en, es, pt-BR, zh-Hant-TW, es-419]', '[]', '12:12 too-short'],
  ['an unknown role of the programme', '  finance: finance', '  sales: finance', '17:3 unknown-field'],
  ['a role in camel case', '  partner-management:', '  partnerManagement:', '18:3 unknown-field'],
  ['several teams in one role', 'legal: legal', 'legal: [legal, privacy]', '16:10 wrong-type'],
  ['a requirement with a capital', '  certification:', '  Certification:', '21:3 malformed-value'],
  ['a requirement without proof', '    proof: Report of the certification.\n', '', '22:5 missing-field'],
  [
    'a requirement that a mailbox confirms',
    'confirmedBy: partner-management',
    'confirmedBy: partners@northwind.example',
    '25:18 not-allowed-value',
  ],
  ['a validity without unit', 'validFor: 2 years', 'validFor: 2', '26:15 wrong-type'],
  ['a validity with another unit', 'validFor: 2 years', 'validFor: 24 weeks', '26:15 malformed-value'],
  ['a fee without currency', 'fee: 1500.00 EUR', 'fee: 1500.00', '27:10 wrong-type'],
  ['a fee with separated thousands', 'fee: 1500.00 EUR', 'fee: 1,500.00 EUR', '27:10 malformed-value'],
  ['a level without rank', '    rank: 3\n', '', '30:5 missing-field'],
  ['a rank of zero', 'rank: 3', 'rank: 0', '31:11 out-of-range'],
  ['a rank as word', 'rank: 3', 'rank: third', '31:11 wrong-type'],
  ['a requirement that is not in a list', 'requires: [certification]', 'requires: certification', '32:15 wrong-type'],
  ['thresholds without period', 'period: 12 months, ', '', '33:17 missing-field'],
  ['thresholds with a period only', ', calls: 1000000, revenue: 50000.00 EUR', '', '33:17 too-short'],
  ['an empty benefit', '[Early access to new APIs]', "['']", '34:16 malformed-value'],
  ['a badge without title', '    title: Fraud prevention expert\n', '', '37:5 missing-field'],
  [
    'a badge whose image is a file',
    'image: https://northwind.example/badges/fraud.svg',
    'image: ./fraud.svg',
    '39:12 malformed-value',
  ],
  ['a badge with an empty rule', 'rule: { level: gold, requirement: certification }', 'rule: {}', '40:11 too-short'],
  [
    'a badge with a rule in words',
    'rule: { level: gold, requirement: certification }',
    'rule: gold',
    '40:11 wrong-type',
  ],
  ['an end in another order', 'end: 2028-01-01', 'end: 01.01.2028', '41:10 malformed-value'],
  ['a feed without source', ', source: external', '', '43:14 missing-field'],
  ['a feed from an unknown source', 'source: external', 'source: extern', '43:56 not-allowed-value'],
  ['targets that are a map', '  - by: 2027-06-30\n', '    by: 2027-06-30\n', '45:5 wrong-type'],
  ['a target without day', '- by: 2027-06-30\n    activePartners', '- activePartners', '45:5 missing-field'],
  ['a target of no partners', 'activePartners: 40', 'activePartners: 0', '46:21 out-of-range'],
  ['a target in words', 'activePartners: 40', 'activePartners: forty', '46:21 wrong-type'],
  [
    'a target for nothing',
    '\n    activePartners: 40\n    anchorPartners: 5\n    liveUseCases: 8\n    publishedApis: 12\n    revenue: 1000000.00 EUR',
    '',
    '45:5 too-short',
  ],
  [
    'a portal that is only an address',
    'portal: { url: https://developer.northwind.example }',
    'portal: https://developer.northwind.example',
    '51:9 wrong-type',
  ],
  ['an unknown field', 'purpose:', 'purposes:', '8:1 unknown-field'],
]);
