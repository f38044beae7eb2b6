import { statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { FolderSource, type LoadResult, loadCatalog, loadTypeScript, type Source } from '../load';
import { commandLine, type OnProgress, shellWord } from '../model';
import type { CommandContext } from './command-context';
import { UsageError } from './user-error';

const OR_NOTHING = { throwIfNoEntry: false } as const;

/** A catalog's folder as a command was given it. */
export interface CatalogFolder {
  /** Absolute path. */
  readonly path: string;
  /** From the working directory, with forward slashes: what positions begin with, so that a reader can open them. */
  readonly shown: string;
  /** What leads a command to it: `--catalog DIR`; nothing where commands find it by themselves. */
  readonly option: readonly string[];
}

/** A command line that is about a catalog, for a reader to paste: `check`, or `check --catalog DIR` where it needs that. */
export function catalogCommand({ option }: CatalogFolder, ...words: readonly string[]): string {
  return commandLine(...words, ...option);
}

export interface CatalogSearch extends Omit<CommandContext, 'today'> {
  /**
   * Whether only GATEWRIGHT_CATALOG can name the folder, and not a command line: for hints.
   * @default false
   */
  readonly isInVariable?: boolean;
}

/**
 * The catalog's folder, from the name that was given for it.
 *
 * @throws UsageError when there is no such folder, none is named, or it is the one around the catalog
 */
export function resolveCatalogFolder(search: CatalogSearch, directory: string): CatalogFolder {
  const { cwd, defaultCatalog, isInVariable = false } = search;
  if (directory.trim() === '')
    throw new UsageError(
      'GATEWRIGHT_CATALOG is empty',
      `name the catalog's folder in it${isInVariable ? '' : ' or with --catalog DIR'}, or unset it`,
    );
  const path = resolve(cwd, directory);
  const there = statSync(path, OR_NOTHING);
  if (there?.isDirectory() !== true)
    throw new UsageError(
      there ? `'${directory}' is a file, not a folder` : `there is no folder '${directory}'`,
      isInVariable
        ? "name the catalog's folder in GATEWRIGHT_CATALOG"
        : `name the folder that holds the whole catalog, or write a first one with '${commandLine('init', 'my-programme')}'`,
    );
  // A name too few: the output of synth lies in there as well, and new documents would be written beside package.json.
  if (
    statSync(join(path, 'cdktf.json'), OR_NOTHING)?.isFile() &&
    statSync(join(path, 'catalog'), OR_NOTHING)?.isDirectory()
  )
    throw new UsageError(
      `'${directory}' is the folder of a programme, not of its catalog`,
      `name the folder with the documents: ${shellWord(join(directory, 'catalog'))}`,
    );
  const option = path === resolve(cwd, defaultCatalog) ? [] : ['--catalog', directory];
  return { path, shown: relative(cwd, path).split(sep).join('/') || '.', option };
}

/** Loads the YAML and TypeScript documents of a folder. */
export function loadFolder(folder: CatalogFolder, onProgress?: OnProgress): LoadResult {
  return loadWith(folder, new FolderSource(folder.path, folder.shown), onProgress);
}

/** Loads a folder's TypeScript documents together with files from another source. */
export function loadWith(folder: CatalogFolder, source: Source, onProgress?: OnProgress): LoadResult {
  return loadCatalog(source, { ...loadTypeScript(folder.path, folder.shown), onProgress });
}
