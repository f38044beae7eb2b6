import { readinessOf } from '../../../core/readiness';
import { AS_OF, catalogOfFiles } from '../../support/programme';
import { describeSample } from '../../support/repository';

describeSample('the readiness of the sample', (sample) => {
  const { verdict, elements, blocks, counts, targets } = readinessOf(catalogOfFiles(sample), AS_OF);

  test('has every element', () => {
    const missing = elements.flatMap(({ criteria }) => criteria.filter(({ status }) => status === 'missing'));
    expect(missing).toEqual([]);
    expect(verdict).toMatchObject({ present: 6, isReady: true });
  });

  test('has most of the building blocks that a catalog can have', () => {
    expect(blocks.missing).toBe(0);
    expect(blocks.present).toBeGreaterThan(5 * blocks.notUsed);
  });

  test('has partners, anchors and use cases in several states, and targets that are reached and to come', () => {
    expect(Object.values(counts.partners.byType).filter((count) => count > 0).length).toBeGreaterThan(6);
    expect(counts.partners.anchors.live).toBeGreaterThan(0);
    expect(new Set(targets.map(({ status }) => status))).toEqual(new Set(['reached', 'open', 'not-measurable']));
  });
});
