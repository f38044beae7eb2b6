/** Reserved characters: encoded and plain, they have different meanings, so the gateway leaves both unchanged. */
const RESERVED = new Set([..."!*'();:@&=+$,/?%#[]"].map((character) => character.charCodeAt(0)));

const ENCODED = /(?:%[0-9A-Fa-f]{2})+/g;

/**
 * The text of a path as the gateway compares it: percent-encoded characters are decoded (`caf%C3%A9` becomes `café`), except reserved
 * ones, whose encoding becomes upper case (`%2f` becomes `%2F`).
 *
 * @returns undefined if the encoded bytes are not UTF-8
 */
export function gatewayText(text: string): string | undefined {
  try {
    return text.replace(ENCODED, (run) =>
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytesOf(run)),
    );
  } catch {
    return undefined;
  }
}

function bytesOf(run: string): Uint8Array {
  const bytes = run.match(/[^%]{2}/g) ?? [];
  return Buffer.concat(
    bytes.map((hex) => {
      const byte = Number.parseInt(hex, 16);
      return RESERVED.has(byte) ? Buffer.from(`%${hex.toUpperCase()}`) : Buffer.of(byte);
    }),
  );
}
