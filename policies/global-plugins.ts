import {
  type ApiEntry,
  type Catalog,
  type Entry,
  type Environment,
  isServedIn,
  type PolicyKinds,
  policyOf,
} from '../core/model';
import { errorListenerPlugins } from './errors/errors';
import { mtlsListenerPlugins } from './mtls/mtls';
import { type IdOf, type PlacedPlugin, placed } from './plugin/plugin';

/** What the plugins of a whole gateway depend on. */
export interface GlobalInput {
  readonly catalog: Catalog;
  readonly environment: Entry<Environment>;
  readonly idOf: IdOf;
}

/** The plugins that stand on nothing: for the TLS handshake, and for answers that have no route. */
export function globalPlugins({ catalog, environment, idOf }: GlobalInput): readonly PlacedPlugin[] {
  const served = [...catalog.apis.values()].filter((api) => isServedIn(api.value, environment.value));
  return placed({ scope: 'global' }, [
    ...mtlsListenerPlugins({ policies: used(catalog, served, 'mtls'), environment: environment.value, idOf }),
    ...errorListenerPlugins({ policies: used(catalog, served, 'errors'), environment: environment.value }),
  ]);
}

/** The policies of one kind that APIs name, each once, in the order of their names. */
function used<Key extends keyof PolicyKinds>(
  catalog: Catalog,
  apis: readonly ApiEntry[],
  key: Key,
): readonly PolicyKinds[Key][] {
  const named = apis.map((api) => policyOf(catalog, api.value, key)).filter((policy) => policy !== undefined);
  return [...new Set(named)].sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ value }) => value);
}
