import type { KeyObject } from 'node:crypto';
import { ALGORITHMS, type KeyForm } from './algorithms';
import { type UnusableKey, unusable } from './unusable-key';

const MINIMUM_RSA_BITS = 2048;
/** Beyond this a gateway spends its time on the signatures of one caller. */
const MAXIMUM_RSA_BITS = 8192;

/** What matters about a key for algorithms, or why it is refused. */
export function formOf(key: KeyObject): KeyForm | UnusableKey {
  const { modulusLength = 0, publicExponent = 0n, namedCurve } = key.asymmetricKeyDetails ?? {};
  switch (key.asymmetricKeyType) {
    case 'rsa':
      if (modulusLength < MINIMUM_RSA_BITS) {
        return unusable('weak-key', `is an RSA key of ${modulusLength} bits`, `use at least ${MINIMUM_RSA_BITS} bits`);
      }
      if (publicExponent < 3n || publicExponent % 2n === 0n) {
        return unusable('weak-key', 'is an RSA key with an exponent that protects nothing', 'use the exponent 65537');
      }
      if (modulusLength > MAXIMUM_RSA_BITS) {
        return unusable(
          'unusable-key',
          `is an RSA key of ${modulusLength} bits`,
          `use at most ${MAXIMUM_RSA_BITS} bits`,
        );
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
  const kind = [key.asymmetricKeyType, namedCurve].filter(Boolean).join(' on curve ');
  return unusable(
    'unusable-key',
    `is a key of type ${kind}, with which no algorithm works`,
    `use RSA, EC on P-256, P-384 or P-521, or Ed25519; algorithms are ${ALGORITHMS.join(', ')}`,
  );
}

/** A key in words, by what matters about it for algorithms. */
export function formWords(form: KeyForm): string {
  return form.type === 'RSA' ? 'an RSA key' : `a key on curve ${form.curve}`;
}
