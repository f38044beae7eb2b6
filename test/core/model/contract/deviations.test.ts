import { deviationsOn, type Partner } from '../../../../core/model';

const APPROVED = { reason: 'Volume agreed.', approvedBy: 'finance@operator.example' } as const;

const partner = (contract: Partial<Partner['contract']>): Partner => ({
  kind: 'Partner',
  name: 'acme-bank',
  title: 'Acme Bank',
  type: 'technology',
  organization: { name: 'Acme Bank S.A.', country: 'ES' },
  owner: 'partner-success',
  contacts: [{ role: 'technical', email: 'api@acme.example' }],
  contract: { template: 'standard', version: '2.1.0', ...contract },
  approval: { status: 'approved', on: '2026-01-10', by: 'partners@operator.example' },
});

const DEVIATIONS = [
  { tier: 'paid', sla: { availability: '99.95%' }, from: '2026-03-01', ...APPROVED },
  { tier: 'free', sla: { availability: '99%' }, from: '2026-01-01', ...APPROVED },
  {
    tier: 'paid',
    price: { setup: { type: 'fee', amount: '0 EUR', event: 'application' } },
    from: '2026-01-01',
    to: '2026-04-01',
    ...APPROVED,
  },
] as unknown as NonNullable<Partner['contract']['deviations']>;

const indexesOn = (day: string, contract: Partial<Partner['contract']> = { deviations: DEVIATIONS }, tier = 'paid') =>
  deviationsOn(partner(contract), tier, day).map(({ index }) => index);

test.each([
  ['2025-12-31', []],
  ['2026-01-01', [2]],
  ['2026-02-28', [2]],
  ['2026-03-01', [0, 2]],
  ['2026-03-31', [0, 2]],
  ['2026-04-01', [0]],
  ['2030-01-01', [0]],
])('on %s, the deviations %j are in force', (day, expected) => {
  expect(indexesOn(day)).toEqual(expected);
});

test('a deviation without an end applies until the end of the contract', () => {
  const contract = { deviations: DEVIATIONS, end: '2028-01-01' };
  expect(indexesOn('2027-12-31', contract)).toEqual([0]);
  expect(indexesOn('2028-01-01', contract)).toEqual([]);
});

test('a deviation that names a later end than the contract ends with the contract', () => {
  const contract = { deviations: DEVIATIONS, end: '2026-03-15' };
  expect(indexesOn('2026-03-14', contract)).toEqual([0, 2]);
  expect(indexesOn('2026-03-15', contract)).toEqual([]);
});

test('a contract without deviations, and a tier without any, have none', () => {
  expect(indexesOn('2026-03-01', {})).toEqual([]);
  expect(indexesOn('2026-03-01', { deviations: DEVIATIONS }, 'premium')).toEqual([]);
});

test('the result contains the deviations themselves and is frozen', () => {
  const result = deviationsOn(partner({ deviations: DEVIATIONS }), 'paid', '2026-03-01');
  expect(result[0]?.value).toBe(DEVIATIONS[0]);
  expect(Object.isFrozen(result)).toBe(true);
  expect(result.every(Object.isFrozen)).toBe(true);
});
