import { type KeyObject, X509Certificate } from 'node:crypto';
import type { Jwk } from '../kinds';

/**
 * Whether a JWK has a certificate (`x5c`, RFC 7517) for another key. A certificate that cannot be parsed is ignored: documentation
 * abbreviates certificates, and the gateway does not use them.
 */
export function contradictsCertificate(key: KeyObject, { x5c }: Jwk): boolean {
  const certificate: unknown = Array.isArray(x5c) ? x5c[0] : undefined;
  if (typeof certificate !== 'string') return false;
  try {
    return !new X509Certificate(Buffer.from(certificate, 'base64')).publicKey.equals(key);
  } catch {
    return false;
  }
}
