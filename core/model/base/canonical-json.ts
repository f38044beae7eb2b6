import { configure } from 'safe-stable-stringify';

const stringify = configure({ deterministic: true, circularValue: Error });

/**
 * The JSON of a value with the keys of every map sorted: equal values give equal texts. Fields that are undefined are left out.
 *
 * @param value plain data: something that JSON can express
 * @throws Error when the value holds itself
 */
export function canonicalJson(value: unknown): string {
  return stringify(value) as string;
}
