const BASE64 = /^[A-Za-z0-9_+/-]{43}=?$/;

/**
 * A SHA-256 thumbprint in lower-case hexadecimal, from any form that the schema allows: hexadecimal with or without colons or
 * spaces, with the label that OpenSSL and keytool print, or base64 as in `x5t#S256`.
 */
export function thumbprintHex(written: string): string {
  const plain = written.trim().replace(LABEL, '');
  if (BASE64.test(plain)) return Buffer.from(plain, 'base64').toString('hex');
  return plain.replaceAll(/[: ]/g, '').toLowerCase();
}

const LABEL = /^sha-?256(?: fingerprint)? ?[:=] ?/i;
