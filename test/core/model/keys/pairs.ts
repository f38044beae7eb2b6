import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { Jwk } from '../../../../core/model';

/** A fresh pair for tests; nothing of it is kept. */
export interface Pair {
  readonly jwk: Jwk;
  readonly pem: string;
  readonly privatePem: string;
  readonly privateJwk: Record<string, unknown>;
}

/**
 * Pairs are made as PEM and read again: on Node 20 the JWK export of a key that was just generated can wait for ever on the
 * collection of the job which made it.
 */
const ENCODING = {
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
} as const;

interface Pems {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** With encodings in the options the pair is text, which the types do not tell. */
function pems(type: 'ec' | 'rsa' | 'rsa-pss' | 'ed25519' | 'ed448' | 'x25519', options: object = {}): Pems {
  const generate = generateKeyPairSync as unknown as (type: string, options: object) => Pems;
  return generate(type, { ...options, ...ENCODING });
}

export function ecPair(namedCurve: 'P-256' | 'P-384' | 'P-521' = 'P-256'): Pair {
  return pairOf(pems('ec', { namedCurve }));
}

export function rsaPair(modulusLength = 2048): Pair {
  return pairOf(pems('rsa', { modulusLength }));
}

export function edPair(type: 'ed25519' | 'ed448' = 'ed25519'): Pair {
  return pairOf(pems(type));
}

/** Public keys, as PEM, with which none of our algorithms works. */
export function uselessPems(): Readonly<Record<'secp256k1' | 'x25519' | 'rsa-pss', string>> {
  return {
    secp256k1: pems('ec', { namedCurve: 'secp256k1' }).publicKey,
    x25519: pems('x25519').publicKey,
    'rsa-pss': pems('rsa-pss', { modulusLength: 2048 }).publicKey,
  };
}

function pairOf({ publicKey, privateKey }: Pems): Pair {
  return {
    jwk: createPublicKey(publicKey).export({ format: 'jwk' }) as unknown as Jwk,
    pem: publicKey,
    privatePem: privateKey,
    privateJwk: createPrivateKey(privateKey).export({ format: 'jwk' }) as Record<string, unknown>,
  };
}
