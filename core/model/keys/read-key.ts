import { createPublicKey, type KeyObject } from 'node:crypto';
import type { Jwk } from '../kinds';
import { contradictsCertificate } from './jwk-certificate';
import { holdsPrivateKey } from './private-key';
import { type UnusableKey, unusable } from './unusable-key';

const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];
const NEEDED_MEMBERS = { RSA: ['n', 'e'], EC: ['crv', 'x', 'y'], OKP: ['crv', 'x'] } as const;
const PUBLIC_PEM = /^\s*-----BEGIN (RSA )?PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END \1PUBLIC KEY-----\s*$/;

/** The key of a JWK, or why it is refused. */
export function readJwk(jwk: Jwk): { readonly key: KeyObject } | UnusableKey {
  if (PRIVATE_MEMBERS.some((member) => Object.hasOwn(jwk, member))) return PRIVATE;
  const missing = NEEDED_MEMBERS[jwk.kty].filter((member) => !Object.hasOwn(jwk, member));
  if (missing.length > 0) {
    return unusable(
      'unusable-key',
      `is a JWK of type ${jwk.kty} without ${missing.map((member) => `'${member}'`).join(' and ')}`,
      `a key of type ${jwk.kty} needs ${NEEDED_MEMBERS[jwk.kty].join(', ')}`,
    );
  }
  if (jwk.key_ops && !jwk.key_ops.includes('verify')) {
    const hint = 'take `key_ops` out if the key may verify signatures, or register one that may';
    return unusable('unusable-key', `has \`key_ops\` without 'verify'`, hint);
  }
  const key = keyOf(jwk);
  if (!key) {
    return unusable('unusable-key', `is not a valid JWK of type ${jwk.kty}`, 'export it again, the public part alone');
  }
  if (contradictsCertificate(key, jwk)) {
    const hint = 'write the members of one key, or take `x5c` out: the gateway uses the key alone';
    return unusable('unusable-key', 'is not the key of its own certificate in `x5c`', hint);
  }
  return { key };
}

/** The key of a JWK: its members beside those that make up the key have no effect. */
function keyOf({ kty, crv, n, e, x, y }: Jwk): KeyObject | undefined {
  try {
    return createPublicKey({ key: { kty, crv, n, e, x, y }, format: 'jwk' });
  } catch {
    return undefined;
  }
}

/** The key of a PEM block, or why it is refused. */
export function readPem(pem: string): { readonly key: KeyObject } | UnusableKey {
  if (holdsPrivateKey(pem)) return PRIVATE;
  const hint = "write the PEM block 'PUBLIC KEY' (SubjectPublicKeyInfo) alone, whole";
  const [, rsa, body] = PUBLIC_PEM.exec(pem) ?? [];
  if (body === undefined) return unusable('unusable-key', 'is not a PEM block of a public key', hint);
  try {
    // The body alone: what YAML does to indents and line ends is no reason to refuse a key.
    return { key: createPublicKey({ key: Buffer.from(body, 'base64'), format: 'der', type: rsa ? 'pkcs1' : 'spki' }) };
  } catch {
    return unusable('unusable-key', 'is not a valid public key in PEM form', hint);
  }
}

const PRIVATE: UnusableKey = {
  ok: false,
  code: 'private-key',
  message: 'is a private key',
  hint: 'take it out, treat it as leaked, make a new pair, and register the public key alone',
};
