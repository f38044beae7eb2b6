import type { ApiEntry, ApiOperation, NeededScopes } from '../../model';
import { originOf } from '../../model';
import { type Sourced, sourced } from '../sourced';

/** The scopes that an operation requires, with their origins. */
export function requiredScopes(api: ApiEntry, { id, scopes }: ApiOperation): Sourced<NeededScopes> {
  const index = api.value.routes?.findIndex(({ operation }) => operation === id) ?? -1;
  const inRoute = api.value.routes?.[index]?.scopes !== undefined;
  const inFile = api.definition.operations.some((operation) => operation.id === id && operation.scopes.length > 0);
  return sourced(scopes, [
    ...(inRoute ? [originOf(api, ['routes', index, 'scopes'])] : []),
    ...(inFile || (!inRoute && api.value.scopes === undefined) ? [originOf(api, ['openapi'])] : []),
    ...(!inFile && !inRoute && api.value.scopes !== undefined ? [originOf(api, ['scopes'])] : []),
  ]);
}
