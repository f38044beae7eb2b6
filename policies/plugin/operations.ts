import { type ApiOperation, exposedOperations, type SpecifiedApi } from '../../core/model';
import { routeName } from '../../core/model/routes';

/**
 * How a plugin identifies an operation: by the route that the gateway matched. Plugins do not match paths themselves, so that they
 * always identify the same operation as the gateway.
 */
export type OperationMatch = {
  /** The operation's id, for readers of the configuration. */
  readonly operation: string;
  /** Name of its route: `sessions_get-session`. */
  readonly route: string;
};

/** The exposed operations of an API, sorted by id. */
export function servedOperations(api: SpecifiedApi): readonly ApiOperation[] {
  return [...exposedOperations(api)].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Returns the match of an operation for the settings of plugins. */
export function matchOf(api: string, operation: Pick<ApiOperation, 'id' | 'slug'>): OperationMatch {
  return { operation: operation.id, route: routeName(api, operation) };
}
