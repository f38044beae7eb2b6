/** A setting of the environment that cannot be used. */
export class ConfigurationError extends Error {}

/** Env of the environment. */
export type Env = Readonly<Record<string, string | undefined>>;

/** A variable's text; an empty one counts as not set. */
export function readVariable(variables: Env, name: string): string | undefined {
  const value = variables[name];
  return value === undefined || value === '' ? undefined : value;
}

/** @throws ConfigurationError when it is no port */
export function readPort(variables: Env, name: string, fallback: number): number {
  const text = readVariable(variables, name);
  if (text === undefined) return fallback;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new ConfigurationError(`${name} is '${text}'; write a port from 0 to 65535, 0 for one that is free`);
  return port;
}

/**
 * An address without a slash at its end.
 * @throws ConfigurationError when it is none
 */
export function readUrl(variables: Env, name: string, fallback: string): string {
  const text = readVariable(variables, name) ?? fallback;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol))
    throw new ConfigurationError(`${name} is '${text}'; write an address like ${fallback}`);
  return text.replace(/\/+$/, '');
}
