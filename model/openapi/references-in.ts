import { isMap, type Json } from '../json';
import { referencedPath } from './reference';

/**
 * The files that the references in a value lead to, wherever they are: in path items, schemas, examples.
 *
 * @param from path of the file from the catalog's folder
 */
export function referencedFiles(value: Json, from: string): ReadonlySet<string> {
  const found = new Set<string>();
  // A list of its own instead of recursion: a definition may be nested deep.
  const waiting: Json[] = [value];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (Array.isArray(next)) for (const item of next as readonly Json[]) waiting.push(item);
    else if (isMap(next)) {
      for (const [key, inner] of Object.entries(next)) {
        if (key === '$ref' && typeof inner === 'string') add(found, inner, from);
        else if (typeof inner === 'object' && inner !== null) waiting.push(inner);
      }
    }
  }
  return found;
}

function add(found: Set<string>, reference: string, from: string): void {
  if (reference.startsWith('#') || /^[A-Za-z][A-Za-z0-9+.-]*:/.test(reference)) return;
  const path = referencedPath(from, reference);
  if (path !== undefined) found.add(path);
}
