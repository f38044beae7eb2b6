import { oncePerApi, type SpecifiedApi } from '../catalog/specified-api';
import { type Operation, operationSlugs, type ScopeAlternatives } from '../openapi';
import { type NeededScopes, NO_SCOPE, neededScopes } from './needed-scopes';

/** An operation of an API as its OpenAPI file and its Api document together make it. */
export interface ApiOperation extends Operation {
  /** Lower-case words for names of routes and addresses; no other operation of the API has it. */
  readonly slug: string;
  /** Whether partners reach it. */
  readonly exposed: boolean;
  /** What a token and a grant need. */
  readonly scopes: NeededScopes;
}

/** Every operation of an API, hidden ones included, in the order of its OpenAPI file's paths; frozen. */
export const operationsOf: (api: SpecifiedApi) => readonly ApiOperation[] = oncePerApi(read);

/** The operations that partners reach: all of the OpenAPI file but those that the API's routes take out. */
export function exposedOperations(api: SpecifiedApi): readonly ApiOperation[] {
  return operationsOf(api).filter(({ exposed }) => exposed);
}

/** The lists of scopes, one of which an operation needs in full; one empty list where it needs none by decision. */
export function scopeAlternatives({ scopes }: Pick<ApiOperation, 'scopes'>): ScopeAlternatives {
  return scopes === NO_SCOPE ? [[]] : scopes;
}

function read(api: SpecifiedApi): readonly ApiOperation[] {
  const slugs = operationSlugs(api.definition.operations);
  const routes = new Map(api.value.routes?.map((route) => [route.operation, route]));
  const operations = api.definition.operations.map((operation) =>
    Object.freeze({
      id: operation.id,
      method: operation.method,
      path: operation.path,
      slug: slugs.get(operation.id) ?? '',
      exposed: routes.get(operation.id)?.exposed ?? true,
      scopes: frozen(neededScopes(api, operation, routes.get(operation.id))),
    }),
  );
  return Object.freeze(operations);
}

/** A copy, because lists of a definition that was made in code belong to whoever made it. */
function frozen(scopes: NeededScopes): NeededScopes {
  return scopes === NO_SCOPE ? scopes : Object.freeze(scopes.map((all) => Object.freeze([...all])));
}
