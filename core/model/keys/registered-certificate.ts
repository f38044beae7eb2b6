import type { Credentials } from '../kinds';
import { readSubject } from '../subject';
import { thumbprintHex } from './thumbprint';

/** A client certificate as documents register it: by subject, by SHA-256 thumbprint, or by both. */
export type CertificateRegistration = NonNullable<Credentials['certificates']>[number];

/**
 * A registration in the form that the gateway compares: the subject in its canonical spelling, the thumbprint in lower-case
 * hexadecimal.
 *
 * @throws Error if the subject cannot be parsed, which schema validation prevents
 */
export function registeredCertificate({ subject, sha256 }: CertificateRegistration): CertificateRegistration {
  return {
    ...(subject === undefined ? {} : { subject: canonical(subject) }),
    ...(sha256 === undefined ? {} : { sha256: thumbprintHex(sha256) }),
  };
}

function canonical(subject: string): string {
  const read = readSubject(subject);
  if (!read.ok) throw new Error(`the subject '${subject}' cannot be parsed (${read.problem.reason})`);
  return read.canonical;
}
