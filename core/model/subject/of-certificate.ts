import { X509Certificate } from 'node:crypto';
import { readListForm } from './list-form';
import { readSubject } from './subject';
import { rfc4514, slashForm } from './write';

/**
 * The subject of a certificate as a catalog writes it: as RFC 4514 has it, or with slashes where that would be taken for a name of
 * the other order.
 *
 * @param certificate PEM, or DER
 * @returns undefined where the subject is empty or has an attribute without text; the thumbprint then names the certificate
 * @throws Error when it is not a certificate
 */
export function subjectOf(certificate: string | Buffer): string | undefined {
  const printed = new X509Certificate(certificate).subject;
  // Node prints the parts line by line, as the certificate has them, with OpenSSL's short names.
  const read = printed ? readListForm(printed.replace(/(^|\n| \+ )uid=/g, '$1uniqueIdentifier=')) : undefined;
  if (!read || 'problem' in read) return undefined;
  const canonical = rfc4514(read.value.name);
  return [canonical, slashForm(read.value.name)].find((form) => {
    const again = readSubject(form);
    return again.ok && again.doubt === undefined && again.canonical === canonical;
  });
}
