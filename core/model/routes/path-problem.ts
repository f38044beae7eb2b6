import { gatewayText } from './gateway-text';

/** Why a path template matches no calls, or not the intended ones. */
export type PathProblem =
  | { readonly reason: 'no-leading-slash' | 'control-character' | 'query' | 'fragment' | 'backslash' }
  | { readonly reason: 'stray-brace'; readonly brace: string }
  | { readonly reason: 'space'; readonly isLast: boolean }
  /** A character that a path must percent-encode; `isInvisible` if it is white space, a format character or half a character. */
  | { readonly reason: 'character'; readonly character: string; readonly isInvisible: boolean }
  | { readonly reason: 'incomplete-encoding' | 'encoded-bytes' | 'encoded-control-character' | 'empty-segment' }
  | { readonly reason: 'dot-segment'; readonly segment: string };

/** Characters that RFC 3986 allows in a path without encoding. */
const PLAIN = /^[A-Za-z0-9._~!$&'()*+,;=:@%/-]$/;

/** A parameter in braces: `{sessionId}`. */
const PARAMETER = /\{[^{}/]+\}/g;

/** Control characters. */
const CONTROL = /\p{Cc}/u;

/** White space, format characters and lone surrogates. */
const INVISIBLE = /[\s\p{Cf}\p{Cs}]/u;

/** The problem with a path template of an OpenAPI file; undefined if the gateway can match it. */
export function pathProblem(path: string): PathProblem | undefined {
  if (!path.startsWith('/')) return { reason: 'no-leading-slash' };
  if (CONTROL.test(path)) return { reason: 'control-character' };
  // The name of a parameter does not matter: it matches one or more characters of a segment.
  const literal = path.replaceAll(PARAMETER, PLACEHOLDER);
  return (
    characterProblem(literal) ??
    encodingProblem(path.split(PARAMETER)) ??
    segmentProblem(
      literal
        .split('/')
        .slice(1)
        .map((segment) => gatewayText(segment) ?? segment),
    )
  );
}

/** Replaces parameters while the literal text is checked. */
const PLACEHOLDER = 'x';

function characterProblem(path: string): PathProblem | undefined {
  const found = [...path].find((character) => !PLAIN.test(character));
  switch (found) {
    case undefined:
      return undefined;
    case '?':
      return { reason: 'query' };
    case '#':
      return { reason: 'fragment' };
    case '\\':
      return { reason: 'backslash' };
    case '{':
    case '}':
      return { reason: 'stray-brace', brace: found };
    case ' ':
      return { reason: 'space', isLast: path.trimEnd() !== path };
    default:
      return { reason: 'character', character: found, isInvisible: INVISIBLE.test(found) };
  }
}

function encodingProblem(literals: readonly string[]): PathProblem | undefined {
  if (literals.some((literal) => /%(?![0-9A-Fa-f]{2})/.test(literal))) return { reason: 'incomplete-encoding' };
  const texts = literals.map(gatewayText);
  if (texts.includes(undefined)) return { reason: 'encoded-bytes' };
  return texts.some((text) => text !== undefined && CONTROL.test(text))
    ? { reason: 'encoded-control-character' }
    : undefined;
}

function segmentProblem(segments: readonly string[]): PathProblem | undefined {
  if (segments.slice(0, -1).includes('')) return { reason: 'empty-segment' };
  const dots = segments.find((segment) => segment === '.' || segment === '..');
  return dots === undefined ? undefined : { reason: 'dot-segment', segment: dots };
}
