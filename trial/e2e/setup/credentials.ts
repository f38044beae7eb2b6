import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { calculateJwkThumbprint, type JWK } from 'jose';
import { type Catalog, registeredCertificate } from '../../../core/model';
import type { Certificate, CertificateAuthority } from '../../certificates/authority';
import { newClientKey } from '../../issuer/client-keys';

/** Subject of the client CA of a run. Every run creates its own certificate. */
export const RUN_CA = 'CN=client CA of a run';

/** The private keys and the certificate of an application. They are never written to disk. */
export interface ApplicationSecrets {
  /** Signs assertions for the issuer. */
  readonly clientKey: JWK;
  /** Signs tokens, if the application signs them itself; `kid` is the key's thumbprint, as on the gateway. */
  readonly tokenKey: JWK | undefined;
  readonly certificate: Certificate | undefined;
}

/** Creates the secrets of every application with credentials in an environment, by application ID. */
export async function createSecrets(
  catalog: Catalog,
  environment: string,
  authority: CertificateAuthority,
): Promise<ReadonlyMap<string, ApplicationSecrets>> {
  const secrets = new Map<string, ApplicationSecrets>();
  for (const [id, { value }] of catalog.applications) {
    const credentials = value.credentials?.[environment];
    if (!credentials) continue;
    const [certificate] = (credentials.certificates ?? []).map(registeredCertificate);
    const subject = certificate?.subject ?? `CN=${id.replaceAll('_', '.')}.example`;
    secrets.set(id, {
      clientKey: newClientKey(credentials.clientId),
      tokenKey: (credentials.keys ?? []).length > 0 ? await newTokenKey() : undefined,
      certificate: certificate ? await authority.issue({ subject }) : undefined,
    });
  }
  return secrets;
}

/** Creates a private key whose ID is its thumbprint (RFC 7638). */
export async function newTokenKey(): Promise<JWK> {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = privateKey.export({ format: 'jwk' }) as JWK;
  return { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'ES256' };
}

/** The public key in the form of a catalog document. */
export function catalogJwk(key: JWK): JWK {
  const { kty, crv, x, y } = createPublicKey(createPrivateKey({ key: key as never, format: 'jwk' })).export({
    format: 'jwk',
  }) as JWK;
  return { kty, crv, x, y, use: 'sig', alg: 'ES256' } as JWK;
}
