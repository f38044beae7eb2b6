import { createHash, X509Certificate } from 'node:crypto';
import { textOf } from './host-crypto';

const CLIENT_AUTH = '1.3.6.1.5.5.7.3.2';

interface Chain {
  readonly pem: string;
  readonly chain: readonly string[];
  readonly trusted: readonly string[];
  /** Seconds. */
  readonly now: number;
  /** Whether the certificate has to be for client authentication. */
  readonly client: boolean;
  /** Whether the chain may end with a trusted certificate that is not self-signed. */
  readonly partial: boolean;
}

const certificateOf = (pem: string) => new X509Certificate(pem);
const isSameAs = (certificate: X509Certificate) => (other: X509Certificate) => certificate.raw.equals(other.raw);
const isIssuerOf = (certificate: X509Certificate) => (other: X509Certificate) =>
  other.ca && certificate.checkIssued(other) && certificate.verify(other.publicKey);

/** Host functions of the X.509 modules, implemented with Node's crypto. */
export const x509Host = {
  certificate({ pem }: { pem: string }) {
    return { not_after: Date.parse(certificateOf(pem).validTo) / 1000 };
  },
  certificate_digest: ({ pem, digest }: { pem: string; digest: string }) => ({
    bytes: textOf(createHash(digest).update(certificateOf(pem).raw).digest()),
  }),
  /** Builds the chain up to a trusted certificate, and checks signatures, CA flags and validity periods. */
  verify_chain({ pem, chain, trusted, now, client, partial }: Chain): { readonly error?: string } {
    const anchors = trusted.map(certificateOf);
    const others = chain.map(certificateOf);
    let current = certificateOf(pem);
    const usage = current.keyUsage as readonly string[] | undefined;
    if (client && usage && !usage.includes(CLIENT_AUTH)) return { error: 'unsuitable certificate purpose' };
    for (let depth = 0; depth < 10; depth++) {
      if (now * 1000 < Date.parse(current.validFrom)) return { error: 'certificate is not yet valid' };
      if (now * 1000 > Date.parse(current.validTo)) return { error: 'certificate has expired' };
      const isRoot = current.checkIssued(current) && current.verify(current.publicKey);
      if (anchors.some(isSameAs(current)) && (isRoot || partial)) return {};
      if (isRoot) return { error: 'self-signed certificate in certificate chain' };
      const issuer = [...anchors, ...others].find(isIssuerOf(current));
      if (!issuer) return { error: 'unable to get local issuer certificate' };
      current = issuer;
    }
    return { error: 'certificate chain too long' };
  },
};
