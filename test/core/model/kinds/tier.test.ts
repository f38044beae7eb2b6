import { kindTable } from './kind-table';

const DIGEST = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

const FULL = `kind: Tier
name: paid
title: Paid
description: For those who sell.
labels: { segment: smb }
status: active
version: 2.0.0
sealed: 2.0.0:${DIGEST}
previous: ['1.0.0:${DIGEST}']
limits: { second: 20, minute: 600, hour: 20000 }
quota: { day: 100000, month: 1000000 }
overrides:
  - { api: sim-swap, operation: check, limits: { second: 5 } }
  - api: location
    quota: { month: 50000 }
sla:
  availability: 99.95%
  latency: { p50: 80 ms, p95: 300 ms, p99: 1 second }
  errorRate: 0.1%
  bad: [server-error, gateway-error, timeout]
  minimumCalls: 1000
  exclusions: { maintenance: { notice: 5 days, perMonth: 4 hours }, causes: [Force majeure] }
  credits: { steps: [{ below: 99.9%, credit: 10% }, { below: 99%, credit: 25% }], cap: 50%, granted: on-claim }
support: { channels: [email, ticket], hours: business-hours, response: 8 hours }
price:
  freeUntil: 2027-04-01
  overage: bill
  items:
    platform: { type: subscription, amount: 490.00 EUR, per: month, proRata: none }
    calls: { type: calls, flat: 0.012 EUR, included: 1000, billable: [success, business-outcome] }
    checks: { type: calls, operations: [{ api: sim-swap, operation: check }], flat: 0.00000001 EUR }
    steps:
      type: calls
      apis: [location]
      graduated: [{ upTo: 1000, price: 0.02 EUR }, { price: 0.01 EUR }]
    volume: { type: calls, apis: [quality], volume: [{ upTo: 10, price: 1 EUR }, { price: 0 EUR }] }
    package: { type: calls, apis: [messages], package: { calls: 1000, price: 10.00 EUR } }
    commitment: { type: minimum, amount: 1000.00 EUR, per: quarter, items: [calls] }
    setup: { type: fee, amount: 500.00 EUR, event: certification }
    beyond: { type: overage, apis: [sim-swap], flat: 0.02 EUR }
    launch: { type: discount, percent: 15%, items: [calls], from: 2027-01-01, to: 2027-07-01, reason: Launch, approvedBy: finance@operator.example }
    rebate: { type: discount, amount: 50.00 EUR, from: 2027-01-01, reason: Launch, approvedBy: person:7f3c9a }
    grant: { type: credit, amount: 5000.00 EUR, source: grant, per: year, purpose: Research, end: 2028-01-01 }
    billing: { type: share, percent: 20%, feed: purchases, payer: operator, payee: partner }
approval: required
requires: [certification, trained-staff]
partners: [acme-bank]
benefits: [A named solution engineer]
`;

const PRICE = FULL.slice(FULL.indexOf('price:\n'), FULL.indexOf('approval: required'));
const SEAL = `sealed: 2.0.0:${DIGEST}`;
const CALLS = '{ type: calls, flat: 0.012 EUR, included: 1000, billable: [success, business-outcome] }';
const LAUNCH =
  '{ type: discount, percent: 15%, items: [calls], from: 2027-01-01, to: 2027-07-01, reason: Launch, approvedBy: finance@operator.example }';

