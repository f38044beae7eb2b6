import { findings } from './table';

const GLOBEX = 'globex.yaml';
const ON_BEHALF = [GLOBEX, 'partner: initech\n', 'partner: globex\nonBehalfOf: initech\n'] as const;
const ON_BEHALF_MARKED = [GLOBEX, 'partner: initech\n', 'partner: globex\nonBehalfOf: «initech\n'] as const;
const suspendedSince = (day: string) =>
  [
    GLOBEX,
    'name: globex\n',
    `name: globex\nsuspended: { since: ${day}, by: finance@operator.example, reason: x }\n`,
  ] as const;
const MARKED = [GLOBEX, 'reseller: globex\n', 'reseller: «globex\n'] as const;
const ACCEPTED = '  accepted: { on: 2026-01-15, by: legal@globex.example }\n';

describe('a partner that buys through a reseller is warned when the reseller is lost:', () =>
  findings([
    [
      'a reseller that will be suspended',
      ['warning future-decision'],
      '',
      [
        [
          GLOBEX,
          'name: globex\n',
          'name: globex\nsuspended: { since: «2026-11-22, by: finance@operator.example, reason: x }\n',
        ],
      ],
    ],
    [
      'a suspended reseller from the first day on',
      ['warning reseller-lost'],
      "reseller 'globex' was suspended on 2026-11-21, so partner 'initech', which buys through it, loses its access on 2027-02-21; name another reseller, or remove `reseller` if 'initech' buys directly",
      [suspendedSince('2026-11-21'), MARKED],
    ],
    [
      'a suspended reseller when access has ended',
      ['warning reseller-lost'],
      "reseller 'globex' was suspended on 2026-08-21, so partner 'initech', which buys through it, has had no access since 2026-11-21",
      [suspendedSince('2026-08-21'), MARKED],
    ],
    [
      'a reseller whose contract has ended',
      ['warning reseller-lost'],
      "the contract of reseller 'globex' ended on 2026-10-01, so partner 'initech', which buys through it, loses its access on 2027-01-01",
      [[GLOBEX, ACCEPTED, `${ACCEPTED}  end: 2026-10-01\n`], MARKED],
    ],
    ['a reseller whose contract will end', [], '', [[GLOBEX, ACCEPTED, `${ACCEPTED}  end: 2026-11-22\n`]]],
    [
      'a suspended reseller of a partner whose contract has ended, but not that it loses its access',
      ['warning contract-ended'],
      "the contract of partner 'initech' ended on 2026-11-01",
      [suspendedSince('2026-08-21'), [GLOBEX, '  version: 2.1.0\n', '  version: 2.1.0\n  end: «2026-11-01\n']],
    ],
    [
      'an application that a suspended reseller runs',
      ['warning reseller-lost'],
      "loses its access on 2027-02-21; create an application of 'initech' with its own credentials, or let another reseller run it",
      [suspendedSince('2026-11-21'), ON_BEHALF_MARKED],
    ],
    [
      'a suspended reseller without customers that have credentials',
      [],
      '',
      [suspendedSince('2026-11-21'), [GLOBEX, 'reseller: globex\n', '']],
    ],
  ]));

describe('a reseller runs applications on behalf of its customers:', () =>
  findings([
    ['an application of a reseller on behalf of a customer', [], '', [ON_BEHALF]],
    [
      'an application of a partner that is not a reseller',
      ['error not-a-reseller'],
      "partner 'globex' runs application 'portal' on behalf of 'initech', but its type is agency; resellers have the type reseller or white-label",
      [ON_BEHALF_MARKED, [GLOBEX, 'type: reseller', 'type: agency'], [GLOBEX, 'reseller: globex\n', '']],
    ],
    [
      'an application on behalf of its own partner',
      ['error not-a-reseller'],
      "application 'portal' of partner 'initech' is on behalf of its own partner; remove `onBehalfOf`",
      [[GLOBEX, 'partner: initech\n', 'partner: initech\nonBehalfOf: «initech\n']],
    ],
    [
      'an application on behalf of a reseller of its partner',
      ['error reseller-cycle'],
      "partner 'initech' runs application 'portal' on behalf of 'globex', through which it buys: 'initech' -> 'globex'",
      [
        [GLOBEX, 'partner: initech\n', 'partner: initech\nonBehalfOf: «globex\n'],
        [GLOBEX, 'type: developer', 'type: white-label'],
      ],
    ],
    [
      'an application on behalf of a partner that does not exist',
      ['error unknown-reference'],
      "partner 'initec' does not exist; did you mean 'initech'?",
      [[GLOBEX, 'partner: initech\n', 'partner: globex\nonBehalfOf: «initec\n']],
    ],
    [
      'an ended contract of the owner',
      ['warning contract-ended'],
      "the contract of partner 'initech' ended on 2026-11-01",
      [ON_BEHALF, [GLOBEX, '  version: 2.1.0\n', '  version: 2.1.0\n  end: «2026-11-01\n']],
    ],
    [
      'an ended contract of the reseller, once',
      ['warning reseller-lost'],
      'ended on 2026-11-01',
      [ON_BEHALF_MARKED, [GLOBEX, ACCEPTED, `${ACCEPTED}  end: 2026-11-01\n`]],
    ],
  ]));

describe('a negotiated tier is for its partners only:', () => {
  const partners = (text: string) =>
    ['tiers/free.yaml', 'quota: { day: 1000 }\n', `quota: { day: 1000 }\npartners: ${text}\n`] as const;
  findings([
    [
      'a subscription of another partner',
      ['error tier-not-for-partner'],
      "tier 'free' was negotiated for other partners, not for 'initech'; its partners are: acme-bank; choose another tier, or add 'initech' to them",
      [partners('[acme-bank]'), [GLOBEX, 'tier: free', 'tier: «free']],
    ],
    ['subscriptions of the partners', [], '', [partners('[acme-bank, initech]')]],
    ['a partner whose reseller is listed', [], '', [partners('[acme-bank, globex]')]],
    ['an application that a listed reseller runs', [], '', [partners('[acme-bank, globex]'), ON_BEHALF]],
    ['an application whose owner is listed', [], '', [partners('[acme-bank, initech]'), ON_BEHALF]],
    [
      'an unknown partner, and nothing that depends on it',
      ['error unknown-reference'],
      "partner 'acme-bnk' does not exist",
      [partners('[«acme-bnk, initech]')],
    ],
    [
      'a partner that buys directly and is not listed',
      ['error tier-not-for-partner'],
      "not for 'acme-bank'",
      [partners('[globex]'), ['acme-bank.yaml', 'tier: free', 'tier: «free']],
    ],
  ]);
});
