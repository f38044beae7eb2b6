import { kindTable } from './kind-table';

const FULL = `kind: MaskingPolicy
name: hide-location-detail
title: Hide location details
description: For the free tier.
labels: { dpo: checked }
rules:
  - { path: '$.area.center', action: remove, operations: [retrieveLocation], tiers: [free], purposes: [dpv:Marketing] }
  - { path: '$.devices[*].phoneNumber', action: truncate, keep: 4 }
maxBody: 1 MiB
unreadable: block
`;

const LEAST = 'kind: MaskingPolicy\nname: a\ntitle: A\nrules: [{ path: $.a, action: remove }]\n';

kindTable('MaskingPolicy', { 'with everything': FULL, 'with the least': LEAST }, [
  ['a path without root', "'$.area.center'", 'area.center', '7:13 malformed-value'],
  ['a path with a filter', "'$.area.center'", "'$..center'", '7:13 malformed-value'],
  ['a rule without path', "path: '$.area.center', ", '', '7:5 missing-field'],
  ['an unknown action', 'action: remove', 'action: hash', '7:38 not-allowed-value'],
  ['a number of characters as text', 'keep: 4', "keep: '4'", '8:65 wrong-type'],
  ['an operation with a tab', '[retrieveLocation]', '["a\\tb"]', '7:59 malformed-value'],
  ['a tier with a capital', '[free]', '[Free]', '7:86 malformed-value'],
  ['an unknown purpose', '[dpv:Marketing]', '[marketing]', '7:104 not-allowed-value'],
  ['no rules', FULL.slice(FULL.indexOf('\n  - {'), FULL.indexOf('\nmaxBody')), ' []', '6:8 too-short'],
  ['a size without unit', 'maxBody: 1 MiB', 'maxBody: 1048576', '9:10 wrong-type'],
  ['a size in an unknown unit', 'maxBody: 1 MiB', 'maxBody: 1 MB', '9:10 malformed-value'],
  ['an unknown rule for what cannot be read', 'unreadable: block', 'unreadable: drop', '10:13 not-allowed-value'],
]);
