import { posix } from 'node:path';
import { isMap, type Json, nearest } from '../../model';

/** A pointer that leads somewhere and differs from another in its last step alone: `/components/schemas/Pet` for `/components/schemas/Pett`. */
export function nearPointer(root: Json, steps: readonly string[]): string | undefined {
  let value: Json | undefined = root;
  for (const [index, step] of steps.entries()) {
    if (!isMap(value)) return undefined;
    if (Object.hasOwn(value, step)) {
      value = value[step];
      continue;
    }
    const near = index === steps.length - 1 ? nearest(step, Object.keys(value)) : undefined;
    return near === undefined ? undefined : `/${[...steps.slice(0, -1), near].map(escaped).join('/')}`;
  }
  return undefined;
}

/**
 * A path of the catalog that somebody may have meant, counted from a file.
 *
 * @param from path of the file in which the reference is written, from the catalog's folder
 */
export function nearFile(from: string, path: string, paths: Iterable<string>): string | undefined {
  const near = nearest(path, paths);
  if (near === undefined) return undefined;
  const beside = posix.relative(posix.dirname(from), near);
  return beside.startsWith('../') ? beside : `./${beside}`;
}

function escaped(step: string): string {
  return step.replaceAll('~', '~0').replaceAll('/', '~1');
}
