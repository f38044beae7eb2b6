import type { Api, ApiEntry, Catalog } from '../../../model';

/** The APIs that use each policy of one kind, by the policy's name. */
export function apisByPolicy(catalog: Catalog, field: keyof Api['policies']): ReadonlyMap<string, readonly ApiEntry[]> {
  const apis = new Map<string, ApiEntry[]>();
  for (const api of catalog.apis.values()) {
    const name = api.value.policies[field];
    if (name === undefined) continue;
    const list = apis.get(name);
    if (list) list.push(api);
    else apis.set(name, [api]);
  }
  return apis;
}