kindTable(
  'Tier',
  { 'with everything': FULL, 'with the least': 'kind: Tier\nname: a\ntitle: A\nstatus: draft\nversion: 0.1.0\n' },
  [
    ['an unknown field', 'quota:', 'quotas:', '11:1 unknown-field'],
    ['an unknown status', 'status: active', 'status: published', '6:9 not-allowed-value'],
    ['a seal without version', SEAL, `sealed: ${DIGEST}`, '8:9 malformed-value'],
    ['a seal of an earlier Gatewright', SEAL, 'sealed: 2.0.0:9f86d081884c7d65', '8:9 malformed-value'],
    ['a seal in upper case', SEAL, `sealed: 2.0.0:${DIGEST.toUpperCase()}`, '8:9 malformed-value'],
    ['a seal that is a number', SEAL, 'sealed: 2', '8:9 wrong-type'],
    ['an earlier seal that is not in a list', `['1.0.0:${DIGEST}']`, `1.0.0:${DIGEST}`, '9:11 wrong-type'],
    ['an earlier seal that is a version only', `['1.0.0:${DIGEST}']`, '[1.0.0]', '9:12 malformed-value'],
    ['no earlier seals', `['1.0.0:${DIGEST}']`, '[]', '9:11 too-short'],
    ['a limit below one', 'second: 20', 'second: -1', '10:19 out-of-range'],
    ['a limit as text', 'second: 20', "second: '20'", '10:19 wrong-type'],
    ['a limit with a separator', 'minute: 600', 'minute: 1_000', '10:31 wrong-type'],
    ['a limit beyond all bounds', 'hour: 20000', 'hour: 1000000000001', '10:42 out-of-range'],
    ['a day among limits', 'second: 20', 'day: 20', '10:11 unknown-field'],
    ['a minute among quotas', 'day: 100000', 'minute: 100000', '11:10 unknown-field'],
    ['no limits at all', '{ second: 20, minute: 600, hour: 20000 }', '{}', '10:9 too-short'],
    ['an override without API', 'api: sim-swap, ', '', '13:5 missing-field'],
    [
      'one override twice',
      '  - api: location\n    quota: { month: 50000 }',
      '  - { operation: check, api: sim-swap, limits: { second: 5 } }',
      '14:5 duplicate-item',
    ],
    ['an unknown channel', '[email, ticket]', '[email, tickets]', '24:30 not-allowed-value'],
    ['a channel twice', '[email, ticket]', '[email, email]', '24:30 duplicate-item'],
    ['support without channels', 'channels: [email, ticket], ', '', '24:10 missing-field'],
    ['unknown hours', 'business-hours', 'office', '24:46 not-allowed-value'],

    ['an availability without percent sign', '99.95%', '99.95', '17:17 wrong-type'],
    ['an availability above a hundred percent', '99.95%', '100.5%', '17:17 malformed-value'],
    ['an unknown figure', 'errorRate:', 'errors:', '19:3 unknown-field'],
    ['an unknown percentile', 'p99: 1 second', 'p90: 1 second', '18:39 unknown-field'],
    ['an outcome that never counts', 'bad: [server-error,', 'bad: [client-error,', '20:9 not-allowed-value'],
    [
      'an outcome that is not in a list',
      'bad: [server-error, gateway-error, timeout]',
      'bad: timeout',
      '20:8 wrong-type',
    ],
    [
      'an outcome twice',
      'bad: [server-error, gateway-error, timeout]',
      'bad: [timeout, timeout]',
      '20:18 duplicate-item',
    ],
    ['a minimum of no calls', 'minimumCalls: 1000', 'minimumCalls: 0', '21:17 out-of-range'],
    ['a minimum as text', 'minimumCalls: 1000', "minimumCalls: '1000'", '21:17 wrong-type'],
    [
      'exclusions as list',
      'exclusions: { maintenance: { notice: 5 days, perMonth: 4 hours }, causes: [Force majeure] }',
      'exclusions: [maintenance]',
      '22:15 wrong-type',
    ],
    [
      'no exclusions',
      '{ maintenance: { notice: 5 days, perMonth: 4 hours }, causes: [Force majeure] }',
      '{}',
      '22:15 too-short',
    ],
    ['maintenance without notice', 'notice: 5 days, ', '', '22:30 missing-field'],
    ['maintenance that is only a truth', '{ notice: 5 days, perMonth: 4 hours }', 'true', '22:30 wrong-type'],
    ['a cause that is not in a list', 'causes: [Force majeure]', 'causes: Force majeure', '22:77 wrong-type'],
    ['credits without cap', ', cap: 50%', '', '23:12 missing-field'],
    [
      'credits without steps',
      'steps: [{ below: 99.9%, credit: 10% }, { below: 99%, credit: 25% }], ',
      '',
      '23:12 missing-field',
    ],
    ['a step without credit', '{ below: 99.9%, credit: 10% }', '{ below: 99.9% }', '23:22 missing-field'],
    ['a step with a number', 'below: 99%', 'below: 99', '23:62 wrong-type'],
    ['a credit that is money', 'credit: 25%', 'credit: 25.00 EUR', '23:75 malformed-value'],
    ['a cap above a hundred percent', 'cap: 50%', 'cap: 150%', '23:88 malformed-value'],
    ['credits that are granted in another way', 'granted: on-claim', 'granted: manual', '23:102 not-allowed-value'],

    ['a price without items', '  items:\n', '', '28:5 yaml-indentation'],
    [
      'a price of no items',
      FULL.slice(FULL.indexOf('  items:\n'), FULL.indexOf('approval: required')),
      '  items: {}\n',
      '28:10 too-short',
    ],
    ['a price that is an amount', PRICE, 'price: 0.012 EUR\n', '25:8 wrong-type'],
    [
      'a subscription of an earlier Gatewright',
      PRICE,
      "price: { subscription: { amount: { amount: '499.00', currency: EUR }, per: month } }\n",
      '25:10 unknown-field',
    ],
    [
      'a price per call of an earlier Gatewright',
      PRICE,
      "price: { call: { amount: '0.015', currency: EUR } }\n",
      '25:10 unknown-field',
    ],
    [
      'a price of an earlier Gatewright',
      PRICE,
      "price:\n  subscription: { amount: { amount: '499.00', currency: EUR }, per: month }\n  call: { amount: '0.015', currency: EUR }\n",
      '26:3 unknown-field',
      '27:3 unknown-field',
    ],
    [
      'an item directly below price',
      PRICE,
      'price: { calls: { type: calls, flat: 0.012 EUR } }\n',
      '25:10 unknown-field',
    ],
    [
      'an item next to items',
      '  overage: bill',
      '  fees: { type: fee, amount: 10 EUR, event: contract }',
      '27:3 unknown-field',
    ],
    [
      'items as list',
      '    platform: { type: subscription,',
      '    - { name: platform, type: subscription,',
      '30:5 yaml-syntax',
    ],
    ['an item with a capital', '    platform:', '    Platform:', '29:5 malformed-value'],
    ['an unknown overage', 'overage: bill', 'overage: charge', '27:12 not-allowed-value'],
    ['an item without type', '{ type: subscription, amount', '{ amount', '29:15 missing-field'],
    ['an item of an unknown type', 'type: subscription', 'type: subscribtion', '29:23 not-allowed-value'],
    ['an item of a type that has another name', 'type: minimum', 'type: commitment', '38:25 not-allowed-value'],
    ['an item that is an amount', CALLS, '0.012 EUR', '30:12 wrong-type'],
    ['a subscription without period', ', per: month', '', '29:15 missing-field'],
    ['a subscription per week', 'per: month', 'per: week', '29:62 not-allowed-value'],
    ['a subscription with a field of calls', 'proRata: none', 'included: 10', '29:69 unknown-field'],
    ['a subscription with an unknown field', 'proRata: none', 'prorata: none', '29:69 unknown-field'],
    ['a pro rata that is a truth', 'proRata: none', 'proRata: false', '29:78 wrong-type'],

    ['an amount without currency', '490.00 EUR', "'490.00'", '29:45 malformed-value'],
    ['an amount that is a number', '490.00 EUR', '490.00', '29:45 wrong-type'],
    ['an amount that is a whole number', '490.00 EUR', '490', '29:45 wrong-type'],
    ['an amount as map', '490.00 EUR', "{ amount: '490.00', currency: EUR }", '29:45 wrong-type'],
    ['an amount with nine decimals', '0.012 EUR', '0.000000012 EUR', '30:33 malformed-value'],
    ['an amount with a comma', '0.012 EUR', "'0,012 EUR'", '30:33 malformed-value'],
    ['an amount with a currency in lower case', '0.012 EUR', '0.012 eur', '30:33 malformed-value'],
    ['an amount with an unknown currency', '0.012 EUR', '0.012 XXZ', '30:33 malformed-value'],
    ['an amount with a currency sign', '0.012 EUR', '€0.012', '30:33 malformed-value'],
    ['an amount with a currency sign at its end', '0.012 EUR', '0.012 €', '30:33 malformed-value'],
    ['an amount with the currency first', '0.012 EUR', 'EUR 0.012', '30:33 malformed-value'],
    ['an amount without space', '0.012 EUR', '0.012EUR', '30:33 malformed-value'],
    ['an amount with two spaces', '0.012 EUR', '0.012  EUR', '30:33 malformed-value'],
    ['an amount with thousands separated by commas', '1000.00 EUR', "'1,000.00 EUR'", '38:42 malformed-value'],
    ['an amount with thousands separated by dots', '1000.00 EUR', "'1.000,00 EUR'", '38:42 malformed-value'],
    ['an amount with thousands separated by spaces', '1000.00 EUR', '1 000.00 EUR', '38:42 malformed-value'],
    ['an amount with thousands separated by underscores', '1000.00 EUR', '1_000.00 EUR', '38:42 malformed-value'],
    ['an amount with a leading zero', '490.00 EUR', '0490.00 EUR', '29:45 malformed-value'],
    ['an amount without digits before the point', '0.012 EUR', '.012 EUR', '30:33 malformed-value'],
    ['an amount with a point at its end', '490.00 EUR', '490. EUR', '29:45 malformed-value'],
    ['a negative amount', '490.00 EUR', '-490.00 EUR', '29:45 malformed-value'],
    ['an amount in scientific notation', '0.012 EUR', '1.2e-2 EUR', '30:33 malformed-value'],
    ['an amount in cents', '0.012 EUR', '1.2 ct', '30:33 malformed-value'],
    ['an amount beyond all bounds', '490.00 EUR', '1000000000000000 EUR', '29:45 malformed-value'],

    ['calls with another included number', 'included: 1000', 'included: 1.5', '30:54 wrong-type'],
    ['an outcome that cannot be billed', 'billable: [success,', 'billable: [timeout,', '30:71 not-allowed-value'],
    [
      'an operation without API',
      '[{ api: sim-swap, operation: check }]',
      '[{ operation: check }]',
      '31:41 missing-field',
    ],
    ['operations as names', '[{ api: sim-swap, operation: check }]', '[check]', '31:41 wrong-type'],
    ['an API that is not in a list', 'apis: [location]', 'apis: location', '34:13 wrong-type'],
    [
      'steps as map',
      'graduated: [{ upTo: 1000, price: 0.02 EUR }, { price: 0.01 EUR }]',
      'graduated: { 1000: 0.02 EUR }',
      '35:20 yaml-key',
    ],
    ['a step without price', '{ upTo: 1000, price: 0.02 EUR }', '{ upTo: 1000 }', '35:19 missing-field'],
    [
      'a step with a beginning',
      '{ upTo: 1000, price: 0.02 EUR }',
      '{ from: 1, price: 0.02 EUR }',
      '35:21 unknown-field',
    ],
    ['a step of no calls', 'upTo: 1000', 'upTo: 0', '35:27 out-of-range'],
    ['a step that does not end', '{ price: 0 EUR }', '{ upTo: infinity, price: 0 EUR }', '36:90 wrong-type'],
    ['a package without calls', '{ calls: 1000, price: 10.00 EUR }', '{ price: 10.00 EUR }', '37:56 missing-field'],
    ['a package that is an amount', '{ calls: 1000, price: 10.00 EUR }', '10.00 EUR', '37:56 wrong-type'],
    ['a commitment per day', 'per: quarter', 'per: day', '38:60 not-allowed-value'],
    ['a commitment to one item', 'items: [calls] }\n    setup', 'items: calls }\n    setup', '38:76 wrong-type'],
    ['a fee for an unknown event', 'event: certification', 'event: signup', '39:52 not-allowed-value'],
    ['a fee without event', ', event: certification', '', '39:12 missing-field'],
    ['overage without price', ', flat: 0.02 EUR', '', '40:13 missing-field'],
    ['overage with steps', 'flat: 0.02 EUR', 'graduated: [{ price: 0.02 EUR }]', '40:48 unknown-field'],
    ['a discount without reason', 'reason: Launch, ', '', '41:13 missing-field'],
    ['a discount without beginning', 'from: 2027-01-01, ', '', '41:13 missing-field'],
    ['a discount whose percentage is a number', 'percent: 15%', 'percent: 15', '41:40 wrong-type'],
    ['a negative discount', 'percent: 15%', 'percent: -15%', '41:40 malformed-value'],
    [
      'a discount that a person approved',
      'approvedBy: finance@operator.example',
      'approvedBy: Jane Doe',
      '41:123 malformed-value',
    ],
    [
      'a discount that a role approved, without its mailbox',
      'approvedBy: finance@operator.example',
      'approvedBy: finance',
      '41:123 malformed-value',
    ],
    ['a reference to a person with a space', 'person:7f3c9a', "'person: 7f3c9a'", '42:96 malformed-value'],
    ['a discount that is a percentage', LAUNCH, '15%', '41:13 wrong-type'],
    ['a credit from an unknown source', 'source: grant', 'source: gift', '43:57 not-allowed-value'],
    ['a credit without purpose', ', purpose: Research', '', '43:12 missing-field'],
    ['a credit per month in other words', 'per: year', 'per: monthly', '43:69 not-allowed-value'],
    ['a share without feed', ', feed: purchases', '', '44:14 missing-field'],
    ['a share of an unknown payer', 'payer: operator', 'payer: user', '44:67 not-allowed-value'],
    ['a share without payee', ', payee: partner', '', '44:14 missing-field'],

    ['an unknown approval', 'approval: required', 'approval: manual', '45:11 not-allowed-value'],
    ['a requirement with a space', 'trained-staff', 'trained staff', '46:27 malformed-value'],
    ['a partner that is not in a list', 'partners: [acme-bank]', 'partners: acme-bank', '47:11 wrong-type'],
    ['no partners', 'partners: [acme-bank]', 'partners: []', '47:11 too-short'],
    ['a benefit twice', '[A named solution engineer]', '[Training, Training]', '48:22 duplicate-item'],
  ],
);
