/** A read-only JSON value. */
export type Json = string | number | boolean | null | JsonList | JsonObject;
export type JsonList = readonly Json[];
export interface JsonObject {
  readonly [key: string]: Json;
}

/**
 * An empty map without inherited properties, so that keys such as `constructor` exist only if the document has them. Unlike
 * `Object.create(null)`, it keeps the compact object layout of the engine.
 */
export const PlainMap = function PlainMap() {} as unknown as new () => { [key: string]: Json };
Object.defineProperty(PlainMap, 'prototype', { value: Object.freeze(Object.create(null)) });

/** Whether a value is a map (neither a list nor null). */
export function isMap(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns a string unchanged, and an empty string for any other value. */
export function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}
