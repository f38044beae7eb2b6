// First: the library below asks for it when it is loaded.
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

/** A certificate with its key, both as PEM. */
export interface Certificate {
  readonly certificate: string;
  readonly key: string;
  /** SHA-256 thumbprint of the certificate, lower-case hexadecimal: how a catalog registers it. */
  readonly sha256: string;
}

export interface CertificateProps {
  /** Subject as RFC 4514 writes it: `CN=checkout.acme.example,O=Acme Bank,C=ES`. */
  readonly subject: string;
  /**
   * Names and IP addresses that a server has.
   * @default none: the certificate of a client
   */
  readonly hosts?: readonly string[] | undefined;
  /**
   * Its last moment.
   * @default a day from now
   */
  readonly notAfter?: Date | undefined;
}

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const DAY_MS = 86_400_000;

/** A certificate authority for a run: its key is made when it is, and kept in memory alone. */
export class CertificateAuthority {
  private constructor(
    /** Its own certificate as PEM. */
    readonly certificate: string,
    private readonly key: webcrypto.CryptoKey,
  ) {}

  /** A new one. */
  static async create(subject: string): Promise<CertificateAuthority> {
    const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
    const made = await X509CertificateGenerator.createSelfSigned({
      ...common(new Date(Date.now() + DAY_MS)),
      name: reversed(subject),
      keys,
      extensions: [
        new BasicConstraintsExtension(true, 0, true),
        new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      ],
    });
    return new CertificateAuthority(pemOf(made), keys.privateKey);
  }

  /**
   * One that exists, such as the one that a gateway's listener trusts.
   *
   * @param certificate PEM
   * @param key PEM; an RSA key, or an EC key on P-256 or P-384
   * @throws Error when the key cannot be used
   */
  static async load(certificate: string, key: string): Promise<CertificateAuthority> {
    const known = createPrivateKey(key);
    const der = known.export({ type: 'pkcs8', format: 'der' });
    return new CertificateAuthority(
      certificate,
      await webcrypto.subtle.importKey('pkcs8', der, algorithmOf(known), false, ['sign']),
    );
  }

  /** A certificate that it signs, with a key that is made for it. */
  async issue({
    subject,
    hosts = [],
    notAfter = new Date(Date.now() + DAY_MS),
  }: CertificateProps): Promise<Certificate> {
    const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
    const made = await X509CertificateGenerator.create({
      ...common(notAfter),
      subject: reversed(subject),
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
      certificate: pemOf(made),
      key: createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
        .export({ type: 'pkcs8', format: 'pem' })
        .toString(),
      sha256: new NodeCertificate(pemOf(made)).fingerprint256.replaceAll(':', '').toLowerCase(),
    };
  }
}

function algorithmOf({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject) {
  if (asymmetricKeyType === 'rsa') return { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  return { ...ALGORITHM, namedCurve: asymmetricKeyDetails?.namedCurve === 'secp384r1' ? 'P-384' : 'P-256' };
}

function common(notAfter: Date) {
  // Clocks of two machines differ, and an expired certificate has to have begun.
  const hourAgo = Date.now() - 3_600_000;
  return {
    serialNumber: `01${randomBytes(15).toString('hex')}`,
    notBefore: new Date(Math.min(hourAgo, notAfter.getTime() - 3_600_000)),
    notAfter,
    signingAlgorithm: ALGORITHM,
  };
}

/** RFC 4514 writes the last part of a name first, the library does not. */
function reversed(subject: string): string {
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
