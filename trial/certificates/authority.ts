// @peculiar/x509 needs it at import time, so it comes first.
import 'reflect-metadata';
import {
  createPrivateKey,
  type KeyObject,
  X509Certificate as NodeCertificate,
  randomBytes,
  webcrypto,
} from 'node:crypto';
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  type JsonGeneralName,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';

/** A certificate and its private key, both as PEM. */
export interface Certificate {
  readonly certificate: string;
  readonly key: string;
  /** SHA-256 thumbprint of the certificate in lower-case hexadecimal, as a catalog registers it. */
  readonly sha256: string;
}

export interface CertificateProps {
  /** Subject in the string form of RFC 4514: `CN=checkout.acme.example,O=Acme Bank,C=ES`. */
  readonly subject: string;
  /**
   * Names and IP addresses of a server.
   * @default none: a client certificate
   */
  readonly hosts?: readonly string[] | undefined;
  /**
   * @default a day from now
   */
  readonly notAfter?: Date | undefined;
}

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const DAY_MS = 86_400_000;

/** A certificate authority for one run. A generated key exists only in memory. */
export class CertificateAuthority {
  private constructor(
    /** The CA certificate as PEM. */
    readonly certificate: string,
    private readonly key: webcrypto.CryptoKey,
  ) {}

  /** Creates an authority with a new key. */
  static async create(subject: string): Promise<CertificateAuthority> {
    const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
    const created = await X509CertificateGenerator.createSelfSigned({
      ...commonFields(new Date(Date.now() + DAY_MS)),
      name: reverseSubject(subject),
      keys,
      extensions: [
        new BasicConstraintsExtension(true, 0, true),
        new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      ],
    });
    return new CertificateAuthority(pemOf(created), keys.privateKey);
  }

  /**
   * Loads an existing authority, such as one that the gateway trusts.
   *
   * @param certificate PEM
   * @param key PEM; an RSA key, or an EC key on P-256 or P-384
   * @throws Error if the key is not supported
   */
  static async load(certificate: string, key: string): Promise<CertificateAuthority> {
    const privateKey = createPrivateKey(key);
    const der = privateKey.export({ type: 'pkcs8', format: 'der' });
    return new CertificateAuthority(
      certificate,
      await webcrypto.subtle.importKey('pkcs8', der, algorithmOf(privateKey), false, ['sign']),
    );
  }

  /** Issues a certificate for a new key. */
  async issue({
    subject,
    hosts = [],
    notAfter = new Date(Date.now() + DAY_MS),
  }: CertificateProps): Promise<Certificate> {
    const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
    const created = await X509CertificateGenerator.create({
      ...commonFields(notAfter),
      subject: reverseSubject(subject),
      issuer: new X509Certificate(this.certificate).subject,
      publicKey: keys.publicKey,
      signingKey: this.key,
      extensions: [
        new BasicConstraintsExtension(false, undefined, true),
        new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
        new ExtendedKeyUsageExtension([hosts.length > 0 ? ExtendedKeyUsage.serverAuth : ExtendedKeyUsage.clientAuth]),
        ...(hosts.length > 0 ? [new SubjectAlternativeNameExtension(hosts.map(generalName))] : []),
      ],
    });
    const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey));
    return {
      certificate: pemOf(created),
      key: createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
        .export({ type: 'pkcs8', format: 'pem' })
        .toString(),
      sha256: new NodeCertificate(pemOf(created)).fingerprint256.replaceAll(':', '').toLowerCase(),
    };
  }
}

function algorithmOf({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject) {
  if (asymmetricKeyType === 'rsa') return { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  return { ...ALGORITHM, namedCurve: asymmetricKeyDetails?.namedCurve === 'secp384r1' ? 'P-384' : 'P-256' };
}

function commonFields(notAfter: Date) {
  // Clocks differ between machines, and notBefore must precede notAfter in expired certificates.
  const hourAgo = Date.now() - 3_600_000;
  return {
    serialNumber: `01${randomBytes(15).toString('hex')}`,
    notBefore: new Date(Math.min(hourAgo, notAfter.getTime() - 3_600_000)),
    notAfter,
    signingAlgorithm: ALGORITHM,
  };
}

/** RFC 4514 writes the most specific attribute first, the library writes it last. */
function reverseSubject(subject: string): string {
  return subject
    .split(/(?<!\\),/)
    .reverse()
    .join(',');
}

function generalName(host: string): JsonGeneralName {
  return { type: /^[0-9.]+$|:/.test(host) ? 'ip' : 'dns', value: host };
}

function pemOf(certificate: X509Certificate): string {
  return `${certificate.toString('pem')}\n`;
}
