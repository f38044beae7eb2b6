// Has to come first: the library below needs it when it is loaded.
import 'reflect-metadata';
import { createHash, webcrypto } from 'node:crypto';
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  type Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

export interface CertificateProps {
  /** In RFC 4514 form. */
  readonly subject: string;
  /** Default: self-signed. */
  readonly issuer?: TestCertificate;
  /** Whether it is a CA; default: no. */
  readonly ca?: boolean;
  /** Extended key usage; default: client, none for a CA. */
  readonly usage?: 'client' | 'server';
  /** Seconds since 1970. */
  readonly from: number;
  readonly until: number;
}

/** A certificate created for the test run. */
export interface TestCertificate {
  readonly pem: string;
  readonly subject: string;
  /** Thumbprint in lower-case hexadecimal. */
  readonly sha256: string;
  /** Thumbprint in the form that tokens use. */
  readonly base64url: string;
  readonly keys: webcrypto.CryptoKeyPair;
}

export async function createCertificate(props: CertificateProps): Promise<TestCertificate> {
  const keys = (await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])) as webcrypto.CryptoKeyPair;
  const created = await X509CertificateGenerator.create({
    subject: props.subject,
    issuer: props.issuer?.subject ?? props.subject,
    notBefore: new Date(props.from * 1000),
    notAfter: new Date(props.until * 1000),
    publicKey: keys.publicKey,
    signingKey: (props.issuer?.keys ?? keys).privateKey,
    signingAlgorithm: ALGORITHM,
    extensions: extensionsOf(props),
  });
  const digest = createHash('sha256').update(Buffer.from(created.rawData));
  return {
    pem: `${created.toString('pem')}\n`,
    subject: props.subject,
    sha256: digest.copy().digest('hex'),
    base64url: digest.digest('base64url'),
    keys,
  };
}

function extensionsOf({ ca = false, usage }: CertificateProps): Extension[] {
  if (ca) return [new BasicConstraintsExtension(true), new KeyUsagesExtension(KeyUsageFlags.keyCertSign)];
  const purpose = usage === 'server' ? ExtendedKeyUsage.serverAuth : ExtendedKeyUsage.clientAuth;
  return [new BasicConstraintsExtension(false), new ExtendedKeyUsageExtension([purpose])];
}

/** The subject of a certificate in the order of its encoding. */
export const subjectIn = (pem: string): string => new X509Certificate(pem).subject;
