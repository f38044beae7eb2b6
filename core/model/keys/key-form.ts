import type { KeyObject } from 'node:crypto';
import type { KeyForm } from './algorithms';
import { type UnusableKey, unusable } from './key-problem';

const MINIMUM_RSA_BITS = 2048;
/** With longer keys, the signatures of one caller would take up the gateway. */
const MAXIMUM_RSA_BITS = 8192;

/** The properties of a key that decide its algorithms, or why it cannot be used. */
export function formOf(key: KeyObject): KeyForm | UnusableKey {
  const { modulusLength = 0, publicExponent = 0n, namedCurve } = key.asymmetricKeyDetails ?? {};
  switch (key.asymmetricKeyType) {
    case 'rsa':
      if (modulusLength < MINIMUM_RSA_BITS) {
        return unusable({ problem: 'rsa-too-short', bits: modulusLength, minimumBits: MINIMUM_RSA_BITS });
      }
      if (publicExponent < 3n || publicExponent % 2n === 0n) {
        return unusable({ problem: 'rsa-insecure-exponent' });
      }
      if (modulusLength > MAXIMUM_RSA_BITS) {
        return unusable({ problem: 'rsa-too-long', bits: modulusLength, maximumBits: MAXIMUM_RSA_BITS });
      }
      return { type: 'RSA' };
    case 'ec':
      if (namedCurve === 'prime256v1') return { type: 'EC', curve: 'P-256' };
      if (namedCurve === 'secp384r1') return { type: 'EC', curve: 'P-384' };
      if (namedCurve === 'secp521r1') return { type: 'EC', curve: 'P-521' };
      break;
    case 'ed25519':
      return { type: 'OKP', curve: 'Ed25519' };
    case 'ed448':
      return { type: 'OKP', curve: 'Ed448' };
  }
  return unusable({ problem: 'unsupported-type', type: key.asymmetricKeyType ?? 'unknown', curve: namedCurve });
}
