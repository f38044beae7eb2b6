import { type ApiEntry, type Catalog, type Environment, policiesOf, tiersOf } from '../../../core/model';
import { type PlacedPlugin, type ServedApi, servedOperations, tierGroupPlugins } from '../../../policies';

/** An API of a catalog in an environment, with the documents that it names. */
export function served(catalog: Catalog, api: ApiEntry, environment: Environment): ServedApi {
  return {
    api,
    environment,
    tiers: tiersOf(catalog, api.value),
    policies: policiesOf(catalog, api.value),
    successor: catalog.apis.get(api.value.deprecation?.successor ?? '')?.value,
  };
}

/** The plugins on the groups of an API's tiers. */
export function groupPlugins({ api, tiers, environment }: ServedApi): readonly PlacedPlugin[] {
  return tierGroupPlugins({ api: api.value, tiers, operations: servedOperations(api), environment });
}
