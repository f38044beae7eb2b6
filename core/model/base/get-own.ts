/**
 * The value that a map with free keys has by itself. `constructor` is a good name for an environment, and a plain look-up would
 * find what every object inherits.
 */
export function getOwn<T>(map: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return map !== undefined && Object.hasOwn(map, key) ? map[key] : undefined;
}
