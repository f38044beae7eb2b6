import {
  addressOf,
  type CatalogApiProps,
  catalogApi,
  type Entity,
  environmentBasics,
  partnerTier,
  Reference,
} from '../../../core/desired';
import { apiProps, environmentProps } from '../../../core/desired/cells/contents';
import type { ApiEntry, Catalog, Environment, JsonObject } from '../../../core/model';
import type { PluginSettings } from '../../../policies';
import { AS_OF } from '../../support/programme';

/** A plugin of the desired state, and the entities that it is attached to. */
export interface PluginEntity extends PluginSettings {
  /** The addresses of the entities that it is attached to, by type without `kong-gateway_`. */
  readonly on: Readonly<Record<string, string>>;
}

/** The props of a served API of a catalog in an environment. */
export function served(catalog: Catalog, api: ApiEntry, environment: Environment): CatalogApiProps {
  const [props] = apiProps(catalog, environment, AS_OF, [api]);
  if (!props) throw new Error(`api '${api.name}' is not served in environment '${environment.name}'`);
  return props;
}

/** The plugins on the service of an API. */
export function servicePlugins(props: CatalogApiProps): readonly PluginEntity[] {
  return pluginsOf(catalogApi(props)).filter(({ on }) => on.service === props.api.name);
}

/** The plugins on the groups of an API's tiers. */
export function groupPlugins(props: CatalogApiProps): readonly PluginEntity[] {
  return props.tiers.flatMap((tier) => pluginsOf(partnerTier({ ...props, tier })));
}

/** The plugins for all calls of an environment. */
export function globalPlugins(catalog: Catalog, environment: Environment): readonly PluginEntity[] {
  return pluginsOf(environmentBasics(environmentProps(catalog, environment)));
}

function pluginsOf(entities: readonly Entity[]): readonly PluginEntity[] {
  const ids = new Map(entities.map((entity) => [addressOf(entity), entity.id]));
  return entities
    .filter(({ type }) => type.includes('plugin'))
    .map(({ type, attributes }) => ({
      plugin: String(attributes.name ?? type.replace('kong-gateway_plugin_', '').replaceAll('_', '-')),
      resource: attributes.name === undefined ? 'typed' : 'custom',
      config: JSON.parse(
        JSON.stringify(attributes.config, (_, value) => (value instanceof Reference ? ids.get(value.resource) : value)),
      ) as JsonObject,
      on: Object.fromEntries(
        ['service', 'route', 'consumer_group'].flatMap((field) => {
          const target = attributes[field] as { readonly id: Reference } | undefined;
          return target ? [[field, target.id.steps[1] ?? '']] : [];
        }),
      ),
    }));
}
