import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import type { Algorithm, Jwk } from '../kinds';
import { ALGORITHMS, algorithmsOf, type KeyForm, usualAlgorithm } from './algorithms';
import { contradictsCertificate } from './jwk-certificate';
import { holdsPrivateKey } from './private-key';

/** A public key as documents write it. */
export type PublicKeySource =
  | { readonly jwk: Jwk; readonly algorithm?: Algorithm | undefined }
  | { readonly pem: string; readonly algorithm?: Algorithm | undefined };

/** A key that can be used. */
export interface PublicKey {
  readonly ok: true;
  /** SubjectPublicKeyInfo in PEM form, with LF line ends and one at the end: the same text however the key was written. */
  readonly pem: string;
  /** RFC 7638 thumbprint (SHA-256) in base64url: the same however the key was written. */
  readonly thumbprint: string;
  /** The algorithm that it is used with: the given one, the key's own, or the usual one of its type. */
  readonly algorithm: Algorithm;
  /** Whether the document fixes the algorithm; else any of `algorithms` would do. */
  readonly fixed: boolean;
  /** Every algorithm that suits its type and curve. */
  readonly algorithms: readonly Algorithm[];
  /** Length of an RSA key's modulus in bits; keys of other types have none. */
  readonly modulusBits?: number;
}

export type KeyProblem = 'private-key' | 'unusable-key' | 'weak-key' | 'key-algorithm';

/** A key that cannot be used. No part of the key stands in the message. */
export interface UnusableKey {
  readonly ok: false;
  readonly code: KeyProblem;
  /** What is wrong, to be put behind the key's name: 'is a private key'. */
  readonly message: string;
  readonly hint: string;
}

export type KeyResult = PublicKey | UnusableKey;

const MINIMUM_RSA_BITS = 2048;
/** Beyond this a gateway spends its time on the signatures of one caller. */
const MAXIMUM_RSA_BITS = 8192;

const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];
const NEEDED_MEMBERS = { RSA: ['n', 'e'], EC: ['crv', 'x', 'y'], OKP: ['crv', 'x'] } as const;
const PUBLIC_PEM = /^\s*-----BEGIN (RSA )?PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END \1PUBLIC KEY-----\s*$/;

/**
 * Reads a public key, as JWK or as PEM, and says whether and how it can be used.
 * @param algorithm the signature algorithm; default: that of the key's entry, of the JWK, or the usual one of the key's type
 */
export function publicKey(source: PublicKeySource, algorithm?: Algorithm): KeyResult {
  if (algorithm !== undefined || !isConstant(source)) return readPublicKey(source, algorithm);
  const known = results.get(source);
  if (known) return known;
  const result = readPublicKey(source, algorithm);
  results.set(source, result);
  return result;
}

/**
 * Results for the frozen entries of catalogs. Reading a key is the dearest part of a check, and the check, synthesis and the
 * review all ask for the same ones.
 */
const results = new WeakMap<PublicKeySource, KeyResult>();

function isConstant(source: PublicKeySource): boolean {
  return Object.isFrozen(source) && ('pem' in source || Object.isFrozen(source.jwk));
}

function readPublicKey(source: PublicKeySource, algorithm?: Algorithm): KeyResult {
  const read = 'jwk' in source ? readJwk(source.jwk) : readPem(source.pem);
  if (!('key' in read)) return read;
  const form = formOf(read.key);
  if ('code' in form) return form;
  const claimed = algorithm ?? source.algorithm;
  const own = 'jwk' in source ? source.jwk.alg : undefined;
  if (claimed && own && claimed !== own) {
    return unusable(
      'key-algorithm',
      `is for ${own} but used with ${claimed}`,
      `write one algorithm: ${own} or ${claimed}`,
    );
  }
  const algorithms = algorithmsOf(form);
  const chosen = claimed ?? own;
  if (chosen && !algorithms.includes(chosen)) {
    return unusable(
      'key-algorithm',
      `is ${describe(form)} and cannot be used with ${chosen}`,
      `use it with ${algorithms.join(', ')}, or register another key`,
    );
  }
  const { modulusLength: modulusBits } = read.key.asymmetricKeyDetails ?? {};
  return {
    ok: true,
    pem: read.key.export({ type: 'spki', format: 'pem' }).toString().replaceAll('\r\n', '\n').trimEnd().concat('\n'),
    thumbprint: thumbprint(read.key),
    algorithm: chosen ?? usualAlgorithm(form),
    fixed: chosen !== undefined,
    algorithms,
    ...(modulusBits !== undefined && { modulusBits }),
  };
}

function readJwk(jwk: Jwk): { readonly key: KeyObject } | UnusableKey {
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

function readPem(pem: string): { readonly key: KeyObject } | UnusableKey {
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

/** What matters about a key for algorithms, or why it is refused. */
function formOf(key: KeyObject): KeyForm | UnusableKey {
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

/** RFC 7638: SHA-256 over the members that make up the key, sorted by name, without white space. */
function thumbprint(key: KeyObject): string {
  const { kty, crv, n, e, x, y } = key.export({ format: 'jwk' });
  const members = kty === 'RSA' ? { e, kty, n } : kty === 'EC' ? { crv, kty, x, y } : { crv, kty, x };
  return createHash('sha256').update(JSON.stringify(members)).digest('base64url');
}

function describe(form: KeyForm): string {
  return form.type === 'RSA' ? 'an RSA key' : `a key on curve ${form.curve}`;
}

function unusable(code: KeyProblem, message: string, hint: string): UnusableKey {
  return { ok: false, code, message, hint };
}
