import { groupName, type PlacedPlugin, type PluginTarget } from '../../../policies';
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
  const { target } = plugin;
  const { type, name } = placeOf(plugin);
  return entity({
    type,
    address: name,
    attributes: {
      ...(type === CUSTOM ? { name: plugin.plugin } : { id: kongId(environment.name, 'plugin', identityOf(plugin)) }),
      enabled: true,
      instance_name: [...wordsOf(target), plugin.plugin].join('_'),
      // What the routes of an API may speak; more would be the same with other words.
      protocols: ['http', 'https'],
      config: plugin.config,
      ...scopeOf(target),
      ...common(environment, target.scope === 'global' ? {} : { api: target.api }),
    },
    guards: guardedBy(target),
    subject: subjectOf(target, environment),
    origins,
  });
}

/** Where the plugin is in Terraform: a resource type of its own, or a `custom_plugin`. */
function placeOf({ plugin, resource, target }: PlacedPlugin): { readonly type: string; readonly name: string } {
  const words = wordsOf(target);
  if (resource === 'custom') return { type: CUSTOM, name: address(...words, plugin) };
  const type = `kong-gateway_plugin_${plugin.replaceAll('-', '_')}`;
  return { type, name: target.scope === 'global' ? address(...words, plugin) : address(...words) };
}

/** The service all of whose routes wait for a plugin. They do not wait for one on a route of their own: it names that route. */
function guardedBy(target: PluginTarget): string | undefined {
  switch (target.scope) {
    case 'global':
      return undefined;
    case 'service':
      return target.api;
    case 'refused':
      return address(...wordsOf(target));
    case 'consumer-group':
      return target.operation === undefined ? target.api : undefined;
  }
}

/** What tells plugins of one kind apart, as words of an address. */
function wordsOf(target: PluginTarget): readonly string[] {
  switch (target.scope) {
    case 'global':
      return ['global'];
    case 'service':
      return [target.api];
    case 'refused':
      return [target.api, 'refused'];
    case 'consumer-group':
      return [target.api, target.tier, ...(target.operation === undefined ? [] : [target.operation.slug])];
  }
}

/** The plugin's name among all plugins of an environment. */
function identityOf({ plugin, target }: PlacedPlugin): string {
  switch (target.scope) {
    case 'global':
      return `global/${plugin}`;
    case 'service':
      return `service/${target.api}/${plugin}`;
    case 'refused':
      return `refused/${target.api}/${plugin}`;
    case 'consumer-group':
      return `consumer-group/${groupName(target.api, target.tier)}/${target.operation?.id ?? ''}/${plugin}`;
  }
}

function scopeOf(target: PluginTarget): Attributes {
  if (target.scope === 'global') return {};
  if (target.scope === 'refused') {
    return { service: { id: Reference.to('kong-gateway_service', address(...wordsOf(target))) } };
  }
  const service = { id: Reference.to('kong-gateway_service', address(target.api)) };
  if (target.scope === 'service') return { service };
  const consumer_group = { id: Reference.to('kong-gateway_consumer_group', address(target.api, target.tier)) };
  if (target.operation === undefined) return { service, consumer_group };
  const route = { id: Reference.to('kong-gateway_route', address(target.api, target.operation.slug)) };
  // A plugin is on a service or on a route; the route names the service.
  return { route, consumer_group };
}

function subjectOf(target: PluginTarget, environment: Environment): Subject {
  switch (target.scope) {
    case 'global':
      return { environment: environment.name };
    case 'service':
    case 'refused':
      return { api: target.api };
    case 'consumer-group': {
      const { api, tier, operation } = target;
      return { api, ...(operation === undefined ? {} : { operation: operation.id }), tier };
    }
  }
}
