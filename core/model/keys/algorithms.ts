import type { Algorithm } from '../kinds';

/** The signature algorithms that documents may name (RFC 7518, RFC 8037). */
export const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
] as const satisfies readonly Algorithm[];

/** The properties of a key that decide which algorithms it can be used with. */
export type KeyForm =
  | { readonly type: 'RSA' }
  | { readonly type: 'EC'; readonly curve: 'P-256' | 'P-384' | 'P-521' }
  | { readonly type: 'OKP'; readonly curve: 'Ed25519' | 'Ed448' };

const BY_CURVE = {
  'P-256': ['ES256'],
  'P-384': ['ES384'],
  'P-521': ['ES512'],
  Ed25519: ['EdDSA'],
  Ed448: ['EdDSA'],
} as const satisfies Record<string, readonly [Algorithm]>;

const OF_RSA = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'] as const;

/** Every algorithm that a key can be used with, the usual one first. */
export function algorithmsOf(form: KeyForm): readonly Algorithm[] {
  return form.type === 'RSA' ? OF_RSA : BY_CURVE[form.curve];
}

/** The default algorithm of a key. */
export function usualAlgorithm(form: KeyForm): Algorithm {
  return form.type === 'RSA' ? OF_RSA[0] : BY_CURVE[form.curve][0];
}
