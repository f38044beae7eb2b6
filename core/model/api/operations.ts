import { memoizePerApi, type SpecifiedApi } from '../catalog/specified-api';
import { type Operation, operationSlugs, type ScopeAlternatives } from '../openapi';
import { type NeededScopes, NO_SCOPE, neededScopes } from './needed-scopes';

/** An operation of an API, from its OpenAPI file and its Api document. */
export interface ApiOperation extends Operation {
  /** Identifies the operation in names of routes and addresses; unique within the API. */
  readonly slug: string;
  /** Whether partners can call it. */
  readonly exposed: boolean;
  /** The scopes that a token and a subscription need. */
  readonly scopes: NeededScopes;
}

/** Every operation of an API, including hidden ones, in the order of the paths in its OpenAPI file; frozen. */
export const operationsOf: (api: SpecifiedApi) => readonly ApiOperation[] = memoizePerApi(createOperations);

/** The operations that partners can call: all operations of the OpenAPI file except those that the API's routes hide. */
export function exposedOperations(api: SpecifiedApi): readonly ApiOperation[] {
  return operationsOf(api).filter(({ exposed }) => exposed);
}

/** The lists of scopes of which a call needs one; a single empty list if the operation needs no scope by declaration. */
export function scopeAlternatives({ scopes }: Pick<ApiOperation, 'scopes'>): ScopeAlternatives {
  return scopes === NO_SCOPE ? [[]] : scopes;
}

function createOperations(api: SpecifiedApi): readonly ApiOperation[] {
  const slugs = operationSlugs(api.definition.operations);
  const routes = new Map(api.value.routes?.map((route) => [route.operation, route]));
  const operations = api.definition.operations.map((operation) =>
    Object.freeze({
      id: operation.id,
      method: operation.method,
      path: operation.path,
      slug: slugs.get(operation.id) ?? '',
      exposed: routes.get(operation.id)?.exposed ?? true,
      scopes: freezeScopes(neededScopes(api, operation, routes.get(operation.id))),
    }),
  );
  return Object.freeze(operations);
}

/** Freezes a copy, because the lists of a definition that was created in code belong to the caller. */
function freezeScopes(scopes: NeededScopes): NeededScopes {
  return scopes === NO_SCOPE ? scopes : Object.freeze(scopes.map((all) => Object.freeze([...all])));
}
