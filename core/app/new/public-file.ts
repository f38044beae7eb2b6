import { createPrivateKey, X509Certificate } from 'node:crypto';
import { holdsPrivateKey, shellWord } from '../../model';
import type { CommandContext } from '../command-context';
import { UserError } from '../user-error';
import { readBounded } from './read-bounded';

/** One block of a PEM file, or the whole of a DER file, which has no label. */
export interface Block {
  readonly label?: string;
  readonly der: Buffer;
}

/** What is wanted of a file: the hints lead to it. */
export type Wanted = 'certificate' | 'key';

/** A file with public parts of credentials: keys, requests and certificates. */
export interface PublicFile {
  /** The file as it was named. */
  readonly shown: string;
  /** Its text, where it is JSON. */
  readonly json?: string;
  /** Else its blocks, in their order. */
  readonly blocks: readonly Block[];
}

const PEM_BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\s]+)-----END \1-----/g;

/**
 * Reads a file of which parts go into a document. Nothing of a private key ever gets that far.
 *
 * @throws UserError when the file cannot be read, or holds a private key; no part of it is in the message
 */
export function readPublicFile(context: CommandContext, shown: string, wanted: Wanted): PublicFile {
  const bytes = readBounded(context, shown, MAX_BYTES);
  const text = bytes.toString('utf8').replace(/^\ufeff/, '');
  if (/-----BEGIN OPENSSH PRIVATE KEY-----/.test(text))
    throw privateKey(shown, wanted, `ssh-keygen -e -m PKCS8 -f ${shellWord(shown)} > public.pem`);
  if (holdsPrivateKey(text))
    throw hasCertificate(text) ? beside(shown) : privateKey(shown, wanted, publicPart(shown, text));
  if (/^\s*\{/.test(text)) return { shown, json: text, blocks: [] };
  const blocks = [...text.matchAll(PEM_BLOCK)].map(
    ([, label = '', body = '']): Block => ({ label, der: Buffer.from(body, 'base64') }),
  );
  if (blocks.length > 0) return { shown, blocks };
  if (text.includes('-----BEGIN ')) throw new UserError(`'${shown}' is not whole: a PEM block in it cannot be read`);
  if (isPrivateDer(bytes))
    throw privateKey(shown, wanted, `openssl pkey -inform DER -in ${shellWord(shown)} -pubout -out public.pem`);
  if (isPkcs12(bytes))
    throw new UserError(
      `'${shown}' is a PKCS #12 file, which usually holds a private key, of which nothing may be in a catalog`,
      `this makes a file of its certificate, to be given instead: openssl pkcs12 -in ${shellWord(shown)} -clcerts -nokeys -out certificate.pem`,
    );
  return { shown, blocks: [{ der: bytes }] };
}

/**
 * A private key was given. A certificate cannot be made of it, so who needs one is asked for that.
 *
 * @param command a shell line that makes a file of its public key; undefined where no line does for every such file
 */
export function privateKey(shown: string, wanted: Wanted, command: string | undefined): UserError {
  const instead = {
    certificate: 'give the client certificate that was issued for it',
    key:
      command === undefined
        ? 'give a file of its public key'
        : `this makes a file of its public key, to be given instead: ${command}`,
  }[wanted];
  return new UserError(
    `'${shown}' holds a private key, of which nothing may be in a catalog`,
    `it stays with its owner; ${instead}`,
  );
}

/** A private key beside its certificate, of which either can be read. */
function beside(shown: string): UserError {
  return new UserError(
    `'${shown}' holds a private key, of which nothing may be in a catalog`,
    `it stays with its owner; this makes a file of the certificate, to be given instead: openssl x509 -in ${shellWord(shown)} -out certificate.pem`,
  );
}

function hasCertificate(text: string): boolean {
  return /^-----BEGIN CERTIFICATE-----\s*$/m.test(text);
}

/** A line that takes the public key out of a PEM file; undefined where the key is inside something else, such as JSON. */
function publicPart(shown: string, text: string): string | undefined {
  return /^-----BEGIN /m.test(text) ? `openssl pkey -in ${shellWord(shown)} -pubout -out public.pem` : undefined;
}

/** More than a key or a chain of certificates has. */
const MAX_BYTES = 1024 * 1024;

function isPrivateDer(der: Buffer): boolean {
  // A certificate is looked at first: most files are one.
  return !isCertificate(der) && (['pkcs8', 'pkcs1', 'sec1'] as const).some((type) => opens(der, type));
}

function opens(der: Buffer, type: 'pkcs8' | 'pkcs1' | 'sec1'): boolean {
  try {
    createPrivateKey({ key: der, format: 'der', type });
    return true;
  } catch (error) {
    // An encrypted one is asked for its passphrase.
    return error instanceof Error && 'code' in error && error.code === 'ERR_MISSING_PASSPHRASE';
  }
}

/** RFC 7292: a sequence that begins with version 3 and a content of PKCS #7. */
function isPkcs12(der: Buffer): boolean {
  return /^30(82.{4}|83.{6}|84.{8}|..)02010330/.test(der.subarray(0, 12).toString('hex'));
}

function isCertificate(der: Buffer): boolean {
  try {
    return new X509Certificate(der).raw.length > 0;
  } catch {
    return false;
  }
}
