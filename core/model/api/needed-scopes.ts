import type { SpecifiedApi } from '../catalog/specified-api';
import type { Api } from '../kinds';
import type { DefinedOperation, ScopeAlternatives } from '../openapi/definition';

/** Declares in the Api document that an operation needs no scope. A call still needs a valid token and a subscription. */
export const NO_SCOPE = 'none';

/** The scopes that a call needs: all scopes of one list, or none by declaration. Without any list, no call is allowed. */
export type NeededScopes = ScopeAlternatives | typeof NO_SCOPE;

/** The entry for one operation in the `routes` of an Api document. */
export type RouteEntry = NonNullable<Api['routes']>[number];

/**
 * The scopes that an operation needs. Scopes that the OpenAPI file requires always apply, and those of the operation's route are added
 * to them. If the file requires none, the scopes of the route apply, or else those of the API. If none of them declares scopes, or if
 * the operation has errors in the file, the result is empty and no call is allowed.
 */
export function neededScopes(
  { value, definition }: SpecifiedApi,
  { id, scopes, scopesOptional }: DefinedOperation,
  route: RouteEntry | undefined,
): NeededScopes {
  const problems = definition.origin?.operations.get(id)?.problems ?? [];
  if (problems.some(({ code }) => code === 'invalid-operation')) return [];
  const own = route?.scopes;
  if (scopes.length > 0) {
    if (own === NO_SCOPE) return scopesOptional ? NO_SCOPE : scopes;
    return own === undefined ? scopes : scopes.map((all) => [...new Set([...all, ...own])].sort());
  }
  const declared = own ?? value.scopes;
  return declared === undefined || declared === NO_SCOPE ? (declared ?? []) : [[...declared].sort()];
}
