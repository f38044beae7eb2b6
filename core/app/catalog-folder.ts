import { statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { FolderSource, type LoadResult, loadCatalog, loadTypeScript, type Source } from '../load';
import { commandLine, type OnProgress, shellWord } from '../model';
import type { CommandContext } from './command-context';
import { UsageError } from './user-error';

const NO_THROW = { throwIfNoEntry: false } as const;

/** The catalog folder that a command works on. */
export interface CatalogFolder {
  /** Absolute path. */
  readonly path: string;
  /** Path relative to the working directory, with forward slashes; positions start with it. */
  readonly displayPath: string;
  /** The arguments that select it: `--catalog DIR`; empty for the default catalog. */
  readonly args: readonly string[];
}

/** A command line for a catalog that users can paste: `check`, or `check --catalog DIR` if it is not the default catalog. */
export function catalogCommand({ args }: CatalogFolder, ...words: readonly string[]): string {
  return commandLine(...words, ...args);
}

export interface CatalogSearch extends Omit<CommandContext, 'today'> {
  /**
   * Whether hints name only GATEWRIGHT_CATALOG, because the caller has no `--catalog` option.
   * @default false
   */
  readonly isEnvOnly?: boolean;
}

/**
 * Resolves the catalog folder from the name that the user passed.
 *
 * @throws UsageError if the folder does not exist, the name is empty, or it is the folder of a programme
 */
export function resolveCatalogFolder(search: CatalogSearch, directory: string): CatalogFolder {
  const { cwd, defaultCatalog, isEnvOnly = false } = search;
  if (directory.trim() === '')
    throw new UsageError(
      'GATEWRIGHT_CATALOG is empty',
      `set it to the catalog folder${isEnvOnly ? '' : ', pass --catalog DIR'}, or unset it`,
    );
  const path = resolve(cwd, directory);
  const stats = statSync(path, NO_THROW);
  if (stats?.isDirectory() !== true)
    throw new UsageError(
      stats ? `'${directory}' is a file, not a folder` : `folder '${directory}' does not exist`,
      isEnvOnly
        ? 'set GATEWRIGHT_CATALOG to the catalog folder'
        : `pass the folder that contains the whole catalog, or create a catalog with '${commandLine('init', 'my-programme')}'`,
    );
  // The output of synth is in this folder too, and new documents would be written next to package.json.
  if (
    statSync(join(path, 'cdktf.json'), NO_THROW)?.isFile() &&
    statSync(join(path, 'catalog'), NO_THROW)?.isDirectory()
  )
    throw new UsageError(
      `'${directory}' is the folder of a programme, not of its catalog`,
      `pass the catalog folder: ${shellWord(join(directory, 'catalog'))}`,
    );
  const args = path === resolve(cwd, defaultCatalog) ? [] : ['--catalog', directory];
  return { path, displayPath: relative(cwd, path).split(sep).join('/') || '.', args };
}

/** Loads the YAML and TypeScript documents of a catalog folder. */
export function loadFolder(folder: CatalogFolder, onProgress?: OnProgress): LoadResult {
  return loadWith(folder, new FolderSource(folder.path, folder.displayPath), onProgress);
}

/** Loads the TypeScript documents of a catalog folder together with the files of another source. */
export function loadWith(folder: CatalogFolder, source: Source, onProgress?: OnProgress): LoadResult {
  return loadCatalog(source, { ...loadTypeScript(folder.path, folder.displayPath), onProgress });
}
