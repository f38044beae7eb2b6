import { createPublicKey, type KeyObject } from 'node:crypto';

const SEQUENCE = 0x30;
const INTEGER = 0x02;

/**
 * The public key of a certificate request in DER form (RFC 2986): a sequence whose first member is a sequence of version,
 * subject, and the key as SubjectPublicKeyInfo, which Node reads.
 *
 * @throws Error if it is not a certificate request
 */
export function keyOfRequest(der: Buffer): KeyObject {
  const request = element(der, 0, SEQUENCE);
  const info = element(der, request.start, SEQUENCE);
  const version = element(der, info.start, INTEGER);
  const subject = element(der, version.end, SEQUENCE);
  const key = element(der, subject.end, SEQUENCE);
  return createPublicKey({ key: der.subarray(subject.end, key.end), format: 'der', type: 'spki' });
}

/** The start of the content of the element at an offset, and the end of the element. */
function element(der: Buffer, at: number, tag: number): { readonly start: number; readonly end: number } {
  if (der[at] !== tag) throw new Error('not a certificate request');
  const first = der[at + 1] ?? 0;
  const count = first < 0x80 ? 0 : first & 0x7f;
  if (count > 4 || first === 0x80) throw new Error('not DER');
  const start = at + 2 + count;
  const length = count === 0 ? first : der.readUIntBE(at + 2, count);
  if (start + length > der.length) throw new Error('not whole');
  return { start, end: start + length };
}
