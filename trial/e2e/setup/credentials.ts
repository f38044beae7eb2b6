import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { calculateJwkThumbprint, type JWK } from 'jose';
import { type Catalog, registeredCertificate } from '../../../core/model';
import type { Certificate, CertificateAuthority } from '../../certificates/authority';
import { newClientKey } from '../../issuer/client-keys';

/** Subject of the client CA that a run makes. The id of its entity is that of its certificate, which no other run has. */
export const RUN_CA = 'CN=client CA of a run';

/** What an application of the run proves itself with. Nothing of it is written to a disk. */
export interface ApplicationSecrets {
  /** How it signs assertions to the issuer. */
  readonly clientKey: JWK;
  /** How it signs tokens itself, where it does; `kid` is the key's thumbprint, as the gateway knows it. */
  readonly tokenKey: JWK | undefined;
  readonly certificate: Certificate | undefined;
}

/** Makes what every application needs that has credentials in an environment, by its id. */
export async function createSecrets(
  catalog: Catalog,
  environment: string,
  authority: CertificateAuthority,
): Promise<ReadonlyMap<string, ApplicationSecrets>> {
  const made = new Map<string, ApplicationSecrets>();
  for (const [id, { value }] of catalog.applications) {
    const credentials = value.credentials?.[environment];
    if (!credentials) continue;
    const [certificate] = (credentials.certificates ?? []).map(registeredCertificate);
    const subject = certificate?.subject ?? `CN=${id.replaceAll('_', '.')}.example`;
    made.set(id, {
      clientKey: newClientKey(credentials.clientId),
      tokenKey: (credentials.keys ?? []).length > 0 ? await newTokenKey() : undefined,
      certificate: certificate ? await authority.issue({ subject }) : undefined,
    });
  }
  return made;
}

/** A private key whose id is its thumbprint (RFC 7638). */
export async function newTokenKey(): Promise<JWK> {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = privateKey.export({ format: 'jwk' }) as JWK;
  return { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'ES256' };
}

/** The public part of a key as documents write it. */
export function catalogJwk(key: JWK): JWK {
  const { kty, crv, x, y } = createPublicKey(createPrivateKey({ key: key as never, format: 'jwk' })).export({
    format: 'jwk',
  }) as JWK;
  return { kty, crv, x, y, use: 'sig', alg: 'ES256' } as JWK;
}
