/** Characters whose percent-encoding says something else than they do themselves: the gateway leaves both as they are. */
const RESERVED = new Set([..."!*'();:@&=+$,/?%#[]"].map((character) => character.charCodeAt(0)));

const ENCODED = /(?:%[0-9A-Fa-f]{2})+/g;

/**
 * A text of a path as the gateway compares it: characters that are percent-encoded become themselves (`caf%C3%A9` is `café`),
 * all but reserved ones, whose encoding is in upper case (`%2f` is `%2F`).
 *
 * @returns undefined where what is encoded is no UTF-8
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
