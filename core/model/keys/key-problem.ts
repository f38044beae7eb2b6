import type { Algorithm, Jwk } from '../kinds';
import type { KeyForm } from './algorithms';

/** Why a public key cannot be used. No part of the key is in it. */
export type KeyProblem =
  | { readonly problem: 'private-key' }
  | {
      readonly problem: 'missing-members';
      readonly type: Jwk['kty'];
      readonly missing: readonly string[];
      readonly required: readonly string[];
    }
  /** `key_ops` does not include 'verify'. */
  | { readonly problem: 'not-for-verification' }
  | { readonly problem: 'invalid-jwk'; readonly type: Jwk['kty'] }
  /** `x5c` has a certificate for another key. */
  | { readonly problem: 'certificate-mismatch' }
  /** The text is not exactly one PEM block with a public key. */
  | { readonly problem: 'not-a-public-pem' }
  /** The content of the PEM block cannot be parsed. */
  | { readonly problem: 'invalid-pem' }
  | { readonly problem: 'rsa-too-short'; readonly bits: number; readonly minimumBits: number }
  | { readonly problem: 'rsa-too-long'; readonly bits: number; readonly maximumBits: number }
  /** An exponent that is even or less than 3: anybody could forge signatures. */
  | { readonly problem: 'rsa-insecure-exponent' }
  /** `type` and `curve` as OpenSSL names them. */
  | { readonly problem: 'unsupported-type'; readonly type: string; readonly curve?: string | undefined }
  /** The JWK's own `alg` differs from the algorithm that the key is to be used with. */
  | { readonly problem: 'conflicting-algorithms'; readonly alg: Algorithm; readonly algorithm: Algorithm }
  | {
      readonly problem: 'unsuitable-algorithm';
      readonly form: KeyForm;
      readonly algorithm: Algorithm;
      readonly suitable: readonly Algorithm[];
    };

/** A key that cannot be used. */
export type UnusableKey = KeyProblem & { readonly ok: false };

/** A key that cannot be used, and why. */
export function unusable(problem: KeyProblem): UnusableKey {
  return { ok: false, ...problem };
}
