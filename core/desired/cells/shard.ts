import { createHash } from 'node:crypto';

/**
 * The shard of a partner, starting at 0, by rendezvous hashing: every shard bids for the partner, and the highest bid wins. Partners
 * are spread evenly, a new partner does not move others, and a change of the number of shards moves as few partners as possible.
 *
 * @param partner original name of the partner, so that a rename does not move it
 * @param shards number of shards of the environment, at least 1
 */
export function shardOf(partner: string, shards: number): number {
  const seed = createHash('sha256').update(partner).digest().readUInt32BE(0);
  let winner = 0;
  let highest = -1;
  for (let shard = 0; shard < shards; shard += 1) {
    const bid = mix(seed ^ mix(shard + 1));
    if (bid > highest) {
      winner = shard;
      highest = bid;
    }
  }
  return winner;
}

/** Mixes 32 bits so that each output bit depends on all input bits (the finalizer of MurmurHash3, public domain). */
function mix(bits: number): number {
  let hash = bits >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
