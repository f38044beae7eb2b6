import { X509Certificate } from 'node:crypto';
import { readListForm } from './list-form';
import { readSubject } from './subject';
import { rfc4514, slashForm } from './write';

/**
 * The subject of a certificate as a catalog writes it: as defined by RFC 4514, or with slashes if that could be read in the other
 * order.
 *
 * @param certificate PEM, or DER
 * @returns undefined if the subject is empty or has an attribute without text; register the thumbprint then
 * @throws Error if it is not a certificate
 */
export function subjectOf(certificate: string | Buffer): string | undefined {
  const printed = new X509Certificate(certificate).subject;
  // Node prints the parts line by line, in the order of the certificate, with OpenSSL's short names.
  const read = printed ? readListForm(printed.replace(/(^|\n| \+ )uid=/g, '$1uniqueIdentifier=')) : undefined;
  if (!read || 'problem' in read) return undefined;
  const canonical = rfc4514(read.value.name);
  return [canonical, slashForm(read.value.name)].find((form) => {
    const again = readSubject(form);
    return again.ok && again.ambiguity === undefined && again.canonical === canonical;
  });
}
