import { createHash } from 'node:crypto';

/**
 * The shard of a partner, from 0: rendezvous hashing. Every shard bids for the partner, and the highest bid wins. So the
 * partners spread evenly, a new partner moves nobody, and when the number of shards changes no more partners move than must.
 *
 * @param partner first name of the partner: a rename moves it no more than anything else does
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

/** Spreads 32 bits over 32 bits, each depending on all (the finalizer of MurmurHash3, public domain). */
function mix(bits: number): number {
  let hash = bits >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
