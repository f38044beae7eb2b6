import type { Detection, OperationOrigin } from '../../model';
import { isMap } from '../../model';
import { shown } from '../../model/messages/shown';
import type { PathProblem } from '../../model/routes/path-problem';
import { isRoutableMethod } from '../../model/routes/routable';
import { invalidCharacter } from '../../model/text/characters';
import { describeInvalidCharacter } from '../schema/invalid-character';
import { describePathProblem } from './describe-path-problem';
import { openApiDetection, type Report } from './findings';
import { OPERATION_KEYS, reportUnknownKeys } from './known-keys';
import { type Located, memberOf, positionOf } from './located';
import { reportMisplacedSecurity } from './misplaced-security';
import type { WrittenOperation } from './path-item';
import { type RequiredScopes, reportUndeclaredSchemes, requiredScopes } from './security';
import { serverPaths } from './servers';

/** Longest name of an operation that the gateway's plugins take. */
const MAX_ID = 500;

/** An operation as it is read, before it has a name that no other operation has. */
export interface ReadOperation extends RequiredScopes {
  readonly method: string;
  readonly path: string;
  readonly operationId: string | undefined;
  readonly at: Located;
  readonly origin: OperationOrigin;
}

/** What the operations of a path have in common. */
export interface PathContext {
  readonly path: string;
  /** The key of the path below `paths`. */
  readonly at: Located;
  readonly problem: PathProblem | undefined;
  /** What the file requires of operations without `security`. */
  readonly inherited: RequiredScopes;
  /** The definition that has the path; parts of it may be in other files. */
  readonly root: Located;
}

/** Reads one operation; undefined, with a finding, where it is not a map. */
export function readOperation(
  report: Report,
  { path, at, problem, inherited, root }: PathContext,
  { method, value, servers }: WrittenOperation,
): ReadOperation | undefined {
  if (!isMap(value.value)) {
    report({
      message: `${method} of path ${shown(path)} is not a map`,
      at: value,
      hint: "write 'operationId:' … below it",
    });
    return undefined;
  }
  const problems: Detection[] = [];
  const note: Report = (finding) => problems.push(openApiDetection(finding, 'invalid-operation'));
  if (problem) note({ ...describePathProblem(path, problem), at, part: 'key' });
  if (!isRoutableMethod(method))
    note({
      message: `the gateway routes no method ${shown(method)}`,
      at: value,
      part: 'key',
      hint: 'methods are 1 to 30 letters in upper case',
    });
  reportUnknownKeys(note, value, OPERATION_KEYS, 'an operation');
  const operationId = idOf(note, value);
  if ((operationId ?? `${method} ${path}`).length > MAX_ID)
    note({
      message: `operation has a name of more than ${MAX_ID} characters`,
      at: value,
      part: 'key',
      hint: "shorten its 'operationId'",
    });
  const security = memberOf(value, 'security');
  const required = security ? requiredScopes(note, security) : inherited;
  if (security) reportUndeclaredSchemes(note, security, root);
  else reportOtherSecurity(note, value, root);
  reportMisplacedSecurity(note, value);
  const own = memberOf(value, 'servers') ?? servers;
  const origin = { at: positionOf(value, 'key'), problems, ...(own && { servers: serverPaths(own) }) };
  return { method, path, operationId, at: value, origin, ...required };
}

/**
 * An operation of another OpenAPI file may be meant to inherit `security` of that file. OpenAPI does not say which one holds, so
 * they have to be the same.
 */
function reportOtherSecurity(note: Report, operation: Located, root: Located): void {
  if (operation.file === root.file) return;
  const other = memberOf({ ...operation, value: operation.file.root, path: [] }, 'security');
  if (!other || JSON.stringify(other.value) === JSON.stringify(memberOf(root, 'security')?.value)) return;
  note({
    message: `operation has no 'security', and its own file and ${root.file.positions.file} require different things`,
    at: operation,
    part: 'key',
    hint: 'write `security` in the operation; OpenAPI leaves open which of the two files counts',
  });
}

function idOf(note: Report, operation: Located): string | undefined {
  const id = memberOf(operation, 'operationId');
  if (!id || id.value === '') return undefined;
  // 'operationId: 5' is a number to YAML; what is written is what is meant.
  const text = typeof id.value === 'number' ? id.file.positions.sourceOf(id.path) : id.value;
  if (typeof text !== 'string') {
    note({ message: `'operationId' is not text`, at: id, hint: "write it like 'checkSimSwap', or remove it" });
    return undefined;
  }
  const invalid = invalidCharacter(text);
  if (invalid) {
    const { message, hint } = describeInvalidCharacter(invalid);
    note({ message: `operationId ${message.replace(/^text /, '')}`, at: id, hint });
  }
  if (!invalid && /[\p{Cc}]/u.test(text))
    note({ message: 'operationId holds a line break or a tab', at: id, hint: 'write it on one line' });
  return text;
}
