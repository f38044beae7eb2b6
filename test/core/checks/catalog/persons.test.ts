import { findings } from './table';

const ACME = 'acme-bank.yaml';

describe('mailboxes are those of roles:', () =>
  findings([
    [
      'a contact whose mailbox is that of a person',
      ['warning personal-mailbox'],
      "mailbox 'jane.doe@acme.example' does not look like that of a role; write the mailbox of a role, such as 'technical@acme.example'",
      [[ACME, 'email: api@acme.example', 'email: «jane.doe@acme.example']],
    ],
    [
      'a team whose mailbox is that of a person',
      ['warning personal-mailbox'],
      "such as 'office@operator.example'",
      [['teams.yaml', 'email: identity@operator.example', 'email: «jane.doe@operator.example']],
    ],
    [
      'a decision whose author is a person',
      ['warning personal-mailbox'],
      "such as 'office@acme.example', or a reference to a person who is registered outside Git, such as 'person:7f3c9a'",
      [[ACME, 'by: legal@acme.example', 'by: «jane.doe@acme.example']],
    ],
    [
      'a mailbox in an application inside a partner, once',
      ['warning personal-mailbox'],
      "mailbox 'jane.doe@operator.example' does not look like that of a role",
      [[ACME, 'on: 2026-02-01, by: partners@operator.example', 'on: 2026-02-01, by: «jane.doe@operator.example']],
    ],
    [
      'a mailbox that is used several times, once',
      ['warning personal-mailbox'],
      "mailbox 'jane.doe@acme.example' does not look like that of a role (in 2 fields); write the mailbox of a role, such as 'technical@acme.example'",
      [
        [ACME, 'email: api@acme.example', 'email: «jane.doe@acme.example'],
        [ACME, 'by: legal@acme.example', 'by: jane.doe@acme.example'],
      ],
    ],
    ['a mailbox named after a team', [], '', [[ACME, 'api@acme.example', 'identity@acme.example']]],
    ['a mailbox named after a partner', [], '', [[ACME, 'api@acme.example', 'globex@acme.example']]],
    ['a mailbox named after an application', [], '', [[ACME, 'api@acme.example', 'checkout@acme.example']]],
    ['a mailbox named after an api', [], '', [[ACME, 'api@acme.example', 'swap.owners@acme.example']]],
    ['a reference to a person', [], '', [[ACME, 'by: legal@acme.example', 'by: person:7f3c9a']]],
  ]));
