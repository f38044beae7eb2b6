import { X509Certificate } from 'node:crypto';
import { subjectOf } from '../../model';
import type { CommandContext } from '../command-context';
import { UserError } from '../user-error';
import { readPublicFile } from './public-file';

/** What a document says of a client certificate. */
export interface RegisteredCertificate {
  /** Subject in a form that is read as this name; undefined where the certificate has none, or one that only its thumbprint names. */
  readonly subject: string | undefined;
  /** SHA-256 thumbprint in lower-case hexadecimal. */
  readonly sha256: string;
}

/**
 * Reads the client certificate of a PEM or DER file; of a chain the first, which is the client's own.
 *
 * @throws UserError when there is none, when it has run out, or when the file holds a private key
 */
export function readCertificate(context: CommandContext, shown: string): RegisteredCertificate {
  const { blocks } = readPublicFile(context, shown, 'certificate');
  const block = blocks.find(({ label }) => label === undefined || label === 'CERTIFICATE');
  const certificate = block && parsed(block.der);
  if (!certificate)
    throw new UserError(
      `'${shown}' holds no certificate that can be read`,
      "give a file with a PEM block 'CERTIFICATE', or a certificate in DER form",
    );
  const end = new Date(certificate.validTo).toISOString().slice(0, 10);
  if (end < context.today)
    throw new UserError(`the certificate in '${shown}' ended on ${end}`, 'ask the partner for the one that follows it');
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
