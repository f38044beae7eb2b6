import { groupName, type PlacedPlugin, type PluginPlacement } from '../../../policies';
import type { Environment, Origin } from '../../model';
import { address } from '../address';
import { type Attributes, type Entity, entity, type Subject } from '../entity';
import { kongId } from '../identity';
import { Reference } from '../reference';
import { common } from './common';

export interface GatewayPluginProps {
  readonly environment: Environment;
  /** The plugin, its settings, and its placement: on all calls, or on a service or group of the same stack. */
  readonly plugin: PlacedPlugin;
  /**
   * The fields of documents that it comes from, the decisive one first.
   * @default none
   */
  readonly origins?: readonly Origin[] | undefined;
}

const CUSTOM = 'kong-gateway_custom_plugin';

/** A plugin of Kong or Gatewright in its placement. */
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
      // All protocols that routes of an API may use.
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

/** The plugin's resource type, which is its own or `custom_plugin`, and its address. */
function resourceOf({ plugin, resource, placement }: PlacedPlugin): { readonly type: string; readonly name: string } {
  const parts = addressParts(placement);
  if (resource === 'custom') return { type: CUSTOM, name: address(...parts, plugin) };
  const type = `kong-gateway_plugin_${plugin.replaceAll('-', '_')}`;
  return { type, name: placement.scope === 'global' ? address(...parts, plugin) : address(...parts) };
}

/** The service whose routes depend on a plugin. A plugin on a route is not among these dependencies: it depends on the route. */
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

/** The parts of an address that distinguish placements of the same plugin. */
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

/** The name, unique in an environment, that the plugin's id is derived from. */
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
  // A plugin on a route does not also name the service, which the route determines.
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
