/** A JSON value that nobody may change. */
export type Json = string | number | boolean | null | JsonList | JsonObject;
export type JsonList = readonly Json[];
export interface JsonObject {
  readonly [key: string]: Json;
}

/**
 * An empty map without inherited members, so that a document's key or name such as `constructor` is found only where it is
 * written. Unlike `Object.create(null)` it keeps the engine's compact layout.
 */
export const PlainMap = function PlainMap() {} as unknown as new () => { [key: string]: Json };
Object.defineProperty(PlainMap, 'prototype', { value: Object.freeze(Object.create(null)) });

/** Whether a value is a map (neither a list nor null). */
export function isMap(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text as it is, and anything else as the empty text: a map without inherited members has no text of its own. */
export function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}
