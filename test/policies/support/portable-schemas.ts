import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import type { PluginSettings } from '../../../policies';

export const PORTABLE_PLUGINS = [
  'partner-token',
  'partner-tier-limit',
  'partner-mtls',
  'partner-consent',
  'partner-errors',
  'partner-masking',
] as const;

export const PLUGINS_FOLDER = path.join(__dirname, '../../../gateway/kong/plugins');

const ajv = new Ajv2020({ strict: true, allErrors: true });

/** The config schema of each of Gatewright's plugins. */
export const PORTABLE_SCHEMAS: ReadonlyMap<string, object> = new Map(
  PORTABLE_PLUGINS.map((name) => [
    name,
    JSON.parse(readFileSync(path.join(PLUGINS_FOLDER, name, 'config.schema.json'), 'utf8')),
  ]),
);

const validators: ReadonlyMap<string, ValidateFunction> = new Map(
  [...PORTABLE_SCHEMAS].map(([name, schema]) => [name, ajv.compile(schema)]),
);

/** The problems of the config of one of Gatewright's plugins; empty for a plugin of Kong. */
export function problemsOfPortable({ plugin, config }: Pick<PluginSettings, 'plugin' | 'config'>): readonly string[] {
  const validate = validators.get(plugin);
  if (!validate || validate(config)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${plugin}${instancePath} ${message}`);
}
