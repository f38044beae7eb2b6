import { exposedOperations } from '../model/access';
import type { ApiEntry } from '../model/catalog';
import type { Operation } from '../model/openapi';

/** How a plugin knows a call: method, and the path's template with the base path. */
export type OperationMatch = {
  /** The operationId. */
  readonly operation: string;
  readonly method: string;
  /** `/sessions/v1/sessions/{sessionId}` */
  readonly path: string;
};

/** The operations of an API that partners reach, in the order in which a call is matched. */
export function servedOperations(api: ApiEntry): readonly Operation[] {
  return [...exposedOperations(api)].sort(bySpecificity);
}

/** How plugins match calls of an operation. */
export function matchOf(basePath: string, operation: Operation): OperationMatch {
  return { operation: operation.id, method: operation.method, path: `${basePath}${operation.path}` };
}

/** Words before parameters, from the left: `/sessions/mine` is tried before `/sessions/{sessionId}`. */
function bySpecificity(a: Operation, b: Operation): number {
  return compare(sortKey(a.path), sortKey(b.path)) || compare(a.method, b.method);
}

function sortKey(path: string): string {
  return path.replace(/\{[^}]*\}/g, '\uffff');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
