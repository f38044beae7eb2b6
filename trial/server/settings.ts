/** A setting of the environment that cannot be used. */
export class UnusableSetting extends Error {}

/** Variables of the environment. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** A variable's text; an empty one counts as not set. */
export function setting(variables: Variables, name: string): string | undefined {
  const value = variables[name];
  return value === undefined || value === '' ? undefined : value;
}

/** @throws UnusableSetting when it is no port */
export function portSetting(variables: Variables, name: string, fallback: number): number {
  const text = setting(variables, name);
  if (text === undefined) return fallback;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UnusableSetting(`${name} is '${text}'; write a port from 0 to 65535, 0 for one that is free`);
  return port;
}

/**
 * An address without a slash at its end.
 * @throws UnusableSetting when it is none
 */
export function urlSetting(variables: Variables, name: string, fallback: string): string {
  const text = setting(variables, name) ?? fallback;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol))
    throw new UnusableSetting(`${name} is '${text}'; write an address like ${fallback}`);
  return text.replace(/\/+$/, '');
}
