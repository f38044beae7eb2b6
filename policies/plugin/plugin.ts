import type { ApiOperation, JsonObject } from '../../core/model';

/** A plugin of the gateway and its settings: what a policy comes to. */
export interface PluginSettings {
  /** Kong's name of the plugin: `rate-limiting`. */
  readonly plugin: string;
  /** Every setting that is written; which ones is fixed per plugin and gateway (policies/plugin-attributes). */
  readonly config: JsonObject;
  /**
   * How the Terraform provider takes it: as the resource type of the plugin, or as a custom plugin, which takes any settings.
   * Custom are Gatewright's own plugins, and those whose type does not know a setting of this version of Kong.
   */
  readonly resource: 'typed' | 'custom';
}

/** What a plugin is attached to. */
export type PluginPlacement =
  | { readonly scope: 'global' }
  | { readonly scope: 'service'; readonly api: string }
  /** The service of an API for the calls that it refuses. */
  | { readonly scope: 'refused'; readonly api: string }
  | {
      readonly scope: 'consumer-group';
      readonly api: string;
      readonly tier: string;
      /** The operation whose route it is attached to; without it the API's service. */
      readonly operation?: Pick<ApiOperation, 'id' | 'slug'>;
    };

/** A plugin and what it is attached to. */
export type PlacedPlugin = PluginSettings & { readonly placement: PluginPlacement };

/** The id that an entity of the gateway has, from its kind and name; what makes constructs gives it. */
export type IdOf = (kind: 'ca_certificate', name: string) => string;

/** One of Gatewright's own plugins: its settings are sent whole, so that what is absent is taken back. */
export function portablePlugin(plugin: string, config: JsonObject): PluginSettings {
  return { plugin, config, resource: 'custom' };
}

/** The group that says who may call an API and at which tier: an ACL group, or the name of a Consumer Group. */
export function groupName(api: string, tier: string): string {
  return `${api}:${tier}`;
}
