import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the installed package, or of the repository in a clone: the nearest one with a package.json. */
export function packageRoot(from: string = __dirname): string {
  const parent = dirname(from);
  if (existsSync(join(from, 'package.json')) || parent === from) return from;
  return packageRoot(parent);
}

/** The version of this package. */
export function packageVersion(root: string = packageRoot()): string {
  return String(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version);
}
