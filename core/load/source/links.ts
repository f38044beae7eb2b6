import { posix } from 'node:path';

/** Longest chain of links that is followed. */
const MAX_STEPS = 20;

/**
 * The path under which a source lists the file that another path names through symbolic links; the same path if it contains no
 * links.
 *
 * @param links paths of links and of their targets, from the root of the source
 */
export function throughLinks(path: string, links: ReadonlyMap<string, string>): string {
  let current = path;
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const next = followed(current, links);
    if (next === undefined) return current;
    current = next;
  }
  return current;
}

/** The path with its first link replaced. */
function followed(path: string, links: ReadonlyMap<string, string>): string | undefined {
  const parts = path.split('/');
  for (let count = 1; count <= parts.length; count += 1) {
    const target = links.get(parts.slice(0, count).join('/'));
    if (target !== undefined) return posix.normalize(posix.join(target, ...parts.slice(count)));
  }
  return undefined;
}
