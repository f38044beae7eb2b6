import { createPrivateKey, X509Certificate } from 'node:crypto';
import { holdsPrivateKey, shellWord } from '../../model';
import type { CommandContext } from '../command-context';
import { UserError } from '../user-error';
import { readBounded } from './read-bounded';

/** One block of a PEM file, or a whole DER file, which has no label. */
export interface Block {
  readonly label?: string;
  readonly der: Buffer;
}

/** The credential to read from a file; hints explain how to get a file that contains it. */
export type CredentialType = 'certificate' | 'key';

/** A file with public credentials: keys, certificate requests or certificates. */
export interface PublicFile {
  /** The file as the user named it. */
  readonly displayPath: string;
  /** Its text if it is JSON. */
  readonly json?: string;
  /** Its blocks in order; empty if it is JSON. */
  readonly blocks: readonly Block[];
}

const PEM_BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\s]+)-----END \1-----/g;

/**
 * Reads a file with a public credential for a document. A private key is rejected, so that no part of it reaches the catalog.
 *
 * @throws UserError if the file cannot be read, or contains a private key; the message contains no part of it
 */
export function readPublicFile(context: CommandContext, displayPath: string, type: CredentialType): PublicFile {
  const bytes = readBounded(context, displayPath, MAX_BYTES);
  const text = bytes.toString('utf8').replace(/^\ufeff/, '');
  if (/-----BEGIN OPENSSH PRIVATE KEY-----/.test(text))
    throw privateKeyError(displayPath, type, `ssh-keygen -e -m PKCS8 -f ${shellWord(displayPath)} > public.pem`);
  if (holdsPrivateKey(text))
    throw hasCertificate(text)
      ? keyWithCertificateError(displayPath)
      : privateKeyError(displayPath, type, extractCommand(displayPath, text));
  if (/^\s*\{/.test(text)) return { displayPath, json: text, blocks: [] };
  const blocks = [...text.matchAll(PEM_BLOCK)].map(
    ([, label = '', body = '']): Block => ({ label, der: Buffer.from(body, 'base64') }),
  );
  if (blocks.length > 0) return { displayPath, blocks };
  if (text.includes('-----BEGIN '))
    throw new UserError(`'${displayPath}' is incomplete: it contains an unreadable PEM block`);
  if (isPrivateDer(bytes))
    throw privateKeyError(
      displayPath,
      type,
      `openssl pkey -inform DER -in ${shellWord(displayPath)} -pubout -out public.pem`,
    );
  if (isPkcs12(bytes))
    throw new UserError(
      `'${displayPath}' is a PKCS #12 file, which usually contains a private key; a private key must never be in a catalog`,
      `extract the certificate, and pass that instead: openssl pkcs12 -in ${shellWord(displayPath)} -clcerts -nokeys -out certificate.pem`,
    );
  return { displayPath, blocks: [{ der: bytes }] };
}

/**
 * The error for a file with a private key.
 *
 * @param command a shell command that extracts the public key; undefined if none works for every such file
 */
export function privateKeyError(displayPath: string, type: CredentialType, command: string | undefined): UserError {
  const instead = {
    certificate: 'pass the client certificate that was issued for it',
    key:
      command === undefined
        ? 'pass a file with its public key'
        : `extract the public key, and pass that instead: ${command}`,
  }[type];
  return new UserError(
    `'${displayPath}' contains a private key, which must never be in a catalog`,
    `keep the key with its owner; ${instead}`,
  );
}

/** The error for a file with both a private key and a certificate. */
function keyWithCertificateError(displayPath: string): UserError {
  return new UserError(
    `'${displayPath}' contains a private key, which must never be in a catalog`,
    `keep the key with its owner; extract the certificate, and pass that instead: openssl x509 -in ${shellWord(displayPath)} -out certificate.pem`,
  );
}

function hasCertificate(text: string): boolean {
  return /^-----BEGIN CERTIFICATE-----\s*$/m.test(text);
}

/** A command that extracts the public key from a PEM file; undefined if the key is inside another format, such as JSON. */
function extractCommand(displayPath: string, text: string): string | undefined {
  return /^-----BEGIN /m.test(text) ? `openssl pkey -in ${shellWord(displayPath)} -pubout -out public.pem` : undefined;
}

/** More than any key or certificate chain needs. */
const MAX_BYTES = 1024 * 1024;

function isPrivateDer(der: Buffer): boolean {
  // Most files are certificates, so try that first.
  return !isCertificate(der) && (['pkcs8', 'pkcs1', 'sec1'] as const).some((type) => isReadableAs(der, type));
}

function isReadableAs(der: Buffer, type: 'pkcs8' | 'pkcs1' | 'sec1'): boolean {
  try {
    createPrivateKey({ key: der, format: 'der', type });
    return true;
  } catch (error) {
    // Node requires a passphrase for an encrypted key.
    return error instanceof Error && 'code' in error && error.code === 'ERR_MISSING_PASSPHRASE';
  }
}

/** RFC 7292: a sequence that starts with version 3 and PKCS #7 content. */
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
