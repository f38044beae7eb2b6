import { createHash } from 'node:crypto';

/**
 * SHA-256 of a file, in lower-case hexadecimal digits. In a text, line breaks count as LF: Git may check a file out with CRLF, and its
 * digest must not depend on that.
 */
export function fileDigest(content: string | Uint8Array): string {
  return sha256(withLineFeeds(content));
}

/** SHA-256 in lower-case hexadecimal digits, as `sha256sum` prints it. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** A file with LF as its line breaks if it is a text, otherwise unchanged. */
export function withLineFeeds(content: string | Uint8Array): string | Uint8Array {
  const bytes = Buffer.from(content);
  const text = bytes.toString('utf8');
  const isText = !text.includes('\0') && Buffer.from(text).equals(bytes);
  return isText ? text.replaceAll('\r\n', '\n') : bytes;
}
