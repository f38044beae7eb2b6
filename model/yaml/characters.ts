/** A character that no text of a catalog may hold, however it is written. */
export interface OddCharacter {
  readonly message: string;
  readonly hint: string;
}

// Half of a character outside the basic plane: no such text can be written as UTF-8, so nothing could be sent or stored.
const HALF = /\p{Surrogate}/u;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/;
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/;
// Joiners (U+200C, U+200D) are left alone: several scripts and many emoji need them.
const NO_WIDTH = /[\u200b\u2060-\u2064\ufeff]/;

/**
 * The first character in a value that is none or that nobody can see: written as an escape it stands in no line of the file, and
 * two names that look the same are two names. Undefined where all is well.
 */
export function oddCharacter(text: string): OddCharacter | undefined {
  const half = HALF.exec(text)?.[0];
  if (half !== undefined) {
    const message = `text holds ${codePoint(half)}, one half of a character without the other`;
    return { message, hint: 'remove it, or write the whole character' };
  }
  const unseen = (CONTROL.exec(text) ?? DIRECTION.exec(text) ?? NO_WIDTH.exec(text))?.[0];
  if (unseen === undefined) return undefined;
  return { message: `text holds the invisible character ${codePoint(unseen)}`, hint: 'remove it' };
}

/** A character as Unicode names it: `U+200B`. */
export function codePoint(char: string): string {
  return `U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
