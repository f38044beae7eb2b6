import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { packageRoot, packageVersion } from './package-root';

/** From where a new repository can get this package. */
export type PackageSource =
  /** From the registry that this one came from. */
  | { readonly from: 'registry'; readonly version: string }
  /** From the tarball that this one was installed from. */
  | { readonly from: 'tarball'; readonly tarball: string; readonly path: string }
  /** From one that `npm pack` has to make first: this is a clone, its tarball is gone, or nobody knows where it came from. */
  | { readonly from: 'folder'; readonly tarball: string; readonly path: string };

/**
 * Where this package came from, by the list that npm keeps of what it installed.
 *
 * @param root the package's folder
 */
export function packageSource(root: string = packageRoot()): PackageSource {
  const version = packageVersion(root);
  const modules = dirname(root);
  const packed = `gatewright-${version}.tgz`;
  if (basename(modules) !== 'node_modules') return { from: 'folder', tarball: packed, path: root };
  const resolved = resolvedIn(join(modules, '.package-lock.json'), `node_modules/${basename(root)}`);
  if (resolved !== undefined && /^https?:/.test(resolved)) return { from: 'registry', version };
  if (resolved?.startsWith('file:') !== true) return { from: 'folder', tarball: packed, path: root };
  const path = resolve(dirname(modules), resolved.slice('file:'.length));
  return existsSync(path)
    ? { from: 'tarball', tarball: basename(path), path }
    : { from: 'folder', tarball: packed, path: root };
}

function resolvedIn(lockFile: string, name: string): string | undefined {
  try {
    const { packages } = JSON.parse(readFileSync(lockFile, 'utf8'));
    const resolved: unknown = packages?.[name]?.resolved;
    return typeof resolved === 'string' ? resolved : undefined;
  } catch {
    return undefined;
  }
}
