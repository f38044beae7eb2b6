import { shown } from '../messages/shown';
import { gatewayText } from './gateway-text';

/** Why no call could ever fit a path, or not the calls that it is meant for. */
export interface PathProblem {
  /** What follows the path in a sentence: `has an empty segment`. */
  readonly what: string;
  /** The edit to make. */
  readonly hint: string;
}

/** What RFC 3986 lets stand in a path as it is. */
const PLAIN = /^[A-Za-z0-9._~!$&'()*+,;=:@%/-]$/;

/** A parameter in braces: `{sessionId}`. */
const PARAMETER = /\{[^{}/]+\}/g;

/** Control characters. */
const CONTROL = /\p{Cc}/u;

/** White space, what is not shown at all, and halves of characters. */
const INVISIBLE = /[\s\p{Cf}\p{Cs}]/u;

/** What is wrong with a path template of an OpenAPI file; undefined where the gateway can match it. */
export function pathProblem(path: string): PathProblem | undefined {
  if (!path.startsWith('/'))
    return { what: 'does not start with a slash', hint: "write it like '/sessions/{sessionId}'" };
  if (CONTROL.test(path)) return { what: 'has a control character in it', hint: 'take it out' };
  // A parameter's name is for people: whatever it is, it stands for one character or more of a segment.
  const literal = path.replaceAll(PARAMETER, PLACE);
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

/** Stands for a parameter where only the rest is looked at. */
const PLACE = 'x';

function characterProblem(path: string): PathProblem | undefined {
  const found = [...path].find((character) => !PLAIN.test(character));
  switch (found) {
    case undefined:
      return undefined;
    case '?':
      return {
        what: "has a '?' in it; a query is no part of a path",
        hint: "take it out and declare what follows under 'parameters' with 'in: query'",
      };
    case '#':
      return {
        what: "has a '#' in it; no call carries what follows",
        hint: 'take it out; methods tell operations apart',
      };
    case '\\':
      return { what: 'has a backslash in it', hint: "write '/' between segments" };
    case '{':
    case '}':
      return {
        what: `has a '${found}' that belongs to no parameter`,
        hint: "write parameters like '{sessionId}', in one segment",
      };
    case ' ':
      return path.trimEnd() === path
        ? { what: 'has a space in it', hint: "write it as '%20'" }
        : { what: 'ends with a space', hint: 'take it out' };
    default:
      return {
        what: `has ${shown(found)} in it, which stands in no path as it is`,
        hint: INVISIBLE.test(found) ? 'take it out' : `write it as '${encodeURIComponent(found)}'`,
      };
  }
}

function encodingProblem(literals: readonly string[]): PathProblem | undefined {
  if (literals.some((literal) => /%(?![0-9A-Fa-f]{2})/.test(literal))) {
    return { what: "has a '%' without two digits after it", hint: "write '%25' for the character itself" };
  }
  const texts = literals.map(gatewayText);
  if (texts.includes(undefined)) {
    return { what: 'has percent-encoded bytes that are no UTF-8', hint: "write characters like 'é' as '%C3%A9'" };
  }
  return texts.some((text) => text !== undefined && CONTROL.test(text))
    ? { what: 'has a percent-encoded control character in it', hint: 'take it out' }
    : undefined;
}

function segmentProblem(segments: readonly string[]): PathProblem | undefined {
  if (segments.slice(0, -1).includes('')) {
    return { what: 'has an empty segment; the gateway makes one slash of two', hint: 'take the second slash out' };
  }
  const dots = segments.find((segment) => segment === '.' || segment === '..');
  return dots === undefined
    ? undefined
    : {
        what: `has the segment '${dots}', which is resolved before a call is matched`,
        hint: 'write the path that it leads to',
      };
}
