import { type ApiOperation, exposedOperations, type SpecifiedApi } from '../../core/model';
import { routeName } from '../../core/model/routes';

/**
 * How a plugin knows an operation: by the route that the gateway took for the call. Plugins do not look at paths themselves, so
 * that they never take a call for another operation than the gateway does.
 */
export type OperationMatch = {
  /** The operation's name, for people. */
  readonly operation: string;
  /** Name of its route: `sessions_get-session`. */
  readonly route: string;
};

/** The operations of an API that partners reach, by name. */
export function servedOperations(api: SpecifiedApi): readonly ApiOperation[] {
  return [...exposedOperations(api)].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** How plugins know an operation of an API. */
export function matchOf(api: string, operation: Pick<ApiOperation, 'id' | 'slug'>): OperationMatch {
  return { operation: operation.id, route: routeName(api, operation) };
}
