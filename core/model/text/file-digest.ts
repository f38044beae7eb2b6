import { createHash } from 'node:crypto';

/**
 * SHA-256 of a file, in lower-case hexadecimal digits. In a text, line breaks count as LF: Git may check a file out with CRLF, and its
 * digest must not depend on that.
 */
export function fileDigest(content: string | Uint8Array): string {
  const bytes = Buffer.from(content);
  const text = bytes.toString('utf8');
  const isText = !text.includes('\0') && Buffer.from(text).equals(bytes);
  return createHash('sha256')
    .update(isText ? text.replaceAll('\r\n', '\n') : bytes)
    .digest('hex');
}
