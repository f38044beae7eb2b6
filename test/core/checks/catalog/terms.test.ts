import { SEAL } from '../../../support/terms';
import { check } from './programme';
import { findings } from './table';

const FREE = 'tiers/free.yaml';
const PAID = 'tiers/paid.yaml';
const SEALED = `sealed: ${SEAL}`;

describe('the terms of a tier are sealed:', () =>
  findings([
    [
      'a tier without a seal',
      ['error tier-terms-changed'],
      "tier 'free' is active, but its terms are not sealed; run 'npx --no-install gatewright seal free'",
      [
        [FREE, `${SEALED}\n`, ''],
        [FREE, 'version: 1', 'version: «1'],
      ],
    ],
    [
      'an archived tier without a seal',
      ['error tier-terms-changed'],
      "tier 'paid' is archived, but its terms are not sealed; run 'npx",
      [
        [PAID, `${SEALED}\n`, ''],
        [PAID, 'status: active', 'status: archived'],
        [PAID, 'version: 2', 'version: «2'],
        ['acme-bank.yaml', 'end: 2027-02-01', 'end: 2026-02-02'],
      ],
    ],
    [
      'a draft without a seal',
      [],
      '',
      [
        [FREE, `${SEALED}\n`, ''],
        [FREE, 'status: active', 'status: draft'],
        ['acme-bank.yaml', '[sandbox, production]', '[sandbox]'],
      ],
    ],
    [
      'a version that follows the sealed one, whose terms file does not exist',
      ['error terms-file-missing', 'error tier-terms-changed'],
      "terms file 'terms/free/0.9.0.json' of this seal does not exist",
      [[FREE, SEALED, `sealed: ««0.9.0:${'1'.repeat(64)}`]],
    ],
    [
      'an earlier version',
      ['error terms-file-missing', 'error tier-terms-changed'],
      "terms file 'terms/free/1.0.1.json' of this seal does not exist",
      [[FREE, SEALED, `sealed: ««1.0.1:${'1'.repeat(64)}`]],
    ],
    [
      'the seal of a terms file that does not exist',
      ['error terms-file-missing'],
      "terms file 'terms/free/1.0.0.json' of this seal does not exist; restore it from version control",
      [[FREE, SEALED, `sealed: «1.0.0:${'1'.repeat(64)}`]],
    ],
    [
      'an earlier version without its file, listed after a version that is not later',
      ['error terms-file-missing', 'error tier-seals-out-of-order'],
      "terms file 'terms/free/1.0.1.json' of this seal does not exist",
      [[FREE, SEALED, `${SEALED}\nprevious: [««1.0.1:${'1'.repeat(64)}]`]],
    ],
    [
      'a pinned version that does not exist',
      ['error terms-pin-unknown'],
      "tier 'paid' has no sealed version 2.0.1 of its terms; did you mean '2.0.0'?",
      [
        [
          'acme-bank.yaml',
          '  end: 2028-01-01\n',
          '  end: 2028-01-01\n  terms: [{ tier: paid, version: «2.0.1, until: 2027-01-01 }]\n',
        ],
      ],
    ],
  ]));

test('a subscription outside sandboxes before the first terms of its tier are in force is reported', () => {
  const { found } = check([], '2026-01-20');
  expect(found.filter(({ code }) => code === 'tier-not-active').map(({ message }) => message)).toEqual([
    "terms of tier 'paid' are in force from 2026-02-01, so the subscription gives access only in sandboxes until then",
    "terms of tier 'free' are in force from 2026-02-01, so the subscription gives access only in sandboxes until then",
  ]);
  expect(check([]).found.map(({ code }) => code)).not.toContain('tier-not-active');
});
