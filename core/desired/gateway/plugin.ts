import { groupName, type PlacedPlugin, type PluginPlacement } from '../../../policies';
import type { Environment, Origin } from '../../model';
import { address } from '../address';
import { type Attributes, type Entity, entity, type Subject } from '../entity';
import { kongId } from '../identity';
import { Reference } from '../reference';
import { common } from './common';

export interface GatewayPluginProps {
  readonly environment: Environment;
  /** The plugin, its settings, and what it is attached to: all calls, or a service or a group of the same stack. */
  readonly plugin: PlacedPlugin;
  /**
   * The places in documents that it comes from, the one that decides first.
   * @default unknown
   */
  readonly origins?: readonly Origin[] | undefined;
}

const CUSTOM = 'kong-gateway_custom_plugin';

/** A plugin of Kong or of Gatewright, where a policy places it. */
export function gatewayPlugin({ environment, plugin, origins = [] }: GatewayPluginProps): Entity {
  const { placement } = plugin;
  const { type, name } = resourceOf(plugin);
  return entity({
    type,
    address: name,
    attributes: {
      ...(type === CUSTOM ? { name: plugin.plugin } : { id: kongId(environment.name, 'plugin', idName(plugin)) }),
      enabled: true,
      instance_name: [...addressParts(placement), plugin.plugin].join('_'),
      // What the routes of an API may speak; more would be the same with other words.
      protocols: ['http', 'https'],
      config: plugin.config,
      ...scopeOf(placement),
      ...common(environment, placement.scope === 'global' ? {} : { api: placement.api }),
    },
    guards: guardedService(placement),
    subject: subjectOf(placement, environment),
    origins,
  });
}

/** Where the plugin is in Terraform: a resource type of its own, or a `custom_plugin`. */
function resourceOf({ plugin, resource, placement }: PlacedPlugin): { readonly type: string; readonly name: string } {
  const words = addressParts(placement);
  if (resource === 'custom') return { type: CUSTOM, name: address(...words, plugin) };
  const type = `kong-gateway_plugin_${plugin.replaceAll('-', '_')}`;
  return { type, name: placement.scope === 'global' ? address(...words, plugin) : address(...words) };
}

/** The service all of whose routes wait for a plugin. They do not wait for one on a route of their own: it names that route. */
function guardedService(placement: PluginPlacement): string | undefined {
  switch (placement.scope) {
    case 'global':
      return undefined;
    case 'service':
      return placement.api;
    case 'refused':
      return address(...addressParts(placement));
    case 'consumer-group':
      return placement.operation === undefined ? placement.api : undefined;
  }
}

/** What tells plugins of one kind apart, as words of an address. */
function addressParts(placement: PluginPlacement): readonly string[] {
  switch (placement.scope) {
    case 'global':
      return ['global'];
    case 'service':
      return [placement.api];
    case 'refused':
      return [placement.api, 'refused'];
    case 'consumer-group':
      return [placement.api, placement.tier, ...(placement.operation === undefined ? [] : [placement.operation.slug])];
  }
}

/** The plugin's name among all plugins of an environment. */
function idName({ plugin, placement }: PlacedPlugin): string {
  switch (placement.scope) {
    case 'global':
      return `global/${plugin}`;
    case 'service':
      return `service/${placement.api}/${plugin}`;
    case 'refused':
      return `refused/${placement.api}/${plugin}`;
    case 'consumer-group':
      return `consumer-group/${groupName(placement.api, placement.tier)}/${placement.operation?.id ?? ''}/${plugin}`;
  }
}

function scopeOf(placement: PluginPlacement): Attributes {
  if (placement.scope === 'global') return {};
  if (placement.scope === 'refused') {
    return { service: { id: Reference.to('kong-gateway_service', address(...addressParts(placement))) } };
  }
  const service = { id: Reference.to('kong-gateway_service', address(placement.api)) };
  if (placement.scope === 'service') return { service };
  const consumer_group = { id: Reference.to('kong-gateway_consumer_group', address(placement.api, placement.tier)) };
  if (placement.operation === undefined) return { service, consumer_group };
  const route = { id: Reference.to('kong-gateway_route', address(placement.api, placement.operation.slug)) };
  // A plugin is on a service or on a route; the route names the service.
  return { route, consumer_group };
}

function subjectOf(placement: PluginPlacement, environment: Environment): Subject {
  switch (placement.scope) {
    case 'global':
      return { environment: environment.name };
    case 'service':
    case 'refused':
      return { api: placement.api };
    case 'consumer-group': {
      const { api, tier, operation } = placement;
      return { api, ...(operation === undefined ? {} : { operation: operation.id }), tier };
    }
  }
}
