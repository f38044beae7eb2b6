import { describeKeyProblem, type JsonObject, type Jwk, publicKey, type TokenPolicy } from '../../core/model';
import type { TokenIssuer } from './settings';

/**
 * How an issuer's JWKS is fetched: often enough for key rotation, but without overloading the issuer. If an issuer uses a new key
 * immediately after publishing it, calls are rejected until the next fetch, for at most 10 seconds. In return, invalid key ids cause at
 * most six requests a minute on each node.
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
 * The source of an issuer's keys: the document or its JWKS. Keys in the document take precedence, because they limit trust further.
 * @throws Error if there are no keys, or one is not usable
 */
export function issuerKeys(policy: TokenPolicy, { jwksUri, keys }: TokenIssuer): JsonObject {
  if (keys) {
    return { source: 'inline', public_keys: keys.map((key, index) => inlineKey(policy, key, index)) };
  }
  if (jwksUri === undefined) throw new Error(`token policy '${policy.name}' has neither keys nor a jwksUri`);
  return { source: 'jwks', uri: jwksUri, ...FETCH };
}

function inlineKey(policy: TokenPolicy, jwk: Jwk, index: number): JsonObject {
  const key = publicKey({ jwk });
  if (!key.ok) throw new Error(`key ${index + 1} of token policy '${policy.name}' ${describeKeyProblem(key)}`);
  return {
    kid: jwk.kid ?? key.thumbprint,
    algorithms: key.fixed ? [key.algorithm] : key.algorithms,
    pem: key.pem,
  };
}
