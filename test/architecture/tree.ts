import path from 'node:path';
import type { Import } from './imports';

/** The imports of each source file, by path relative to the repository, with forward slashes. */
export type Tree = ReadonlyMap<string, readonly Import[]>;

/** Every import of a source file by another, including types. */
export function* edges(tree: Tree): Iterable<readonly [file: string, target: string]> {
  for (const [file, imports] of tree) {
    for (const { specifier } of imports) {
      const target = specifier.startsWith('.') ? targetOf(file, specifier, tree) : undefined;
      if (target !== undefined && tree.has(target)) yield [file, target];
    }
  }
}

/** Resolves a relative specifier as Node does for CommonJS. JSON is data, and is not in the tree. */
export function targetOf(file: string, specifier: string, tree: Tree): string | undefined {
  const plain = path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier));
  if (plain.endsWith('.json')) return plain;
  return [`${plain}.ts`, `${plain}/index.ts`].find((candidate) => tree.has(candidate));
}

/** The component of a file: `main.ts`, a top-level folder, or a folder of `core/`. */
export function componentOf(file: string): string {
  const [top = file, second = ''] = file.split('/');
  return top === 'core' ? `${top}/${second}` : top;
}
