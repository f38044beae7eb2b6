import type { SpecifiedApi } from '../catalog/specified-api';
import type { Api } from '../kinds';
import type { DefinedOperation, ScopeAlternatives } from '../openapi/definition';

/** An operation needs no scope because the Api document says so; a valid token and a subscription are needed all the same. */
export const NO_SCOPE = 'none';

/** What a call of an operation needs: one of the lists in full, or nothing by decision. Of an empty list no call is let through. */
export type NeededScopes = ScopeAlternatives | typeof NO_SCOPE;

/** The settings of one operation in an Api document. */
export type RouteSettings = NonNullable<Api['routes']>[number];

/**
 * The scopes that an operation needs. What the OpenAPI file requires holds in any case: scopes of the operation's route come on
 * top of it. Where the file requires none, those of the route count, or else those of the API. Where nobody decides, and where the
 * file's word on the operation is only half understood, the result is empty: no call passes.
 */
export function neededScopes(
  { value, definition }: SpecifiedApi,
  { id, scopes, scopesOptional }: DefinedOperation,
  route: RouteSettings | undefined,
): NeededScopes {
  const problems = definition.origin?.operations.get(id)?.problems ?? [];
  if (problems.some(({ code }) => code === 'invalid-operation')) return [];
  const own = route?.scopes;
  if (scopes.length > 0) {
    if (own === NO_SCOPE) return scopesOptional ? NO_SCOPE : scopes;
    return own === undefined ? scopes : scopes.map((all) => [...new Set([...all, ...own])].sort());
  }
  const decided = own ?? value.scopes;
  return decided === undefined || decided === NO_SCOPE ? (decided ?? []) : [[...decided].sort()];
}
