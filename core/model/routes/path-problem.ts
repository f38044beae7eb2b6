import { shown } from '../messages/shown';
import { gatewayText } from './gateway-text';

/** Why a path template matches no calls, or not the intended ones. */
export interface PathProblem {
  /** The predicate of a sentence whose subject is the path: `has an empty segment`. */
  readonly predicate: string;
  /** The edit to make. */
  readonly hint: string;
}

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
  if (!path.startsWith('/'))
    return { predicate: 'does not start with a slash', hint: "write it like '/sessions/{sessionId}'" };
  if (CONTROL.test(path)) return { predicate: 'has a control character in it', hint: 'remove it' };
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
      return {
        predicate: "has a '?' in it; the query is not part of the path",
        hint: "remove it and declare the query under 'parameters' with 'in: query'",
      };
    case '#':
      return {
        predicate: "has a '#' in it; clients do not send fragments",
        hint: 'remove it; operations of a path differ by method',
      };
    case '\\':
      return { predicate: 'has a backslash in it', hint: "write '/' between segments" };
    case '{':
    case '}':
      return {
        predicate: `has a '${found}' that is not part of a parameter`,
        hint: "write parameters like '{sessionId}', in one segment",
      };
    case ' ':
      return path.trimEnd() === path
        ? { predicate: 'has a space in it', hint: "write it as '%20'" }
        : { predicate: 'ends with a space', hint: 'remove it' };
    default:
      return {
        predicate: `has ${shown(found)} in it, which is not allowed in a path`,
        hint: INVISIBLE.test(found) ? 'remove it' : `write it as '${encodeURIComponent(found)}'`,
      };
  }
}

function encodingProblem(literals: readonly string[]): PathProblem | undefined {
  if (literals.some((literal) => /%(?![0-9A-Fa-f]{2})/.test(literal))) {
    return {
      predicate: "has a '%' that is not followed by two hexadecimal digits",
      hint: "write '%25' for the character itself",
    };
  }
  const texts = literals.map(gatewayText);
  if (texts.includes(undefined)) {
    return { predicate: 'has percent-encoded bytes that are not UTF-8', hint: "write characters like 'é' as '%C3%A9'" };
  }
  return texts.some((text) => text !== undefined && CONTROL.test(text))
    ? { predicate: 'has a percent-encoded control character in it', hint: 'remove it' }
    : undefined;
}

function segmentProblem(segments: readonly string[]): PathProblem | undefined {
  if (segments.slice(0, -1).includes('')) {
    return {
      predicate: 'has an empty segment; the gateway merges consecutive slashes',
      hint: 'remove the second slash',
    };
  }
  const dots = segments.find((segment) => segment === '.' || segment === '..');
  return dots === undefined
    ? undefined
    : {
        predicate: `has the segment '${dots}', which the gateway resolves before it matches a call`,
        hint: 'write the resolved path',
      };
}
