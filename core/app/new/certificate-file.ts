import { X509Certificate } from 'node:crypto';
import { subjectOf } from '../../model';
import type { CommandContext } from '../command-context';
import { UserError } from '../user-error';
import { readPublicFile } from './public-file';

/** A client certificate as a document registers it. */
export interface RegisteredCertificate {
  /** Subject in a form that is read back as the same name; undefined if there is none, or if it cannot be written as text. */
  readonly subject: string | undefined;
  /** SHA-256 thumbprint in lower-case hexadecimal. */
  readonly sha256: string;
}

/**
 * Reads the client certificate from a PEM or DER file; of a chain, the first one, which is the client's own.
 *
 * @throws UserError if there is none, if it has expired, or if the file contains a private key
 */
export function readCertificate(context: CommandContext, displayPath: string): RegisteredCertificate {
  const { blocks } = readPublicFile(context, displayPath, 'certificate');
  const block = blocks.find(({ label }) => label === undefined || label === 'CERTIFICATE');
  const certificate = block && parsed(block.der);
  if (!certificate)
    throw new UserError(
      `'${displayPath}' contains no readable certificate`,
      "pass a PEM file with a 'CERTIFICATE' block, or a certificate in DER form",
    );
  const end = new Date(certificate.validTo).toISOString().slice(0, 10);
  if (end < context.today)
    throw new UserError(
      `the certificate in '${displayPath}' expired on ${end}`,
      'ask the partner for its current certificate',
    );
  return {
    subject: subjectOf(certificate.raw),
    sha256: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
  };
}

function parsed(der: Buffer): X509Certificate | undefined {
  try {
    return new X509Certificate(der);
  } catch {
    return undefined;
  }
}
