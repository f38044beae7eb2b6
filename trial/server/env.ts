/** Configuration that cannot be used, such as an environment variable with an invalid value. */
export class ConfigurationError extends Error {}

/** Environment variables. */
export type Env = Readonly<Record<string, string | undefined>>;

/** The value of a variable; an empty one counts as not set. */
export function readVariable(env: Env, name: string): string | undefined {
  const value = env[name];
  return value === undefined || value === '' ? undefined : value;
}

/** @throws ConfigurationError if the value is not a port */
export function readPort(env: Env, name: string, fallback: number): number {
  const text = readVariable(env, name);
  if (text === undefined) return fallback;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new ConfigurationError(`${name} is '${text}'; use a port from 0 to 65535 (0: a free port)`);
  return port;
}

/**
 * Reads an http or https URL, without a trailing slash.
 * @throws ConfigurationError if the value is not a URL
 */
export function readUrl(env: Env, name: string, fallback: string): string {
  const text = readVariable(env, name) ?? fallback;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol))
    throw new ConfigurationError(`${name} is '${text}'; use a URL such as ${fallback}`);
  return text.replace(/\/+$/, '');
}
