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

/** A key pair created for the test run. */
export interface KeyPair {
  readonly kid: string;
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

/** Creates a key pair: RSA with a number of bits, or a curve. */
export function createKeyPair(kid: string, kind: 'P-256' | 'P-384' | 'P-521' | 'Ed25519' | 'Ed448' | number): KeyPair {
  if (kind === 'Ed25519') return { kid, ...generateKeyPairSync('ed25519') };
  if (kind === 'Ed448') return { kid, ...generateKeyPairSync('ed448') };
  if (typeof kind === 'number') return { kid, ...generateKeyPairSync('rsa', { modulusLength: kind }) };
  return { kid, ...generateKeyPairSync('ec', { namedCurve: kind }) };
}

/** The public key as a JWK. */
export const jwkOf = ({ kid, publicKey }: KeyPair, more: object = {}) => ({
  ...publicKey.export({ format: 'jwk' }),
  kid,
  ...more,
});

/** The public key as SubjectPublicKeyInfo in PEM format. */
export const pemOf = ({ publicKey }: KeyPair) => publicKey.export({ format: 'pem', type: 'spki' }).toString();

const encode = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/** A signed token. Header and claims may also be arbitrary text, to create malformed tokens. */
export function createToken(
  key: KeyPair,
  algorithm: SigningAlgorithm,
  claims: object | string,
  header: object | string = {},
): string {
  const fullHeader = typeof header === 'string' ? header : { alg: algorithm, typ: 'JWT', kid: key.kid, ...header };
  return withSignature(key, algorithm, `${encode(fullHeader)}.${encode(claims)}`);
}

/** Appends the signature of a text. */
export const withSignature = (key: KeyPair, algorithm: SigningAlgorithm, text: string) =>
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

/** A token with an arbitrary signature. */
export const unsignedToken = (header: unknown, claims: unknown, signature = '') =>
  `${encode(header)}.${encode(claims)}.${signature}`;
