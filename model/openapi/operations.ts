import { isMap, type Json, type JsonObject } from '../json';
import type { Path } from '../position';
import { pathProblem } from '../routes/path-problem';
import { shown } from '../wording/shown';
import type { Method, Operation } from './definition';
import type { OpenApiDocument } from './document';
import { follow } from './reference';
import { requiredScopes } from './security';

const METHODS: readonly Method[] = ['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE'];

const OPERATION_ID = /^[A-Za-z][A-Za-z0-9_.-]{0,119}$/;

/** Alternatives of scopes, see `Operation.scopes`. */
type Scopes = Operation['scopes'];

interface Found {
  readonly operation: Operation;
  readonly at: Path;
}

/** Every operation of the document, sorted by path, then method. */
export function readOperations(document: OpenApiDocument): readonly Operation[] {
  const { root, report } = document;
  if (!isMap(root.paths)) {
    report("API definition has no 'paths'", ['paths'], "add 'paths' with the operations");
    return [];
  }
  // Most operations inherit what the file requires: it is read once.
  const inherited = requiredScopes(document, root.security, ['security']);
  const found = Object.entries(root.paths)
    .filter(([path]) => !path.startsWith('x-'))
    .flatMap(([path, item]) => operationsOf(document, inherited, path, item));
  reportDuplicates(document, found);
  return found.map(({ operation }) => operation).sort((a, b) => compare(a.path, b.path) || compare(a.method, b.method));
}

function operationsOf(document: OpenApiDocument, inherited: Scopes, path: string, written: Json): readonly Found[] {
  const at: Path = ['paths', path];
  const problem = pathProblem(path);
  if (problem) {
    document.report(`path ${shown(path)} ${problem.what}`, at, problem.hint, 'key');
    return [];
  }
  const item = pathItem(document, written, at);
  if (!item) return [];
  return METHODS.flatMap((method) => {
    const key = method.toLowerCase();
    const operation = Object.hasOwn(item, key) ? item[key] : undefined;
    return operation === undefined
      ? []
      : readOperation(document, inherited, { method, path, written: operation, at: [...at, key] });
  });
}

function pathItem({ root, report }: OpenApiDocument, written: Json, at: Path): JsonObject | undefined {
  const target = follow(root, written);
  if ('missing' in target) {
    const why = { elsewhere: 'leads to another file', nothing: 'leads to nothing', circle: 'leads to itself' }[
      target.missing
    ];
    report(`$ref of path '${at[1]}' ${why}`, [...at, '$ref'], 'write the operations in this file');
    return undefined;
  }
  if (isMap(target.value)) return target.value;
  report(`path '${at[1]}' is no map of operations`, at, "write 'get:', 'post:' … below it");
  return undefined;
}

interface Written {
  readonly method: Method;
  readonly path: string;
  readonly written: Json;
  readonly at: Path;
}

function readOperation(
  document: OpenApiDocument,
  inherited: Scopes,
  { method, path, written, at }: Written,
): readonly Found[] {
  if (!isMap(written)) {
    document.report(`${method} of path '${path}' is no map`, at, "write 'operationId:' … below it");
    return [];
  }
  const { operationId } = written;
  if (operationId !== undefined && !(typeof operationId === 'string' && OPERATION_ID.test(operationId))) {
    const hint = "write it like 'checkSimSwap'";
    document.report(
      'operationId is no word: a letter, then letters, digits, dots, hyphens',
      [...at, 'operationId'],
      hint,
    );
    return [];
  }
  const { security } = written;
  const scopes = security === undefined ? inherited : requiredScopes(document, security, [...at, 'security']);
  return [{ operation: { id: operationId ?? wordsOf(method, path), method, path, scopes }, at }];
}

/** An id from method and path: `get-sessions-sessionid`. */
function wordsOf(method: Method, path: string): string {
  return `${method} ${path}`
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

function reportDuplicates({ report }: OpenApiDocument, found: readonly Found[]): void {
  const seen = new Map<string, Operation>();
  for (const { operation, at } of found) {
    const first = seen.get(operation.id);
    if (!first) seen.set(operation.id, operation);
    else {
      const message = `operationId '${operation.id}' stands at ${first.method} ${first.path} already`;
      report(message, [...at, 'operationId'], 'give each operation an id of its own');
    }
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
