import { FrozenMap } from './frozen-map';

/** Freezes plain data and everything in it, including the values of frozen maps, and returns it. Only for values that the caller owns. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const inner of value instanceof FrozenMap ? value.values() : Object.values(value)) deepFreeze(inner);
  return Object.freeze(value);
}
