import { Construct } from 'constructs';
import type { Environment } from '../core/model';
import { groupName, type PlacedPlugin, type PluginTarget } from '../policies';
import { address } from './address';
import { GatewayStack } from './gateway-stack';
import { kongId } from './identity';
import { common } from './place';
import { Reference } from './reference';
import { type Block, ResourceBlock } from './resource-block';

export interface GatewayPluginProps {
  readonly environment: Environment;
  /** The plugin, its settings, and what it stands on: all calls, a service or a group of this stack. */
  readonly plugin: PlacedPlugin;
}

const CUSTOM = 'kong-gateway_custom_plugin';

/** A plugin of Kong, or of ours, where a policy places it. */
export class GatewayPlugin extends Construct {
  constructor(scope: Construct, id: string, { environment, plugin }: GatewayPluginProps) {
    super(scope, id);
    const { type, name } = addressOf(plugin);
    const guarded = guardedBy(plugin.target);
    if (guarded !== undefined) GatewayStack.of(this).guards.add(guarded, `${type}.${name}`);
    const identity = identityOf(plugin);
    new ResourceBlock(this, 'resource', type, name, {
      ...(type === CUSTOM ? { name: plugin.plugin } : { id: kongId(environment.name, 'plugin', identity) }),
      enabled: true,
      instance_name: [...wordsOf(plugin.target), plugin.plugin].join('_'),
      // What the routes of an API may speak; more would be the same with other words.
      protocols: ['http', 'https'],
      config: plugin.config,
      ...scopeOf(plugin.target),
      ...common(environment),
    });
  }
}

/** Where the plugin stands in Terraform: as the provider's resource of its own, or as a `custom_plugin`. */
function addressOf({ plugin, resource, target }: PlacedPlugin): { readonly type: string; readonly name: string } {
  const words = wordsOf(target);
  if (resource === 'custom') return { type: CUSTOM, name: address(...words, plugin) };
  const type = `kong-gateway_plugin_${plugin.replaceAll('-', '_')}`;
  return { type, name: target.scope === 'global' ? address(...words, plugin) : address(...words) };
}

/** The service all of whose routes wait for a plugin. Those do not that wait for one on a route of their own: it names that route. */
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

function scopeOf(target: PluginTarget): Block {
  if (target.scope === 'global') return {};
  if (target.scope === 'refused') {
    return { service: { id: Reference.to('kong-gateway_service', address(...wordsOf(target))) } };
  }
  const service = { id: Reference.to('kong-gateway_service', address(target.api)) };
  if (target.scope === 'service') return { service };
  const consumer_group = { id: Reference.to('kong-gateway_consumer_group', address(target.api, target.tier)) };
  if (target.operation === undefined) return { service, consumer_group };
  const route = { id: Reference.to('kong-gateway_route', address(target.api, target.operation.slug)) };
  // A plugin stands on a service or on a route; the route says the service.
  return { route, consumer_group };
}
