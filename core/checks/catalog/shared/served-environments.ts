import type { ApiEntry, Catalog, Entry, Environment } from '../../../model';
import { isServedIn } from '../../../model';
import { namesUnknownEnvironment } from './unknown-names';

/** The environments that serve an API, in the order of their names. */
export function servedEnvironments(catalog: Catalog, api: ApiEntry): readonly Entry<Environment>[] {
  return [...catalog.environments.values()].filter((environment) => isServedIn(api.value, environment.value));
}

/** Whether an API's lifecycle requires that an environment serves it. False if its upstreams name an unknown environment. */
export function isMeantToBeServed(catalog: Catalog, { value }: ApiEntry): boolean {
  return (
    value.lifecycle !== 'draft' && value.lifecycle !== 'retired' && !namesUnknownEnvironment(catalog, value.upstreams)
  );
}
