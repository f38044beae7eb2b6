import { FrozenMap } from './frozen-map';

/** Freezes plain data and everything in it, frozen maps included, and returns it. For values that the caller has just made. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const inner of value instanceof FrozenMap ? value.values() : Object.values(value)) deepFreeze(inner);
  return Object.freeze(value);
}
