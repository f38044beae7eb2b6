import { generateKeyPairSync, randomUUID } from 'node:crypto';
import type { JWK } from 'jose';

/** How many keys that no longer sign are still published: tokens that they signed are not all gone. */
const KEPT = 2;

/**
 * The keys with which an issuer signs. They are made when it starts and live in memory alone. The one that signs next is
 * published before it does, so that whoever keeps a copy of the keys knows it in time.
 */
export class SigningKeys {
  #keys: readonly [signs: JWK, next: JWK, ...before: JWK[]] = [newKey(), newKey()];

  /** Private keys: the one that signs, the one that will, and those that did. */
  get all(): readonly [signs: JWK, next: JWK, ...before: JWK[]] {
    return this.#keys;
  }

  /** Signs with the next key from now on. The keys before it are still published for a while. */
  rotate(): string {
    const [signs, next, ...before] = this.#keys;
    this.#keys = [next, newKey(), ...[signs, ...before].slice(0, KEPT)];
    return String(next.kid);
  }
}

function newKey(): JWK {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...(privateKey.export({ format: 'jwk' }) as JWK), kid: randomUUID(), alg: 'ES256', use: 'sig' };
}
