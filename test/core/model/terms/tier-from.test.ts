import { tierFrom } from '../../../../core/model';
import { programme } from '../../checks/catalog/programme';
import { HIGHER, versions } from '../../checks/catalog/versions';

const catalog = programme(
  versions('paid', { announced: '2026-11-01', effective: '2027-02-01' }, [
    { ...HIGHER, version: '1.5.0', effective: '2026-12-01' },
    { ...HIGHER, effective: '2026-01-10' },
  ]),
);
const from = (day: string, tier: string) => {
  const entry = catalog.tiers.get(tier);
  if (!entry) throw new Error('the tier is missing');
  return tierFrom(catalog, entry, day).map((one) => `${one.from} ${one.tier.value.status} ${one.tier.value.version}`);
};

test.each([
  ['2026-01-09', ['draft 2.0.0', '2026-01-10 active 1.0.0', '2026-12-01 active 1.5.0', '2027-02-01 active 2.0.0']],
  ['2026-01-10', ['active 1.0.0', '2026-12-01 active 1.5.0', '2027-02-01 active 2.0.0']],
  ['2026-12-01', ['active 1.5.0', '2027-02-01 active 2.0.0']],
  ['2027-02-01', ['active 2.0.0']],
  ['2030-01-01', ['active 2.0.0']],
])('from %s on, a tier applies with each version from its effective day on', (day, expected) => {
  const [first, ...later] = expected;
  expect(from(day, 'paid')).toEqual([`${day} ${first}`, ...later]);
});

test('a tier whose only version is in force applies as it is written', () => {
  const tier = catalog.tiers.get('free');
  expect(tier && tierFrom(catalog, tier, '2026-11-21')).toEqual([{ tier, from: '2026-11-21' }]);
});
