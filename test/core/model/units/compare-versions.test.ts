import { compareVersions, nextVersion } from '../../../../core/model/units';

describe('versions', () => {
  const order = [
    'x',
    '0.1.0',
    '0.9.0',
    '0.10.0',
    '1.0.0-1',
    '1.0.0-2',
    '1.0.0-10',
    '1.0.0-alpha',
    '1.0.0-alpha.1',
    '1.0.0-beta',
    '1.0.0',
    '1.0.1',
    '2.0.0',
    `${'9'.repeat(15)}.0.0`,
  ];

  test('are ordered as semantic versions are', () => {
    expect(order.toReversed().sort(compareVersions)).toEqual(order);
    for (const version of order) expect(compareVersions(version, version)).toBe(0);
  });

  test.each([
    ['2.1.3', '2.2.0'],
    ['2.2.0-rc.1', '2.2.0'],
    ['0.9.0', '0.10.0'],
    ['2.2.1-rc.1', '2.2.1'],
    [`1.${'9'.repeat(15)}.0`, `1.1${'0'.repeat(15)}.0`],
  ])('the version after %s is %s', (version, next) => {
    expect(nextVersion(version)).toBe(next);
    expect(compareVersions(version, next)).toBeLessThan(0);
  });
});
