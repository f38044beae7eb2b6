import { kindTable } from './kind-table';

const FULL = `kind: AuditPolicy
name: standard-audit
title: Standard audit
description: Who called what.
labels: { retention: two-years }
sink: http
fields: [partner, application, api, operation, purpose, subject-hash, status]
queueSize: 10000
`;

kindTable(
  'AuditPolicy',
  { 'with everything': FULL, 'with the least': 'kind: AuditPolicy\nname: a\ntitle: A\nsink: file\nfields: [api]\n' },
  [
    ['an unknown sink', 'sink: http', 'sink: kafka', '6:7 not-allowed-value'],
    ['an unknown field', 'subject-hash', 'subject', '7:57 not-allowed-value'],
    ['a field twice', 'subject-hash', 'partner', '7:57 duplicate-item'],
    ['no fields', '[partner, application, api, operation, purpose, subject-hash, status]', '[]', '7:9 too-short'],
    ['a queue of nothing', 'queueSize: 10000', 'queueSize: 0', '8:12 out-of-range'],
    ['a queue as text', 'queueSize: 10000', 'queueSize: 10 MiB', '8:12 wrong-type'],
  ],
);
