import { X509Certificate } from 'node:crypto';

/** A CA certificate that can be used. */
export interface CaCertificate {
  readonly ok: true;
  /** PEM format with LF line ends and one at the end. */
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
  readonly problem: 'invalid-pem' | 'not-a-ca' | 'invalid-validity';
}

/** Parses the PEM certificate of a CA. */
export function caCertificate(pem: string): CaCertificate | UnusableCertificate {
  const certificate = read(pem);
  if (!certificate) return { ok: false, problem: 'invalid-pem' };
  const from = day(certificate.validFrom);
  const until = day(certificate.validTo);
  if (!certificate.ca) return { ok: false, problem: 'not-a-ca' };
  if (from === undefined || until === undefined) return { ok: false, problem: 'invalid-validity' };
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
