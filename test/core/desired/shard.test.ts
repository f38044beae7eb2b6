import { shardOf } from '../../../core/desired';

const partners = Array.from({ length: 2000 }, (_, index) => `partner-${index}`);

describe('shardOf', () => {
  // A partner that moves to another shard is deleted and created again, so these results must not change.
  test.each([
    ['acme-bank', 1, 0],
    ['acme-bank', 4, 3],
    ['acme-bank', 16, 13],
    ['ada-moreno', 16, 6],
    ['x', 4096, 998],
  ])('assigns %s with %d shards to shard %d', (partner, shards, shard) => {
    expect(shardOf(partner, shards)).toBe(shard);
  });

  test.each([2, 5, 16])('spreads partners evenly over %d shards', (shards) => {
    const sizes = Array.from({ length: shards }, () => 0);
    for (const partner of partners) sizes[shardOf(partner, shards)] = (sizes[shardOf(partner, shards)] ?? 0) + 1;
    const mean = partners.length / shards;
    for (const size of sizes) expect(Math.abs(size - mean)).toBeLessThan(5 * Math.sqrt(mean));
  });

  test('moves partners only to the new shard when one is added', () => {
    const moved = partners.filter((partner) => shardOf(partner, 10) !== shardOf(partner, 11));
    for (const partner of moved) expect(shardOf(partner, 11)).toBe(10);
    expect(moved.length).toBeLessThan((2 * partners.length) / 11);
    expect(moved.length).toBeGreaterThan(partners.length / 22);
  });
});
