import type { InvalidCharacter } from '../../model/text/characters';

/** What is wrong with a text that contains an invalid character: `text contains …`. */
export function describeInvalidCharacter({ is, codePoint }: InvalidCharacter): {
  readonly message: string;
  readonly hint: string;
} {
  switch (is) {
    case 'surrogate':
      return {
        message: `text contains ${codePoint}, one half of a character without the other`,
        hint: 'remove it, or write the whole character',
      };
    case 'meaningless':
      return { message: `text contains ${codePoint}, which is not an assigned character`, hint: 'remove it' };
    case 'invisible':
      return { message: `text contains the invisible character ${codePoint}`, hint: 'remove it' };
    case 'space':
      return {
        message: `text contains the space ${codePoint} at an end or next to another space, where it is invisible`,
        hint: 'remove it, or write an ordinary space',
      };
  }
}
