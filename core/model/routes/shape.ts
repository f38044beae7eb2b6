import { escapeRegex } from '../text/escape-regex';
import { fullPath } from './full-path';
import { literalsOf } from './template';

/** The place of a parameter in a segment; it stands for one character or more, none of them a slash. */
export const PARAMETER = '\0';

/**
 * Segments of a path as the gateway matches it: what is in braces becomes a parameter, whatever its name.
 * @param basePath the API's, without a slash at the end
 * @param template an OpenAPI path template: '/sessions/{sessionId}'
 */
export function routeShape(basePath: string, template: string): readonly string[] {
  const literals = literalsOf(fullPath(basePath, template)).map((literal) => literal.replaceAll(PARAMETER, ''));
  return literals.join(PARAMETER).split('/').slice(1);
}

/** A shape as messages write it: '/sessions/{}'. */
export function shapeText(shape: readonly string[]): string {
  return shape.map((segment) => `/${segment.replaceAll(PARAMETER, '{}')}`).join('');
}

/** Whether a segment has a parameter in it. */
export function hasParameter(segment: string): boolean {
  return segment.includes(PARAMETER);
}

/** Whether a segment is one parameter and nothing else: it stands for any text. */
export function isParameter(segment: string): boolean {
  return segment === PARAMETER;
}

/** Whether every text of one segment fits another. */
export function isWithin(inner: string, outer: string): boolean {
  if (inner === outer || outer === PARAMETER) return inner !== '' || outer === '';
  if (!hasParameter(outer)) return false;
  return new RegExp(`^${outer.split(PARAMETER).map(escapeRegex).join('.+')}$`, 's').test(inner);
}

/** Whether there is a text that fits both segments. */
export function segmentsMeet(a: string, b: string): boolean {
  if (a === b) return true;
  if (!hasParameter(a) && !hasParameter(b)) return false;
  if (a === PARAMETER || b === PARAMETER) return a !== '' && b !== '';
  return meet(tokensOf(a), tokensOf(b));
}

/** A parameter is any one character and then any number of them. */
function tokensOf(segment: string): readonly string[] {
  return [...segment].flatMap((character) => (character === PARAMETER ? [ANY, MORE] : [character]));
}

const ANY = 'any';
const MORE = 'more';

/** Whether two patterns have a text in common; row by row over the places reached in both. */
function meet(a: readonly string[], b: readonly string[]): boolean {
  let row = new Array<boolean>(b.length + 1).fill(false);
  for (let i = 0; i <= a.length; i += 1) {
    const next = new Array<boolean>(b.length + 1).fill(false);
    for (let j = 0; j <= b.length; j += 1) {
      const [left, above, corner] = [j > 0 && next[j - 1], row[j], j > 0 && row[j - 1]];
      const [x, y] = [a[i - 1], b[j - 1]];
      next[j] =
        (i === 0 && j === 0) ||
        // `more` may stand for nothing, or for one character further.
        (x === MORE && (above || left === true)) ||
        (y === MORE && (left === true || above)) ||
        (corner === true && x !== MORE && y !== MORE && (x === y || x === ANY || y === ANY)) ||
        false;
    }
    row = next;
  }
  return row[b.length] === true;
}
