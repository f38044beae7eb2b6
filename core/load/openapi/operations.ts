import type { DefinedOperation, OperationOrigin } from '../../model';
import { FrozenMap, isMap } from '../../model';
import { shown } from '../../model/messages/shown';
import { pathProblem } from '../../model/routes/path-problem';
import { describePathProblem } from './describe-path-problem';
import type { Report } from './findings';
import { type Located, memberOf, membersOf } from './located';
import { type ReadOperation, readOperation } from './operation';
import { writtenOperations } from './path-item';
import type { OpenApiFiles } from './reference';
import { NO_SCOPES, reportUndeclaredSchemes, requiredScopes } from './security';

/** The operations of a definition, and where each is written, by its id. */
export interface Operations {
  /** Sorted by path, then method. */
  readonly operations: readonly DefinedOperation[];
  readonly origins: ReadonlyMap<string, OperationOrigin>;
}

/** Reads every operation below `paths`. */
export function readOperations(report: Report, files: OpenApiFiles, root: Located): Operations {
  const security = memberOf(root, 'security');
  // Most operations inherit `security` of the file, which is read once.
  const inherited = security ? requiredScopes(report, security) : NO_SCOPES;
  if (security) reportUndeclaredSchemes(report, security, root);
  const paths = pathsOf(report, root);
  const found = (paths ? membersOf(paths) : [])
    .filter(([path]) => !path.startsWith('x-'))
    .flatMap(([path, at]) => {
      const problem = pathProblem(path);
      // A key that is not a path is an error in the structure of the file, regardless of its value.
      if (!path.startsWith('/')) {
        if (path === '$ref') report(referenceOfPaths(at));
        else if (problem) report({ ...describePathProblem(path, problem), at, part: 'key' });
        return [];
      }
      const context = { path, at, problem, inherited, root };
      return writtenOperations(report, files, path, at).flatMap(
        (written) => readOperation(report, context, written) ?? [],
      );
    })
    .sort((a, b) => compare(a.path, b.path) || compare(a.method, b.method));
  reportShared(report, found);
  return named(found);
}

/** `paths`; since OpenAPI 3.1 a file may have only webhooks or components. */
function pathsOf(report: Report, root: Located): Located | undefined {
  const paths = memberOf(root, 'paths');
  if (paths && isMap(paths.value)) return paths;
  const version = memberOf(root, 'openapi')?.value;
  const others = typeof version === 'string' && !version.startsWith('3.0');
  if (!paths && others && (memberOf(root, 'webhooks') || memberOf(root, 'components'))) return undefined;
  report({ message: "API definition has no 'paths'", at: paths ?? root, hint: "add 'paths' with the operations" });
  return undefined;
}

function referenceOfPaths(at: Located) {
  const hint = 'write each path here with a `$ref` of its own, or bundle the files into one';
  return { message: "'$ref' cannot stand for all paths in OpenAPI", at, part: 'key', hint } as const;
}

/** Reports an operationId of several operations, which identifies none of them. */
function reportShared(report: Report, found: readonly ReadOperation[]): void {
  const first = new Map<string, ReadOperation>();
  const reported = new Set<string>();
  for (const operation of found) {
    const { operationId, at } = operation;
    if (operationId === undefined) continue;
    const earlier = first.get(operationId);
    if (!earlier) first.set(operationId, operation);
    else if (!reported.has(operationId)) {
      reported.add(operationId);
      report({
        message: `operationId ${shown(operationId)} is used by several operations, so the catalog names them by method and path: '${earlier.method} ${earlier.path}', '${operation.method} ${operation.path}'`,
        at: memberOf(at, 'operationId') ?? at,
        code: 'repeated-operation-id',
        hint: 'give each operation its own operationId',
      });
    }
  }
}

/**
 * Gives each operation a unique name: its operationId, or method and path if it has none or shares it with others.
 */
function named(found: readonly ReadOperation[]): Operations {
  const uses = new Map<string, number>();
  for (const { operationId } of found)
    if (operationId !== undefined) uses.set(operationId, (uses.get(operationId) ?? 0) + 1);
  const pathNames = new Set(found.map(({ method, path }) => `${method} ${path}`));
  const origins = new Map<string, OperationOrigin>();
  const operations = found.map(({ method, path, operationId, origin, scopes, optional }): DefinedOperation => {
    const name = `${method} ${path}`;
    const shared = operationId !== undefined && (uses.get(operationId) ?? 0) > 1;
    // An operationId could be mistaken for the name of another operation.
    const misleading = operationId !== undefined && operationId !== name && pathNames.has(operationId);
    const id = operationId === undefined || shared || misleading ? name : operationId;
    origins.set(id, origin);
    return { id, method, path, scopes, ...(optional && { scopesOptional: true }) };
  });
  return { operations, origins: new FrozenMap(origins) };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
