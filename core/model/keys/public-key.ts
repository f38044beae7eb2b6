import { createHash, type KeyObject } from 'node:crypto';
import type { Algorithm, Jwk } from '../kinds';
import { algorithmsOf, usualAlgorithm } from './algorithms';
import { formOf } from './key-form';
import { type UnusableKey, unusable } from './key-problem';
import { readJwk, readPem } from './read-key';

/** A public key as documents have it. */
export type PublicKeySource =
  | { readonly jwk: Jwk; readonly algorithm?: Algorithm | undefined }
  | { readonly pem: string; readonly algorithm?: Algorithm | undefined };

/** A key that can be used. */
export interface PublicKey {
  readonly ok: true;
  /** SubjectPublicKeyInfo in PEM form, with LF line ends and one at the end: the same text for every form of the key. */
  readonly pem: string;
  /** RFC 7638 thumbprint (SHA-256) in base64url: the same for every form of the key. */
  readonly thumbprint: string;
  /** The algorithm that it is used with: the given one, its own, or the default of its type. */
  readonly algorithm: Algorithm;
  /** Whether the document specifies the algorithm; otherwise each of `algorithms` can be used. */
  readonly fixed: boolean;
  /** Every algorithm that can be used with its type and curve. */
  readonly algorithms: readonly Algorithm[];
  /** Length of an RSA key's modulus in bits; undefined for other types. */
  readonly modulusBits?: number;
}

export type KeyResult = PublicKey | UnusableKey;

/**
 * Parses a public key, a JWK or PEM, and determines whether and how it can be used.
 *
 * @param algorithm the signature algorithm; default: that of the key's entry, of the JWK, or the default of the key's type
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
 * Results for the frozen entries of catalogs. Parsing a key is the most expensive part of a check, and the check, synthesis and
 * the review all need the same keys.
 */
const results = new WeakMap<PublicKeySource, KeyResult>();

function isConstant(source: PublicKeySource): boolean {
  return Object.isFrozen(source) && ('pem' in source || Object.isFrozen(source.jwk));
}

function readPublicKey(source: PublicKeySource, algorithm?: Algorithm): KeyResult {
  const read = 'jwk' in source ? readJwk(source.jwk) : readPem(source.pem);
  if (!('key' in read)) return read;
  const form = formOf(read.key);
  if ('problem' in form) return form;
  const claimed = algorithm ?? source.algorithm;
  const own = 'jwk' in source ? source.jwk.alg : undefined;
  if (claimed && own && claimed !== own) {
    return unusable({ problem: 'conflicting-algorithms', alg: own, algorithm: claimed });
  }
  const algorithms = algorithmsOf(form);
  const chosen = claimed ?? own;
  if (chosen && !algorithms.includes(chosen)) {
    return unusable({ problem: 'unsuitable-algorithm', form, algorithm: chosen, suitable: algorithms });
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

/** RFC 7638: SHA-256 of the key's required members, sorted by name, without white space. */
function thumbprint(key: KeyObject): string {
  const { kty, crv, n, e, x, y } = key.export({ format: 'jwk' });
  const members = kty === 'RSA' ? { e, kty, n } : kty === 'EC' ? { crv, kty, x, y } : { crv, kty, x };
  return createHash('sha256').update(JSON.stringify(members)).digest('base64url');
}
