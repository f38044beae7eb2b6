import { generateKeyPairSync, randomUUID } from 'node:crypto';
import type { JWK } from 'jose';

/** How many keys that no longer sign are still published: tokens that they signed are not all gone. */
const KEPT = 2;

/** The keys with which an issuer signs. They are made when it starts and live in memory alone. */
export class SigningKeys {
  #keys: readonly JWK[] = [newKey()];

  /** Private keys, the one that signs first. */
  get all(): readonly JWK[] {
    return this.#keys;
  }

  /** Signs with a new key from now on. The keys before it are still published for a while. */
  rotate(): string {
    const key = newKey();
    this.#keys = [key, ...this.#keys].slice(0, KEPT + 1);
    return String(key.kid);
  }
}

function newKey(): JWK {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...(privateKey.export({ format: 'jwk' }) as JWK), kid: randomUUID(), alg: 'ES256', use: 'sig' };
}
