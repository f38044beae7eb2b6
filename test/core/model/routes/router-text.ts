import { gatewayText } from '../../../../core/model/routes';

/**
 * The path of a call as the gateway's router sees it: all characters except reserved ones decoded, then double slashes merged and dot
 * segments resolved. Undefined if no route can match because the bytes are not UTF-8, or if the gateway responds with 400.
 */
export function routerText(path: string): string | undefined {
  const decoded = gatewayText(path)?.replaceAll(/\/{2,}/g, '/');
  if (decoded === undefined || decoded.includes('\0')) return undefined;
  const segments: string[] = [];
  const steps = decoded.split('/').slice(1);
  for (const [index, segment] of steps.entries()) {
    if (segment === '..') segments.pop();
    if (segment !== '.' && segment !== '..') segments.push(segment);
    else if (index === steps.length - 1) segments.push('');
  }
  return `/${segments.join('/')}`;
}

/**
 * The path of a route as a JavaScript regular expression. It is compiled once and without the flag 'u', with which V8 is ten times slower;
 * so Unicode classes become ranges, and a character above U+FFFF counts as two.
 */
export function routerRegex(path: string): RegExp {
  const known = compiled.get(path);
  if (known) return known;
  const plain = CLASSES.reduce((text, [name, range]) => text.replaceAll(name, range), path.slice(1));
  const regex = new RegExp(`^${plain}`);
  compiled.set(path, regex);
  return regex;
}

const compiled = new Map<string, RegExp>();

const SPACES = String.raw`\x20\xa0\u1680\u2000-\u200a\u202f\u205f\u3000`;

const CLASSES = [
  [String.raw`\p{Zs}`, SPACES],
  [String.raw`\p{Z}`, String.raw`${SPACES}\u2028\u2029`],
  [String.raw`\p{Cc}`, String.raw`\x00-\x1f\x7f-\x9f`],
] as const;

/** The path that the gateway forwards for a router text: encoded again, except reserved and already encoded characters. */
export function sentText(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9._~!#$&'()*+,/:;=?@[\]%-]/gu, encodeURIComponent);
}
