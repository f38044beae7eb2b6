import { isWithoutMeaning, straySpace, unseenCharacter } from './invisible';

/** A character that no text of a catalog may hold, however it is written. */
export interface OddCharacter {
  readonly message: string;
  readonly hint: string;
}

// Half of a character outside the basic plane: no such text can be written as UTF-8, so nothing could be sent or stored.
const HALF = /\p{Surrogate}/u;

// What nearly all texts consist of.
const PLAIN = /^[\t\n\r\x20-\x7e]*$/;

/**
 * The first character in a value that is none or that nobody can see: written as an escape it stands in no line of the file, and
 * two names that look the same are two names. Undefined where all is well.
 */
export function oddCharacter(text: string): OddCharacter | undefined {
  if (PLAIN.test(text)) return undefined;
  const half = HALF.exec(text)?.[0];
  if (half !== undefined) {
    const message = `text holds ${codePoint(half)}, one half of a character without the other`;
    return { message, hint: 'remove it, or write the whole character' };
  }
  const unseen = unseenCharacter(text);
  if (unseen !== undefined) {
    const what = isWithoutMeaning(unseen) ? 'character without a meaning' : 'invisible character';
    return { message: `text holds the ${what} ${codePoint(unseen)}`, hint: 'remove it' };
  }
  const space = straySpace(text);
  if (space === undefined) return undefined;
  return {
    message: `text holds the space ${codePoint(space)} at an end or beside another, where nobody sees it`,
    hint: 'remove it, or write an ordinary space',
  };
}

/** A character as Unicode names it: `U+200B`. */
export function codePoint(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
