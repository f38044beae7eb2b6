import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import type { Gateway } from '../../../policies';

/** Kong's published config schemas, one folder per version, in a folder next to the repository if available. */
const FOLDER = path.join(__dirname, '../../../../shared/data/kong-plugin-schemas');

/** The reason why tests against the published schemas are skipped; undefined if they can run. */
export const MISSING_SCHEMAS = existsSync(FOLDER)
  ? undefined
  : "Kong's published plugin schemas are not next to the repository";

type Node = { [key: string]: unknown };

/** Removes Kong's own keywords from a schema, and closes objects to additional properties. */
function closed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closed);
  if (typeof node !== 'object' || node === null) return node;
  const copy: Node = {};
  for (const [key, value] of Object.entries(node)) {
    if (['uuid', 'shorthand_fields', 'description', 'deprecated'].includes(key) || key.startsWith('x-')) continue;
    copy[key] = key === 'properties' ? mapValues(value as Node) : closed(value);
  }
  if ('properties' in copy && !('additionalProperties' in copy)) copy.additionalProperties = false;
  return copy;
}

function mapValues(properties: Node): Node {
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, closed(value)]));
}

/** The published schema of a plugin's config; undefined if this version does not have the plugin. */
export function publishedConfig(plugin: string, gateway: Gateway): Node | undefined {
  const file = path.join(FOLDER, gateway.replace(/^[a-z]+-/, ''), `${plugin}.json`);
  if (!existsSync(file)) return undefined;
  return JSON.parse(readFileSync(file, 'utf8')).properties.config;
}

const validators = new Map<string, ValidateFunction>();

/** The problems of the config of one of Kong's plugins, including unknown attributes. */
export function problemsOfKong(plugin: string, gateway: Gateway, config: unknown): readonly string[] {
  const key = `${gateway} ${plugin}`;
  let validate = validators.get(key);
  if (!validate) {
    const schema = publishedConfig(plugin, gateway);
    if (!schema) return [`${plugin} is not part of ${gateway}`];
    const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false });
    validate = ajv.compile(closed(schema) as object);
    validators.set(key, validate);
  }
  if (validate(config)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${plugin}${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

/** All paths of a published config; a map or a list is one path. */
export function publishedPaths(plugin: string, gateway: Gateway): readonly string[] {
  const walk = (node: Node, before: string): string[] =>
    Object.entries((node.properties ?? {}) as Node).flatMap(([name, value]) => {
      const inner = value as Node;
      const path = before === '' ? name : `${before}.${name}`;
      return inner.type === 'object' && inner.properties ? walk(inner, path) : [path];
    });
  return walk(publishedConfig(plugin, gateway) ?? {}, '');
}
