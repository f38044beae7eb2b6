import { kindTable } from './kind-table';

const FULL = `kind: Team
name: identity-apis
title: Identity APIs
description: Builds and runs the identity APIs.
labels: { unit: b2b }
email: identity-apis@operator.example
chat: https://chat.operator.example/identity-apis
onCall: https://oncall.operator.example/identity-apis
function: api-product
phone: '+34 910 000 000'
handles: { github: '@operator/identity-apis', gitlab: '@operator/apis/identity' }
`;

kindTable(
  'Team',
  { 'with everything': FULL, 'with the least': 'kind: Team\nname: a\ntitle: A\nemail: a@b.example\n' },
  [
    ['an unknown field', 'onCall:', 'oncall:', '8:1 unknown-field'],
    [
      'an invalid email address',
      'email: identity-apis@operator.example',
      'email: identity-apis',
      '6:8 malformed-value',
    ],
    ['a chat without https', 'chat: https:', 'chat: slack:', '7:7 malformed-value'],
    ['a label that is a number', 'unit: b2b', 'unit: 7', '5:17 wrong-type'],
    ['a label with a map', 'unit: b2b', 'unit: { a: b }', '5:17 wrong-type'],
    ['labels as list', '{ unit: b2b }', '[unit]', '5:9 wrong-type'],
    ['a label with a name that is too long', 'unit: b2b', `${'u'.repeat(318)}: b2b`, '5:11 too-long'],
    ['a label with a value that is too long', 'unit: b2b', `unit: ${'u'.repeat(256)}`, '5:17 too-long'],
    ['a title that is too long', 'title: Identity APIs', `title: ${'x'.repeat(121)}`, '3:8 too-long'],
    ['an empty description', 'description: Builds and runs the identity APIs.', "description: ''", '4:14 too-short'],
    ['an unknown function', 'function: api-product', 'function: product', '9:11 not-allowed-value'],
    ['a function with a space', 'function: api-product', 'function: general support', '9:11 not-allowed-value'],
    ['two functions', 'function: api-product', 'function: [platform, security]', '9:11 wrong-type'],
    ['a phone number without country', "'+34 910 000 000'", "'910 000 000'", '10:8 malformed-value'],
    ['a phone number that is a number', "'+34 910 000 000'", '34910000000', '10:8 wrong-type'],
    ['a handle without @', "'@operator/identity-apis'", 'operator/identity-apis', '11:20 malformed-value'],
    ['a handle of a person', "'@operator/identity-apis'", "'@ana'", '11:20 malformed-value'],
    [
      'a handle that is an address',
      "'@operator/identity-apis'",
      'https://github.com/orgs/operator/teams/identity-apis',
      '11:20 malformed-value',
    ],
    [
      'an unquoted handle, which YAML cannot read',
      "github: '@operator/identity-apis'",
      'github: @operator/identity-apis',
      '11:20 yaml-syntax',
    ],
    ['a handle elsewhere', "gitlab: '@operator/apis/identity'", "bitbucket: '@operator/apis'", '11:47 unknown-field'],
    [
      'handles of nothing',
      "{ github: '@operator/identity-apis', gitlab: '@operator/apis/identity' }",
      '{}',
      '11:10 too-short',
    ],
  ],
);
