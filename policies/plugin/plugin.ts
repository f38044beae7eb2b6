import type { ApiOperation, JsonObject } from '../../core/model';

/** A plugin with its settings, the result of compiling a policy. */
export interface PluginSettings {
  /** Kong's name of the plugin: `rate-limiting`. */
  readonly plugin: string;
  /** All written settings, a fixed list for each plugin and gateway (policies/plugin-attributes). */
  readonly config: JsonObject;
  /**
   * The Terraform resource: the plugin's own type, or a custom plugin, which accepts any settings. Custom plugins are used for
   * Gatewright's plugins, and if the plugin's own type lacks a setting of this version of Kong.
   */
  readonly resource: 'typed' | 'custom';
}

/** The entities that a plugin is attached to. */
export type PluginPlacement =
  | { readonly scope: 'global' }
  | { readonly scope: 'service'; readonly api: string }
  /** The service of an API's refusing routes. */
  | { readonly scope: 'refused'; readonly api: string }
  | {
      readonly scope: 'consumer-group';
      readonly api: string;
      readonly tier: string;
      /** The operation whose route it is attached to; by default the API's service. */
      readonly operation?: Pick<ApiOperation, 'id' | 'slug'>;
    };

/** A plugin and its placement. */
export type PlacedPlugin = PluginSettings & { readonly placement: PluginPlacement };

/** Returns the id of an entity on the gateway by its kind and name. */
export type IdOf = (kind: 'ca_certificate', name: string) => string;

/** One of Gatewright's plugins. Its settings are sent as a whole, so that absent settings are reset. */
export function portablePlugin(plugin: string, config: JsonObject): PluginSettings {
  return { plugin, config, resource: 'custom' };
}

/** The name of the ACL group or Consumer Group for an API at a tier. */
export function groupName(api: string, tier: string): string {
  return `${api}:${tier}`;
}
