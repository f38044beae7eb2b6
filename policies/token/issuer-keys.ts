import { type JsonObject, type Jwk, publicKey, type TokenPolicy } from '../../core/model';
import type { TokenIssuer } from './settings';

/**
 * How an issuer's JWKS is fetched: often enough for a rotation, seldom enough for an issuer under load. An issuer that signs with a
 * new key as soon as it has published it has its callers refused until the next fetch, at most 10 seconds; in return somebody who
 * sends made-up key ids causes six requests a minute on each node, no more.
 */
const FETCH = {
  cache_s: 3600,
  refresh_before_s: 300,
  keep_s: 86_400,
  unknown_kid_interval_s: 10,
  connect_timeout_ms: 1000,
  read_timeout_ms: 2000,
  max_bytes: 1_048_576,
  verify_tls: true,
} as const;

/**
 * Where the keys of an issuer come from: its JWKS, or the document. Keys that are written win, since they are the narrower trust.
 * @throws Error when there are none, or one cannot be used
 */
export function issuerKeys(policy: TokenPolicy, { jwksUri, keys }: TokenIssuer): JsonObject {
  if (keys) {
    return { source: 'inline', public_keys: keys.map((key, index) => inlineKey(policy, key, index)) };
  }
  if (jwksUri === undefined)
    throw new Error(`token policy '${policy.name}' has neither keys nor the address of a JWKS`);
  return { source: 'jwks', uri: jwksUri, ...FETCH };
}

function inlineKey(policy: TokenPolicy, jwk: Jwk, index: number): JsonObject {
  const key = publicKey({ jwk });
  if (!key.ok) throw new Error(`key ${index + 1} of token policy '${policy.name}' ${key.message}; ${key.hint}`);
  return {
    kid: jwk.kid ?? key.thumbprint,
    algorithms: key.fixed ? [key.algorithm] : key.algorithms,
    pem: key.pem,
  };
}
