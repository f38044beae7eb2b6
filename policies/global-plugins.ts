import { isServedIn } from '../model/access';
import type { ApiEntry, Catalog, Entry, Named } from '../model/catalog';
import type { Environment } from '../model/kinds';
import { errorListenerPlugins } from './errors';
import { mtlsListenerPlugins } from './mtls';
import { type IdOf, type PlacedPlugin, placed } from './plugin';

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
    ...mtlsListenerPlugins({
      policies: used(served, catalog.policies.mtls, ({ mtls }) => mtls),
      environment: environment.value,
      idOf,
    }),
    ...errorListenerPlugins({
      policies: used(served, catalog.policies.errors, ({ errors }) => errors),
      environment: environment.value,
    }),
  ]);
}

/** The policies of one kind that APIs name, each once, in the order of their names. */
function used<T>(
  apis: readonly ApiEntry[],
  documents: Named<T>,
  nameIn: (policies: ApiEntry['value']['policies']) => string | undefined,
): readonly T[] {
  const names = new Set(apis.map((api) => nameIn(api.value.policies)));
  return [...documents.values()].filter(({ name }) => names.has(name)).map(({ value }) => value);
}
