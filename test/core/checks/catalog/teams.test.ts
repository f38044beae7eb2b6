import { findings } from './table';

const TEAMS = 'teams.yaml';
const EMAIL = 'email: identity@operator.example\n';
const second = (rest: string) =>
  [
    TEAMS,
    EMAIL,
    `${EMAIL}---\nkind: Team\nname: customer-care\ntitle: Customer care\nemail: care@operator.example\n${rest}`,
  ] as const;
const CARE = second('function: general-support\n');

describe('general support neither owns nor decides:', () =>
  findings([
    ['a team of general support without responsibilities', [], '', [CARE]],
    [
      'a partner of general support',
      ['error general-support-as-owner'],
      "team 'customer-care' owns partner 'acme-bank', but its function is general support",
      [CARE, ['acme-bank.yaml', 'owner: identity-apis', 'owner: «customer-care']],
    ],
    [
      'an API of general support',
      ['error general-support-as-owner'],
      "team 'customer-care' owns api 'sim-swap'",
      [CARE, ['sim-swap.yaml', 'owner: identity-apis', 'owner: «customer-care']],
    ],
    [
      'a role of general support',
      ['error general-support-as-owner'],
      "team 'customer-care' has the role 'legal' of the programme",
      [CARE, ['programme.yaml', 'roles: {', 'roles: { legal: «customer-care,']],
    ],
    [
      'a use case of general support',
      ['error general-support-as-owner'],
      "team 'customer-care' owns use case 'safe-transfers'",
      [
        CARE,
        [
          'use-cases.yaml',
          '',
          'kind: UseCase\nname: safe-transfers\ntitle: Safe\nproblem: Thieves.\napis: [sim-swap]\nstage: idea\nowner: «customer-care\n',
        ],
      ],
    ],
  ]));

describe('a team answers the phone if a tier promises it:', () => {
  const phone = [
    'tiers/paid.yaml',
    'approval: required',
    'support: { channels: [phone] }\napproval: required',
  ] as const;
  const PAID = ['acme-bank.yaml', 'tier: paid', 'tier: «paid'] as const;
  const support = (team: string) =>
    ['acme-bank.yaml', 'evidence:\n', `representatives: { support: ${team} }\nevidence:\n`] as const;
  findings([
    [
      'an owner without a phone',
      ['warning support-without-phone'],
      "tier 'paid' promises support by phone, but team 'identity-apis', which supports partner 'acme-bank', has no phone number",
      [phone, PAID],
    ],
    ['an owner with a phone', [], '', [phone, [TEAMS, EMAIL, `${EMAIL}phone: +34 600 000 000\n`]]],
    [
      'a representative without a phone',
      ['warning support-without-phone'],
      "team 'customer-care', which supports partner 'acme-bank'",
      [phone, PAID, second(''), support('customer-care')],
    ],
    ['a representative with a phone', [], '', [phone, second('phone: +34 600 000 000\n'), support('customer-care')]],
    ['a subscription that has ended', [], '', [phone, ['acme-bank.yaml', 'end: 2027-02-01', 'end: 2026-10-01']]],
  ]);
});

describe('handles of teams differ:', () =>
  findings([
    [
      'the handle of another team',
      ['warning shared-handle'],
      "handle '@Operator/APIs' of team 'identity-apis' is that of team 'customer-care' as well",
      [
        [
          TEAMS,
          EMAIL,
          `${EMAIL}handles: { github: «'@Operator/APIs' }\n---\nkind: Team\nname: customer-care\ntitle: Customer care\nemail: care@operator.example\nhandles: { github: '@operator/apis' }\n`,
        ],
      ],
    ],
    [
      'the same handle on another host',
      [],
      '',
      [
        [
          TEAMS,
          EMAIL,
          `${EMAIL}handles: { gitlab: '@operator/apis' }\n---\nkind: Team\nname: customer-care\ntitle: Customer care\nemail: care@operator.example\nhandles: { github: '@operator/apis' }\n`,
        ],
      ],
    ],
  ]));
