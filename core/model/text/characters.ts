import { invisibleCharacter, isWithoutMeaning, straySpace } from './invisible';

/** A character that no text of a catalog may contain, however it is written. */
export interface InvalidCharacter {
  /**
   * `surrogate`: half of a character outside the basic plane. `invisible`: not visible to a reader. `meaningless`: for private use,
   * or not assigned to any character. `space`: not the usual space, and at the end of the text or next to another space.
   */
  readonly is: 'surrogate' | 'invisible' | 'meaningless' | 'space';
  /** `U+200B` */
  readonly codePoint: string;
}

// Half of a character outside the basic plane: such text cannot be encoded as UTF-8, and so cannot be sent or stored.
const SURROGATE = /\p{Surrogate}/u;

// Nearly all texts consist of these characters only.
const PLAIN = /^[\t\n\r\x20-\x7e]*$/;

/**
 * The first character of a text that is invalid or invisible; undefined if there is none. Two names that look the same would be two
 * names, and an escape would hide the character even from somebody who looks at the file's bytes.
 */
export function invalidCharacter(text: string): InvalidCharacter | undefined {
  if (PLAIN.test(text)) return undefined;
  const surrogate = SURROGATE.exec(text)?.[0];
  if (surrogate !== undefined) return { is: 'surrogate', codePoint: codePoint(surrogate) };
  const invisible = invisibleCharacter(text);
  if (invisible !== undefined)
    return { is: isWithoutMeaning(invisible) ? 'meaningless' : 'invisible', codePoint: codePoint(invisible) };
  const space = straySpace(text);
  return space === undefined ? undefined : { is: 'space', codePoint: codePoint(space) };
}

/** A character as Unicode names it: `U+200B`. */
export function codePoint(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
