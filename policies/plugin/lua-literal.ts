/** A text as a Lua string literal for any version of Lua. Everything but printable ASCII is escaped by its decimal code. */
export function luaString(text: string): string {
  let literal = '';
  for (const byte of new TextEncoder().encode(text)) {
    const isPlain = byte >= 0x20 && byte < 0x7f && byte !== 0x22 && byte !== 0x5c;
    literal += isPlain ? String.fromCharCode(byte) : `\\${String(byte).padStart(3, '0')}`;
  }
  return `"${literal}"`;
}

/** A list of texts as a Lua table. */
export function luaList(texts: readonly string[]): string {
  return `{ ${texts.map(luaString).join(', ')} }`;
}
