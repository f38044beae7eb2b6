import { escapeRegex } from '../text/escape-regex';

/**
 * Escapes a text for the regular expression of a route. Terraform normalizes strings to NFC, which composes a letter with the combining
 * mark after it, so each mark gets its own group.
 */
export function literalPattern(text: string): string {
  return escapeRegex(text).replace(/\p{M}/gu, '(?:$&)');
}

/**
 * Escapes a text that a route refuses. A character that Terraform would replace (the Kelvin sign becomes K) is written as a range around
 * it.
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
