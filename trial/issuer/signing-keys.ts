import { generateKeyPairSync, randomUUID } from 'node:crypto';
import type { JWK } from 'jose';

/** How many previous keys stay published, to verify tokens that have not expired. */
const MAX_PREVIOUS_KEYS = 2;

/**
 * The signing keys of an issuer. They are generated at start and exist only in memory. The next key is published before it signs, so
 * that caches of the key set have it in time.
 */
export class SigningKeys {
  #keys: readonly [current: JWK, next: JWK, ...previous: JWK[]] = [newKey(), newKey()];

  /** The private keys: the current one, the next one, and the previous ones. */
  get all(): readonly [current: JWK, next: JWK, ...previous: JWK[]] {
    return this.#keys;
  }

  /** Switches to the next key, and returns its ID. Previous keys stay published for a while. */
  rotate(): string {
    const [current, next, ...previous] = this.#keys;
    this.#keys = [next, newKey(), ...[current, ...previous].slice(0, MAX_PREVIOUS_KEYS)];
    return String(next.kid);
  }
}

function newKey(): JWK {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...(privateKey.export({ format: 'jwk' }) as JWK), kid: randomUUID(), alg: 'ES256', use: 'sig' };
}
