import { escapeRegex } from '../text/escape-regex';

/**
 * A text as a regular expression of a route. Terraform composes letters with the marks behind them, so each mark is in a group of its own.
 */
export function literalPattern(text: string): string {
  return escapeRegex(text).replace(/\p{M}/gu, '(?:$&)');
}

/**
 * The same for a text that is refused: a character that Terraform would replace, such as the Kelvin sign by a K, is the range around it.
 */
export function refusedPattern(text: string): string {
  return [...text]
    .map((character) => (isKept(character) ? literalPattern(character) : rangeAround(character)))
    .join('');
}

function rangeAround(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const neighbour = (step: number): string => {
    let next = code + step;
    while (!isKept(String.fromCodePoint(next))) next += step;
    return String.fromCodePoint(next);
  };
  return `[${neighbour(-1)}-${neighbour(1)}]`;
}

function isKept(character: string): boolean {
  return /\p{M}/u.test(character) || character.normalize('NFC') === character;
}
