import { constants, generateKeyPairSync, type KeyObject, type SigningOptions, sign } from 'node:crypto';

export type SigningAlgorithm =
  | 'RS256'
  | 'RS384'
  | 'RS512'
  | 'PS256'
  | 'PS384'
  | 'PS512'
  | 'ES256'
  | 'ES384'
  | 'ES512'
  | 'EdDSA';

/** A key pair, made for the run. */
export interface KeyPair {
  readonly kid: string;
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

/** Makes a key pair: 'rsa' of a number of bits, a curve, or Ed25519. */
export function keyPair(kid: string, kind: 'P-256' | 'P-384' | 'P-521' | 'Ed25519' | number): KeyPair {
  if (kind === 'Ed25519') return { kid, ...generateKeyPairSync('ed25519') };
  if (typeof kind === 'number') return { kid, ...generateKeyPairSync('rsa', { modulusLength: kind }) };
  return { kid, ...generateKeyPairSync('ec', { namedCurve: kind }) };
}

/** The public key as JWK. */
export const jwkOf = ({ kid, publicKey }: KeyPair, more: object = {}) => ({
  ...publicKey.export({ format: 'jwk' }),
  kid,
  ...more,
});

/** The public key as SubjectPublicKeyInfo in PEM form. */
export const pemOf = ({ publicKey }: KeyPair) => publicKey.export({ format: 'pem', type: 'spki' }).toString();

const encode = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/** A signed token. Header and claims may be any text, too, for tokens that are none. */
export function tokenOf(
  key: KeyPair,
  algorithm: SigningAlgorithm,
  claims: object | string,
  header: object | string = {},
): string {
  const whole = typeof header === 'string' ? header : { alg: algorithm, typ: 'JWT', kid: key.kid, ...header };
  return signed(key, algorithm, `${encode(whole)}.${encode(claims)}`);
}

/** A text and its signature. */
export const signed = (key: KeyPair, algorithm: SigningAlgorithm, text: string) =>
  `${text}.${signatureOf(key, algorithm, text).toString('base64url')}`;

function signatureOf(key: KeyPair, algorithm: SigningAlgorithm, text: string): Buffer {
  const digest = algorithm === 'EdDSA' ? null : `sha${algorithm.slice(2)}`;
  const options: SigningOptions = algorithm.startsWith('PS')
    ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
    : algorithm.startsWith('ES')
      ? { dsaEncoding: 'ieee-p1363' }
      : {};
  return sign(digest, Buffer.from(text), { key: key.privateKey, ...options });
}

/** A token without a signature of its own: three texts, joined. */
export const rawToken = (header: unknown, claims: unknown, signature = '') =>
  `${encode(header)}.${encode(claims)}.${signature}`;
