import { createPublicKey, type KeyObject } from 'node:crypto';
import type { Jwk } from '../kinds';
import { contradictsCertificate } from './jwk-certificate';
import { type UnusableKey, unusable } from './key-problem';
import { holdsPrivateKey } from './private-key';

const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];
const REQUIRED_MEMBERS = { RSA: ['n', 'e'], EC: ['crv', 'x', 'y'], OKP: ['crv', 'x'] } as const;
const PUBLIC_PEM = /^\s*-----BEGIN (RSA )?PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END \1PUBLIC KEY-----\s*$/;

/** The key of a JWK, or why it cannot be used. */
export function readJwk(jwk: Jwk): { readonly key: KeyObject } | UnusableKey {
  if (PRIVATE_MEMBERS.some((member) => Object.hasOwn(jwk, member))) return unusable({ problem: 'private-key' });
  const required = REQUIRED_MEMBERS[jwk.kty];
  const missing = required.filter((member) => !Object.hasOwn(jwk, member));
  if (missing.length > 0) {
    return unusable({ problem: 'missing-members', type: jwk.kty, missing, required });
  }
  if (jwk.key_ops && !jwk.key_ops.includes('verify')) return unusable({ problem: 'not-for-verification' });
  const key = keyOf(jwk);
  if (!key) return unusable({ problem: 'invalid-jwk', type: jwk.kty });
  if (contradictsCertificate(key, jwk)) return unusable({ problem: 'certificate-mismatch' });
  return { key };
}

/** The key of a JWK. Other members than those of the key itself have no effect. */
function keyOf({ kty, crv, n, e, x, y }: Jwk): KeyObject | undefined {
  try {
    return createPublicKey({ key: { kty, crv, n, e, x, y }, format: 'jwk' });
  } catch {
    return undefined;
  }
}

/** The key of a PEM block, or why it cannot be used. */
export function readPem(pem: string): { readonly key: KeyObject } | UnusableKey {
  if (holdsPrivateKey(pem)) return unusable({ problem: 'private-key' });
  const [, rsa, body] = PUBLIC_PEM.exec(pem) ?? [];
  if (body === undefined) return unusable({ problem: 'not-a-public-pem' });
  try {
    // Only the body: YAML may change indents and line ends, which does not make a key invalid.
    return { key: createPublicKey({ key: Buffer.from(body, 'base64'), format: 'der', type: rsa ? 'pkcs1' : 'spki' }) };
  } catch {
    return unusable({ problem: 'invalid-pem' });
  }
}
