import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { Jwk } from '../../../model/kinds';

/** A fresh pair for tests; nothing of it is kept. */
export interface Pair {
  readonly jwk: Jwk;
  readonly pem: string;
  readonly privatePem: string;
  readonly privateJwk: Record<string, unknown>;
}

export function ecPair(curve: 'P-256' | 'P-384' | 'P-521' | 'secp256k1' = 'P-256'): Pair {
  return pairOf(generateKeyPairSync('ec', { namedCurve: curve }));
}

export function rsaPair(bits = 2048, publicExponent?: number): Pair {
  return pairOf(generateKeyPairSync('rsa', { modulusLength: bits, ...(publicExponent ? { publicExponent } : {}) }));
}

export function edPair(type: 'ed25519' | 'ed448' = 'ed25519'): Pair {
  return pairOf(type === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ed448'));
}

export function pairOf({ publicKey, privateKey }: { publicKey: KeyObject; privateKey: KeyObject }): Pair {
  return {
    jwk: publicKey.export({ format: 'jwk' }) as unknown as Jwk,
    pem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    privatePem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    privateJwk: privateKey.export({ format: 'jwk' }) as Record<string, unknown>,
  };
}
