import { isMap, type Json } from '../../model';
import { referencedPath } from './reference';

/** Every `$ref` in a value, including those in schemas and examples, each once. */
export function referencesIn(value: Json): ReadonlySet<string> {
  const found = new Set<string>();
  // No recursion, because a definition may be nested deep.
  const waiting: Json[] = [value];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (Array.isArray(next)) for (const item of next as readonly Json[]) waiting.push(item);
    else if (isMap(next)) {
      for (const [key, inner] of Object.entries(next)) {
        if (key === '$ref' && typeof inner === 'string') found.add(inner);
        else if (typeof inner === 'object' && inner !== null) waiting.push(inner);
      }
    }
  }
  return found;
}

/** Whether a reference is a URL. */
export function isAddress(reference: string): boolean {
  return /^[A-Za-z][A-Za-z0-9+.-]*:/.test(reference) || reference.startsWith('//');
}

/**
 * The path from the catalog's folder of the file to which a reference refers; undefined if it is the same file, or outside the catalog.
 *
 * @param from path of the file that contains the reference
 */
export function referencedFile(reference: string, from: string): string | undefined {
  return reference.startsWith('#') || isAddress(reference) ? undefined : referencedPath(from, reference);
}
