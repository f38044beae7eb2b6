import type { Json, JsonObject } from '../../core/model';
import type { PluginSettings } from '../plugin/plugin';
import type { Target } from '../target/target';
import { attributePaths, type PluginAttributes } from './attributes';

/** Values of attributes by path. Values for other gateways are ignored. */
export type AttributeValues = Readonly<Record<string, Json>>;

/**
 * A plugin of Kong with exactly the attributes that are written for a gateway.
 *
 * @param values at least one value for every attribute that is written
 * @param redis whether the environment's counters are in Redis
 * @throws Error if a value is missing or belongs to no attribute, which is a bug in a policy
 */
export function nativePlugin(
  attributes: PluginAttributes,
  { gateway }: Target,
  values: AttributeValues,
  redis = false,
): PluginSettings {
  const config: { [key: string]: Json } = {};
  for (const path of attributePaths(attributes, gateway, redis)) {
    const value = values[path];
    if (value === undefined) throw new Error(`policy for '${attributes.plugin}' has no value for '${path}'`);
    setValue(config, path.split('.'), value);
  }
  const known = new Set([
    ...attributes.always,
    ...Object.values(attributes.only ?? {}).flat(),
    ...(attributes.redis ?? []),
  ]);
  const unknown = Object.keys(values).find((path) => !known.has(path));
  if (unknown !== undefined)
    throw new Error(
      `policy for '${attributes.plugin}' has a value for '${unknown}', which is not in its list of attributes`,
    );
  const resource = attributes.custom?.includes(gateway) ? 'custom' : 'typed';
  return { plugin: attributes.plugin, config, resource };
}

function setValue(config: { [key: string]: Json }, [head, ...rest]: readonly string[], value: Json): void {
  if (head === undefined) return;
  if (rest.length === 0) {
    config[head] = value;
    return;
  }
  const inner = (config[head] ?? {}) as JsonObject;
  const copy = { ...inner };
  setValue(copy, rest, value);
  config[head] = copy;
}
