import { X509Certificate } from 'node:crypto';

/** A certificate of a CA that can be used. */
export interface CaCertificate {
  readonly ok: true;
  /** PEM form with LF line ends and one at the end. */
  readonly pem: string;
  /** SHA-256 thumbprint in lower-case hexadecimal. */
  readonly sha256: string;
  /** First and last day (UTC) of its validity, 'YYYY-MM-DD'. */
  readonly from: string;
  readonly until: string;
}

/** A certificate that cannot be used. */
export interface UnusableCertificate {
  readonly ok: false;
  /** What is wrong, to be put behind the certificate's name. */
  readonly message: string;
  readonly hint: string;
}

/** Reads the PEM certificate of a CA. */
export function caCertificate(pem: string): CaCertificate | UnusableCertificate {
  const certificate = read(pem);
  const hint = "write one PEM block 'CERTIFICATE', whole: that of the CA which issues the client certificates";
  if (!certificate) return { ok: false, message: 'is not a valid certificate in PEM form', hint };
  const from = day(certificate.validFrom);
  const until = day(certificate.validTo);
  if (!certificate.ca) return { ok: false, message: 'is not that of a CA', hint };
  if (from === undefined || until === undefined) return { ok: false, message: 'has no readable validity', hint };
  return {
    ok: true,
    pem: certificate.toString().replaceAll('\r\n', '\n').trimEnd().concat('\n'),
    sha256: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
    from,
    until,
  };
}

const PEM = /^\s*-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----\s*$/;

function read(pem: string): X509Certificate | undefined {
  const body = PEM.exec(pem)?.[1];
  if (body === undefined) return undefined;
  try {
    return new X509Certificate(Buffer.from(body, 'base64'));
  } catch {
    return undefined;
  }
}

function day(text: string): string | undefined {
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().slice(0, 10);
}
