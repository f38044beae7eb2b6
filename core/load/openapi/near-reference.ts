import { posix } from 'node:path';
import { isMap, type Json, nearest } from '../../model';

/** An existing pointer that differs from another only in its last step: `/components/schemas/Pet` for `/components/schemas/Pett`. */
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
 * The path of a file that was probably meant, relative to another file.
 *
 * @param from path of the file that contains the reference, from the catalog's folder
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
