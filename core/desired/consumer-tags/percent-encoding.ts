/**
 * Percent-encodes a text for a Kong tag (RFC 3986, upper-case hexadecimal, UTF-8): what stays as it is are the printable ASCII
 * characters without space, ',' and '/', which Kong takes apart, and '%', which begins an escape.
 */
export function encodeTagText(text: string): string {
  if (PLAIN.test(text)) return text;
  // Joined at once: a text that grows by one character at a time takes 32 bytes for each.
  return Array.from(new TextEncoder().encode(text), (byte) => BARE[byte] ?? escapeOf(byte)).join('');
}

/** Takes the encoding back; undefined where an escape is broken or the bytes are no UTF-8. */
export function decodeTagText(text: string): string | undefined {
  if (!ENCODED.test(text)) return undefined;
  const bytes = text.match(/%[0-9A-F]{2}|[^%]/g)?.map((part) => byteOf(part)) ?? [];
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}

const ENCODED = /^(?:%[0-9A-F]{2}|[\x21-\x24\x26-\x2b\x2d\x2e\x30-\x7e])*$/;

const PLAIN = /^[\x21-\x24\x26-\x2b\x2d\x2e\x30-\x7e]*$/;

const BARE: readonly (string | undefined)[] = Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte);
  return byte > 0x20 && byte < 0x7f && !',/%'.includes(character) ? character : undefined;
});

function escapeOf(byte: number): string {
  return `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

function byteOf(part: string): number {
  return part.length === 3 ? Number.parseInt(part.slice(1), 16) : part.charCodeAt(0);
}
