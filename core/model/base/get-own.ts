/**
 * Looks up an own property of a map with arbitrary keys. `constructor` is a valid name for an environment, and a plain lookup would find
 * the inherited property.
 */
export function getOwn<T>(map: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return map !== undefined && Object.hasOwn(map, key) ? map[key] : undefined;
}
