/**
 * Percent-encodes a text for a Kong tag (RFC 3986, upper-case hexadecimal, UTF-8). Printable ASCII characters are not encoded, except
 * for space, ',' and '/', which Kong treats as separators, and '%', which begins an escape.
 */
export function encodeTagText(text: string): string {
  if (PLAIN.test(text)) return text;
  // Joined once: appending one character at a time takes 32 bytes of memory for each.
  return Array.from(new TextEncoder().encode(text), (byte) => UNESCAPED[byte] ?? escapeOf(byte)).join('');
}

/** Decodes a percent-encoded text; undefined if an escape is malformed or the bytes are not valid UTF-8. */
export function decodeTagText(text: string): string | undefined {
  if (!ENCODED.test(text)) return undefined;
  const bytes = text.match(/%[0-9A-F]{2}|[^%]/g)?.map((token) => byteOf(token)) ?? [];
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}

const ENCODED = /^(?:%[0-9A-F]{2}|[\x21-\x24\x26-\x2b\x2d\x2e\x30-\x7e])*$/;

const PLAIN = /^[\x21-\x24\x26-\x2b\x2d\x2e\x30-\x7e]*$/;

const UNESCAPED: readonly (string | undefined)[] = Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte);
  return byte > 0x20 && byte < 0x7f && !',/%'.includes(character) ? character : undefined;
});

function escapeOf(byte: number): string {
  return `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

function byteOf(token: string): number {
  return token.length === 3 ? Number.parseInt(token.slice(1), 16) : token.charCodeAt(0);
}
