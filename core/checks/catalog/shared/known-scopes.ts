import type { ApiEntry } from '../../../model';
import { NO_SCOPE } from '../../../model';

const known = new WeakMap<ApiEntry, readonly string[]>();

/** Every scope that may be granted on an API: the scopes of its OpenAPI file and of its document, sorted. */
export function knownScopes(api: ApiEntry): readonly string[] {
  const found = known.get(api) ?? read(api);
  known.set(api, found);
  return found;
}

function read({ value, definition }: ApiEntry): readonly string[] {
  const assigned = [value.scopes, ...(value.routes ?? []).map(({ scopes }) => scopes)].flatMap((scopes) =>
    scopes === undefined || scopes === NO_SCOPE ? [] : scopes,
  );
  return [...new Set([...definition.scopes, ...assigned])].sort();
}
