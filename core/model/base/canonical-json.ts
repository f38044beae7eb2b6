import { configure } from 'safe-stable-stringify';

const stringify = configure({ deterministic: true, circularValue: Error });

/**
 * Serializes a value as JSON with sorted keys, so that equal values have equal JSON. Fields that are undefined are omitted.
 *
 * @param value plain data that JSON can represent
 * @throws Error if the value contains itself
 */
export function canonicalJson(value: unknown): string {
  return stringify(value) as string;
}
