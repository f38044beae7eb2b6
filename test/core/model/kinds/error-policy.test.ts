import { kindTable } from './kind-table';

const FULL = `kind: ErrorPolicy
name: camara-errors
title: CAMARA errors
description: Refusals as CAMARA writes them.
labels: { team: platform }
model: camara
correlator: x-correlator
upstreamErrors: replace
`;

kindTable(
  'ErrorPolicy',
  { 'with everything': FULL, 'with the least': 'kind: ErrorPolicy\nname: a\ntitle: A\nmodel: camara\n' },
  [
    ['an unknown model', 'model: camara', 'model: problem-json', '6:8 not-allowed-value'],
    ['a header with a space', 'correlator: x-correlator', 'correlator: x correlator', '7:13 malformed-value'],
    ['a header that is too long', 'correlator: x-correlator', `correlator: ${'x'.repeat(101)}`, '7:13 too-long'],
    ['an unknown treatment of errors', 'upstreamErrors: replace', 'upstreamErrors: mask', '8:17 not-allowed-value'],
  ],
);
