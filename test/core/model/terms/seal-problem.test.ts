import { type Catalog, type SealProblem, sealProblem, type Tier } from '../../../../core/model';
import { catalogOf } from '../../../support/catalog';
import { SEAL, withTerms } from '../../../support/terms';

const FILES = {
  'tier.yaml': `kind: Tier
name: paid
title: Paid
status: active
version: 2.0.0
limits: { second: 20 }
quota: { month: 10 }
sealed: ${SEAL}
`,
};
const catalog = catalogOf(withTerms(FILES));
const sealed = catalog.tiers.get('paid')?.value as Tier;
const { sealed: _, ...unsealed } = sealed;
const file = catalog.terms.get('paid@2.0.0');

const problemOf = (tier: Tier, of: Catalog = catalog): SealProblem | undefined => sealProblem(of, tier);

describe('a tier', () => {
  test('with its own seal has no problem, whether active or archived', () => {
    expect(problemOf(sealed)).toBeUndefined();
    expect(problemOf({ ...sealed, status: 'archived' })).toBeUndefined();
  });

  test('that is a draft needs no seal, and may have a wrong one', () => {
    expect(problemOf({ ...unsealed, status: 'draft' })).toBeUndefined();
    expect(problemOf({ ...sealed, status: 'draft', version: '1.0.0' })).toBeUndefined();
  });

  test.each<[string, Tier, SealProblem]>([
    ['without a seal', { ...unsealed, version: '2.0.1' }, { reason: 'unsealed', version: '2.0.1' }],
    [
      'without a seal of the terms file that it has',
      unsealed,
      { reason: 'unsealed', version: '2.0.0', ...(file && { file }) },
    ],
    [
      'without a seal, and with a terms file that has other terms',
      { ...unsealed, quota: { month: 5 } },
      { reason: 'unsealed', version: '2.0.0' },
    ],
    ['with other terms', { ...sealed, quota: { month: 5 } }, { reason: 'changed', version: '2.1.0' }],
    [
      'with a later version',
      { ...sealed, version: '3.0.0', quota: { month: 5 } },
      { reason: 'new-version', version: '3.0.0' },
    ],
    ['with only a later version', { ...sealed, version: '2.0.1' }, { reason: 'new-version', version: '2.0.1' }],
    ['with an earlier version', { ...sealed, version: '1.9.0' }, { reason: 'lower-version', version: '2.1.0' }],
    [
      'with a pre-release of the sealed version',
      { ...sealed, version: '2.0.0-rc.1' },
      { reason: 'lower-version', version: '2.1.0' },
    ],
    [
      'with the release of a sealed pre-release',
      { ...sealed, sealed: '2.0.0-rc.1:0123456789abcdef' },
      { reason: 'new-version', version: '2.0.0', ...(file && { file }) },
    ],
  ])('%s has that problem, with the version to seal', (_name, tier, problem) => {
    expect(problemOf(tier)).toEqual(problem);
  });

  test('whose terms file is missing or not the sealed one is not compared with it', () => {
    const changed = { ...sealed, quota: { month: 5 } };
    expect(problemOf(changed, { ...catalog, terms: new Map() })).toBeUndefined();
    expect(problemOf({ ...changed, sealed: `2.0.0:${'1'.repeat(64)}` })).toBeUndefined();
  });
});
