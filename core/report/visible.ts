/**
 * Invisible characters, and characters that move the cursor, change colours or reorder text: controls, format characters,
 * separators, fillers. A hostile file must not control the terminal. Joiners and variation selectors are excluded, because emoji and
 * several scripts need them.
 */
const INVISIBLE =
  /(?!\u200c|\u200d|[\ufe00-\ufe0f])[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}]/gu;
const WIDE =
  /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u;
const NARROW = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

/** A text on one line, with every invisible character replaced by a visible one. The UTF-16 length stays the same. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, (character) => (character === '\t' ? ' ' : '�'.repeat(character.length)));
}

/** The width of a visible text in terminal columns. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += NARROW.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return columns;
}
