import type { Tier } from '../../../core/model';
import { sealOf, sealProblem } from '../../../core/model';
import { compareVersions, nextVersion } from '../../../core/model/units';

const tier: Tier = {
  kind: 'Tier',
  name: 'paid',
  title: 'Paid',
  status: 'active',
  version: '2.0.0',
  limits: { second: 20, minute: 600 },
  quota: { month: 1_000_000 },
  overrides: [
    { api: 'sim-swap', limits: { second: 10 } },
    { api: 'sim-swap', operation: 'check', limits: { second: 5 } },
  ],
  sla: { availability: '99.9%' },
  support: { channels: ['email', 'ticket'], response: '8 hours' },
  price: { items: { calls: { type: 'calls', flat: '0.015 EUR' } } },
  requires: ['certification', 'training'],
};

describe('a seal', () => {
  // The digest is that of another program over the same JSON.
  test('is the version and a SHA-256 digest, always the same for the same terms', () => {
    expect(sealOf(tier)).toBe('2.0.0:eb3d60004f89afcf74ed2fe5f752c6f167ed225573588e61d49b846cee4b2942');
  });

  test.each<[string, Partial<Tier>]>([
    ['name', { name: 'other' }],
    ['version', { version: '2.0.1' }],
    ['limits', { limits: { second: 21, minute: 600 } }],
    ['a window less', { limits: { second: 20 } }],
    ['quota', { quota: { month: 1_000_001 } }],
    ['overrides', { overrides: [{ api: 'sim-swap', limits: { second: 10 } }] }],
    ['sla', { sla: { availability: '99.8%' } }],
    ['support', { support: { channels: ['email'], response: '8 hours' } }],
    ['price', { price: { items: { calls: { type: 'calls', flat: '0.0150 EUR' } } } }],
    ['requirements', { requires: ['certification'] }],
    ['approval', { approval: 'required' }],
  ])('changes with the %s', (_, change) => {
    expect(sealOf({ ...tier, ...change })).not.toBe(sealOf(tier));
  });

  test.each<[string, Partial<Tier>]>([
    ['title', { title: 'Other' }],
    ['description', { description: 'Other' }],
    ['labels', { labels: { a: 'b' } }],
    ['status', { status: 'archived' }],
    ['seal itself', { sealed: '1.0.0:0123456789abcdef' }],
    ['order of keys', { limits: { minute: 600, second: 20 } }],
    ['order of overrides', { overrides: [...(tier.overrides ?? [])].reverse() }],
    ['order of channels', { support: { response: '8 hours', channels: ['ticket', 'email'] } }],
    ['order of requirements', { requires: ['training', 'certification'] }],
    ['default that is written out', { approval: 'automatic' }],
  ])('stays the same with another %s', (_, change) => {
    expect(sealOf({ ...tier, ...change })).toBe(sealOf(tier));
  });
});

describe('a tier', () => {
  const sealed = { ...tier, sealed: sealOf(tier) };

  test('with its own seal has no problem, whether active or archived', () => {
    expect(sealProblem(sealed)).toBeUndefined();
    expect(sealProblem({ ...sealed, status: 'archived' })).toBeUndefined();
  });

  test('that is a draft needs no seal, and may have a wrong one', () => {
    expect(sealProblem({ ...tier, status: 'draft' })).toBeUndefined();
    expect(sealProblem({ ...sealed, status: 'draft', version: '1.0.0' })).toBeUndefined();
  });

  test.each<[string, Tier, object]>([
    ['without a seal', tier, { reason: 'unsealed', version: '2.0.0' }],
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
      { ...tier, sealed: '2.0.0-rc.1:0123456789abcdef' },
      { reason: 'new-version', version: '2.0.0' },
    ],
    [
      'with the seal of no version',
      { ...tier, sealed: 'x:0123456789abcdef' },
      { reason: 'new-version', version: '2.0.0' },
    ],
  ])('%s has that problem, with the version to seal', (_, value, problem) => {
    expect(sealProblem(value)).toEqual(problem);
  });

  test('has no problem once the reported version and seal are written', () => {
    const changed = { ...sealed, quota: { month: 5 } };
    const version = sealProblem(changed)?.version ?? '';
    expect(sealProblem({ ...changed, version, sealed: sealOf({ ...changed, version }) })).toBeUndefined();
  });
});

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
