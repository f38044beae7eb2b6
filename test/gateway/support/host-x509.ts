import { createHash, X509Certificate } from 'node:crypto';
import { textOf } from './host-crypto';

const CLIENT_AUTH = '1.3.6.1.5.5.7.3.2';

interface Chain {
  readonly pem: string;
  readonly chain: readonly string[];
  readonly trusted: readonly string[];
  /** Seconds. */
  readonly now: number;
  /** Whether the certificate has to be good for clients. */
  readonly client: boolean;
  /** Whether a trusted certificate ends the chain though it is not self-signed. */
  readonly partial: boolean;
}

const certificateOf = (pem: string) => new X509Certificate(pem);
const sameAs = (one: X509Certificate) => (other: X509Certificate) => one.raw.equals(other.raw);
const issuedBy = (one: X509Certificate) => (other: X509Certificate) =>
  other.ca && one.checkIssued(other) && one.verify(other.publicKey);

/** What Node's crypto answers for the bundled X.509 modules. */
export const x509Host = {
  certificate({ pem }: { pem: string }) {
    return { not_after: Date.parse(certificateOf(pem).validTo) / 1000 };
  },
  certificate_digest: ({ pem, digest }: { pem: string; digest: string }) => ({
    bytes: textOf(createHash(digest).update(certificateOf(pem).raw).digest()),
  }),
  /** Builds the chain up to a trusted certificate, checking signatures, CA flags and dates. */
  verify_chain({ pem, chain, trusted, now, client, partial }: Chain): { readonly error?: string } {
    const anchors = trusted.map(certificateOf);
    const others = chain.map(certificateOf);
    let one = certificateOf(pem);
    const usage = one.keyUsage as readonly string[] | undefined;
    if (client && usage && !usage.includes(CLIENT_AUTH)) return { error: 'unsuitable certificate purpose' };
    for (let depth = 0; depth < 10; depth++) {
      if (now * 1000 < Date.parse(one.validFrom)) return { error: 'certificate is not yet valid' };
      if (now * 1000 > Date.parse(one.validTo)) return { error: 'certificate has expired' };
      const root = one.checkIssued(one) && one.verify(one.publicKey);
      if (anchors.some(sameAs(one)) && (root || partial)) return {};
      if (root) return { error: 'self-signed certificate in certificate chain' };
      const issuer = [...anchors, ...others].find(issuedBy(one));
      if (!issuer) return { error: 'unable to get local issuer certificate' };
      one = issuer;
    }
    return { error: 'certificate chain too long' };
  },
};
