import { shown } from '../../model/messages/shown';
import type { PathProblem } from '../../model/routes/path-problem';
import type { OpenApiFinding } from './findings';

/** The finding about a path template of an OpenAPI file. */
export function describePathProblem(path: string, problem: PathProblem): Pick<OpenApiFinding, 'message' | 'hint'> {
  const { predicate, hint } = described(problem);
  return { message: `path ${shown(path)} ${predicate}`, hint };
}

function described(problem: PathProblem): { readonly predicate: string; readonly hint: string } {
  switch (problem.reason) {
    case 'no-leading-slash':
      return { predicate: 'does not start with a slash', hint: "write it like '/sessions/{sessionId}'" };
    case 'control-character':
      return { predicate: 'contains a control character', hint: 'remove it' };
    case 'query':
      return {
        predicate: "contains a '?'; the query is not part of the path",
        hint: "remove it and declare the query under 'parameters' with 'in: query'",
      };
    case 'fragment':
      return {
        predicate: "contains a '#'; clients do not send fragments",
        hint: 'remove it; operations of a path differ by method',
      };
    case 'backslash':
      return { predicate: 'contains a backslash', hint: "write '/' between segments" };
    case 'stray-brace':
      return {
        predicate: `contains a '${problem.brace}' that is not part of a parameter`,
        hint: "write parameters like '{sessionId}', in one segment",
      };
    case 'space':
      return problem.isLast
        ? { predicate: 'ends with a space', hint: 'remove it' }
        : { predicate: 'contains a space', hint: "write it as '%20'" };
    case 'character':
      return {
        predicate: `contains ${shown(problem.character)}, which is not allowed in a path`,
        hint: problem.isInvisible ? 'remove it' : `write it as '${encodeURIComponent(problem.character)}'`,
      };
    case 'incomplete-encoding':
      return {
        predicate: "contains a '%' that is not followed by two hexadecimal digits",
        hint: "write '%25' for the character itself",
      };
    case 'encoded-bytes':
      return {
        predicate: 'contains percent-encoded bytes that are not UTF-8',
        hint: "write characters like 'é' as '%C3%A9'",
      };
    case 'encoded-control-character':
      return { predicate: 'contains a percent-encoded control character', hint: 'remove it' };
    case 'empty-segment':
      return {
        predicate: 'contains an empty segment; the gateway merges consecutive slashes',
        hint: 'remove the second slash',
      };
    case 'dot-segment':
      return {
        predicate: `contains the segment '${problem.segment}', which the gateway resolves before it matches a call`,
        hint: 'write the resolved path',
      };
  }
}
