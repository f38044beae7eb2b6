import { gatewayText } from '../../../../core/model/routes';

/**
 * A call's path as the gateway's router sees it: decoded but for reserved characters, then without double slashes and dot
 * segments. Undefined where no route fits, since the bytes are no UTF-8, and where the gateway answers 400.
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
 * A route's path as a regular expression of JavaScript. Compiled once and without the flag 'u', under which V8 takes ten times as
 * long; so classes of Unicode become ranges, and a character beyond the first 65,536 counts for two.
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

/** A path as the gateway sends it on, of the text that its router saw: encoded again, but for reserved characters and what is encoded. */
export function sentText(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9._~!#$&'()*+,/:;=?@[\]%-]/gu, encodeURIComponent);
}
