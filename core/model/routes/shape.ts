import { escapeRegex } from '../text/escape-regex';
import { fullPath } from './full-path';
import { literalsOf } from './template';

/** A parameter in a segment. It matches one or more characters other than a slash. */
export const PARAMETER = '\0';

/**
 * The segments of a path as the gateway matches them. Parameters lose their names.
 * @param basePath the base path of the API, without a trailing slash
 * @param template an OpenAPI path template: '/sessions/{sessionId}'
 */
export function routeShape(basePath: string, template: string): readonly string[] {
  const literals = literalsOf(fullPath(basePath, template)).map((literal) => literal.replaceAll(PARAMETER, ''));
  return literals.join(PARAMETER).split('/').slice(1);
}

/** A shape as text for messages: '/sessions/{}'. */
export function shapeText(shape: readonly string[]): string {
  return shape.map((segment) => `/${segment.replaceAll(PARAMETER, '{}')}`).join('');
}

/** Whether a segment contains a parameter. */
export function hasParameter(segment: string): boolean {
  return segment.includes(PARAMETER);
}

/** Whether a segment consists of one parameter only, and so matches any text. */
export function isParameter(segment: string): boolean {
  return segment === PARAMETER;
}

/** Whether every text that matches one segment also matches the other. */
export function isWithin(inner: string, outer: string): boolean {
  if (inner === outer || outer === PARAMETER) return inner !== '' || outer === '';
  if (!hasParameter(outer)) return false;
  return new RegExp(`^${outer.split(PARAMETER).map(escapeRegex).join('.+')}$`, 's').test(inner);
}

/** Whether some text matches both segments. */
export function segmentsOverlap(a: string, b: string): boolean {
  if (a === b) return true;
  if (!hasParameter(a) && !hasParameter(b)) return false;
  if (a === PARAMETER || b === PARAMETER) return a !== '' && b !== '';
  return tokensOverlap(tokensOf(a), tokensOf(b));
}

/** A parameter becomes two tokens: any single character, then any number of them. */
function tokensOf(segment: string): readonly string[] {
  return [...segment].flatMap((character) => (character === PARAMETER ? [ANY, MORE] : [character]));
}

const ANY = 'any';
const MORE = 'more';

/** Whether some text matches both token lists. Row i, column j: the first i and the first j tokens match a common text. */
function tokensOverlap(a: readonly string[], b: readonly string[]): boolean {
  let row = new Array<boolean>(b.length + 1).fill(false);
  for (let i = 0; i <= a.length; i += 1) {
    const next = new Array<boolean>(b.length + 1).fill(false);
    for (let j = 0; j <= b.length; j += 1) {
      const [left, above, corner] = [j > 0 && next[j - 1], row[j], j > 0 && row[j - 1]];
      const [x, y] = [a[i - 1], b[j - 1]];
      next[j] =
        (i === 0 && j === 0) ||
        // MORE matches nothing, or one more character.
        (x === MORE && (above || left === true)) ||
        (y === MORE && (left === true || above)) ||
        (corner === true && x !== MORE && y !== MORE && (x === y || x === ANY || y === ANY)) ||
        false;
    }
    row = next;
  }
  return row[b.length] === true;
}
