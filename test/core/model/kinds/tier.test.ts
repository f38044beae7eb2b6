import { kindTable } from './kind-table';

const FULL = `kind: Tier
name: paid
title: Paid
description: For those who sell.
labels: { segment: smb }
status: active
version: 2.0.0
sealed: 2.0.0:9f86d081884c7d65
limits: { second: 20, minute: 600, hour: 20000 }
quota: { day: 100000, month: 1000000 }
overrides:
  - { api: sim-swap, operation: check, limits: { second: 5 } }
  - api: location
    quota: { month: 50000 }
sla: { availability: 99.95%, latency: { p95: 300 ms }, errorRate: 0.1% }
support: { channels: [email, ticket], hours: business-hours, response: 8 hours }
price:
  subscription: { amount: { amount: '499.00', currency: EUR }, per: month }
  call: { amount: '0.015', currency: EUR }
approval: required
requires: [certification, trained-staff]
`;

kindTable(
  'Tier',
  { 'with everything': FULL, 'with the least': 'kind: Tier\nname: a\ntitle: A\nstatus: draft\nversion: 0.1.0\n' },
  [
    ['an unknown field', 'quota:', 'quotas:', '10:1 unknown-field'],
    ['an unknown status', 'status: active', 'status: published', '6:9 not-allowed-value'],
    ['a seal without version', '2.0.0:9f86d081884c7d65', '9f86d081884c7d65', '8:9 malformed-value'],
    ['a limit below one', 'second: 20', 'second: -1', '9:19 out-of-range'],
    ['a limit as text', 'second: 20', "second: '20'", '9:19 wrong-type'],
    ['a limit with a separator', 'minute: 600', 'minute: 1_000', '9:31 wrong-type'],
    ['a limit beyond all bounds', 'hour: 20000', 'hour: 1000000000001', '9:42 out-of-range'],
    ['a day among limits', 'second: 20', 'day: 20', '9:11 unknown-field'],
    ['a minute among quotas', 'day: 100000', 'minute: 100000', '10:10 unknown-field'],
    ['no limits at all', '{ second: 20, minute: 600, hour: 20000 }', '{}', '9:9 too-short'],
    ['an override without API', 'api: sim-swap, ', '', '12:5 missing-field'],
    [
      'one override twice',
      '  - api: location\n    quota: { month: 50000 }',
      '  - { operation: check, api: sim-swap, limits: { second: 5 } }',
      '13:5 duplicate-item',
    ],
    ['an unknown channel', '[email, ticket]', '[email, tickets]', '16:30 not-allowed-value'],
    ['a channel twice', '[email, ticket]', '[email, email]', '16:30 duplicate-item'],
    ['support without channels', 'channels: [email, ticket], ', '', '16:10 missing-field'],
    ['unknown hours', 'business-hours', 'office', '16:46 not-allowed-value'],
    ['a price as number', "'0.015'", '0.015', '19:19 wrong-type'],
    ['a price with a comma', "'0.015'", "'0,015'", '19:19 malformed-value'],
    ['a currency in lower case', "'0.015', currency: EUR", "'0.015', currency: eur", '19:38 malformed-value'],
    ['a fee without period', ', per: month', '', '18:17 missing-field'],
    ['a fee per week', 'per: month', 'per: week', '18:69 not-allowed-value'],
    ['an unknown approval', 'approval: required', 'approval: manual', '20:11 not-allowed-value'],
    ['a requirement with a space', 'trained-staff', 'trained staff', '21:27 malformed-value'],
  ],
);
