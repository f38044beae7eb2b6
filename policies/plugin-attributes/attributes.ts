import type { Gateway } from '../target/target';

/**
 * The attributes of a plugin's config that are written: a fixed list per gateway, regardless of values, because the provider ignores
 * absent attributes. Paths are joined by dots; a map is one attribute.
 */
export interface PluginAttributes {
  /** Kong's name of the plugin. */
  readonly plugin: string;
  /** Written on every gateway. */
  readonly always: readonly string[];
  /** Written only on some gateways, because the others do not support them. */
  readonly only?: { readonly [Name in Gateway]?: readonly string[] };
  /** Written only if the environment's counters are in Redis; otherwise they are unused. */
  readonly redis?: readonly string[];
  /** Never written, with reasons. */
  readonly omitted: readonly Omitted[];
  /** Gateways for which the provider's resource type lacks a required attribute, so that a custom plugin is used. */
  readonly custom?: readonly Gateway[];
}

/** Attributes that are not written. */
export interface Omitted {
  /** Paths; a trailing `*` matches every path with this prefix. */
  readonly paths: readonly string[];
  readonly reason: string;
}

export const SECRET = 'it would hold a secret';
export const NO_ANONYMOUS = 'it would allow anonymous callers';
export const OWN_NETWORK = "it depends on the gateway's network, which is the same for every API";
export const DEPRECATED = 'Kong has replaced it with another setting';
export const SERVER_DEFAULT = 'Gatewright does not depend on it, and an empty value would not be sent';

/** The sorted paths of the attributes that are written for a gateway. */
export function attributePaths(attributes: PluginAttributes, gateway: Gateway, redis = false): readonly string[] {
  return [
    ...attributes.always,
    ...(attributes.only?.[gateway] ?? []),
    ...(redis ? (attributes.redis ?? []) : []),
  ].sort();
}
