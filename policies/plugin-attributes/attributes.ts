import type { Gateway } from '../target/target';

/**
 * Which attributes of a plugin's config are written: a fixed list per gateway, never dependent on values, because the provider
 * passes over what is absent. Paths have dots; a map is one attribute.
 */
export interface PluginAttributes {
  /** Kong's name of the plugin. */
  readonly plugin: string;
  /** Written on every gateway. */
  readonly always: readonly string[];
  /** Written on some gateways only, because the others do not know them. */
  readonly only?: { readonly [Name in Gateway]?: readonly string[] };
  /** Written only where the environment's counters are in Redis: nothing reads them elsewhere. */
  readonly redis?: readonly string[];
  /** Never written, and why. */
  readonly omitted: readonly Omitted[];
  /** Gateways on which the provider's resource type lacks an attribute that is written: there it is a custom plugin. */
  readonly custom?: readonly Gateway[];
}

/** Attributes that are not written. */
export interface Omitted {
  /** Paths; `*` at the end means every path that begins like this. */
  readonly paths: readonly string[];
  readonly reason: string;
}

export const SECRET = 'it would hold a secret';
export const NO_ANONYMOUS = 'it would let callers in that nobody knows';
export const OWN_NETWORK = "it is a matter of the gateway's own network, the same for every API";
export const DEPRECATED = 'Kong has put another setting in its place';
export const SERVER_DEFAULT = 'Gatewright does not depend on it, and an empty value would not be sent';

/** The paths that are written on a gateway, sorted. */
export function attributePaths(attributes: PluginAttributes, gateway: Gateway, redis = false): readonly string[] {
  return [
    ...attributes.always,
    ...(attributes.only?.[gateway] ?? []),
    ...(redis ? (attributes.redis ?? []) : []),
  ].sort();
}
