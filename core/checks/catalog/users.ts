import type { Api, ApiEntry, Catalog, Entry, Environment } from '../../model';
import { getOwn, isServedIn } from '../../model';

/** The APIs that name each policy of one kind, by the policy's name. */
export function apisByPolicy(catalog: Catalog, field: keyof Api['policies']): ReadonlyMap<string, readonly ApiEntry[]> {
  const users = new Map<string, ApiEntry[]>();
  for (const api of catalog.apis.values()) {
    const name = api.value.policies[field];
    if (name === undefined) continue;
    const list = users.get(name);
    if (list) list.push(api);
    else users.set(name, [api]);
  }
  return users;
}

/** The environments that serve an API, in the order of their names. */
export function servedEnvironments(catalog: Catalog, api: ApiEntry): readonly Entry<Environment>[] {
  return [...catalog.environments.values()].filter((environment) => isServedIn(api.value, environment.value));
}

/** Whether a map from environments names one that does not exist: then nobody knows which one was meant. */
export function namesUnknownEnvironment(catalog: Catalog, map: Readonly<Record<string, unknown>> | undefined): boolean {
  return Object.keys(map ?? {}).some((name) => !catalog.environments.has(name));
}

/** Whether an API's lifecycle says that it is served somewhere, as far as its upstreams can be understood. */
export function isMeantToBeServed(catalog: Catalog, { value }: ApiEntry): boolean {
  return (
    value.lifecycle !== 'draft' && value.lifecycle !== 'retired' && !namesUnknownEnvironment(catalog, value.upstreams)
  );
}

/** Whether a map from environments lacks one, and not because of a name that is written wrongly. */
export function lacksEnvironment(
  catalog: Catalog,
  map: Readonly<Record<string, unknown>>,
  environment: string,
): boolean {
  return getOwn(map, environment) === undefined && !namesUnknownEnvironment(catalog, map);
}

/** Whether an API names a tier that does not exist: then nobody knows which tiers it is offered at. */
export function namesUnknownTier(catalog: Catalog, api: ApiEntry): boolean {
  return api.value.tiers.some((tier) => !catalog.tiers.has(tier));
}
