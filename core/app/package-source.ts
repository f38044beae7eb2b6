import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { packageRoot, packageVersion } from './package-root';

/** Where a new repository can install this package from. */
export type PackageSource =
  /** The registry that this package was installed from. */
  | { readonly from: 'registry'; readonly version: string }
  /** The tarball that this package was installed from. */
  | { readonly from: 'tarball'; readonly tarball: string; readonly path: string }
  /** A tarball that `npm pack` has to create first: this is a clone, its tarball is gone, or its origin is unknown. */
  | { readonly from: 'folder'; readonly tarball: string; readonly path: string };

/**
 * Where this package was installed from, according to npm's own list of installed packages.
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
