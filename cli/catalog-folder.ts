import { statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { FolderSource, type LoadResult, loadCatalog, loadTypeScript, type Source } from '../core/load';
import { commandLine, type OnProgress, shellWord } from '../core/model';
import { UsageFailure } from './failure';
import type { Io } from './io';

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

/** @throws UsageFailure when there is no such folder, none is named, or it is the one around the catalog */
export function catalogFolder(io: Io, directory: string): CatalogFolder {
  if (directory.trim() === '')
    throw new UsageFailure(
      'GATEWRIGHT_CATALOG is empty',
      "name the catalog's folder in it or with --catalog DIR, or unset it",
    );
  const path = resolve(io.cwd, directory);
  const there = statSync(path, OR_NOTHING);
  if (there?.isDirectory() !== true)
    throw new UsageFailure(
      there ? `'${directory}' is a file, not a folder` : `there is no folder '${directory}'`,
      `name the folder that holds the whole catalog, or write a first one with '${commandLine('init', 'my-programme')}'`,
    );
  // A name too few: the output of synth lies in there as well, and new documents would be written beside package.json.
  if (
    statSync(join(path, 'cdktf.json'), OR_NOTHING)?.isFile() &&
    statSync(join(path, 'catalog'), OR_NOTHING)?.isDirectory()
  )
    throw new UsageFailure(
      `'${directory}' is the folder of a programme, not of its catalog`,
      `name the folder with the documents: ${shellWord(join(directory, 'catalog'))}`,
    );
  const option = path === resolve(io.cwd, usualFolder(io)) ? [] : ['--catalog', directory];
  return { path, shown: relative(io.cwd, path).split(sep).join('/') || '.', option };
}

/** The catalog of a command that is given none: what GATEWRIGHT_CATALOG names, or else `catalog`. */
export function usualFolder({ env }: Io): string {
  return env.GATEWRIGHT_CATALOG ?? 'catalog';
}

/** Loads the YAML and TypeScript documents of a folder. */
export function loadFolder(folder: CatalogFolder, onProgress?: OnProgress): LoadResult {
  return loadWith(folder, new FolderSource(folder.path, folder.shown), onProgress);
}

/** Loads a folder's TypeScript documents together with files from another source. */
export function loadWith(folder: CatalogFolder, source: Source, onProgress?: OnProgress): LoadResult {
  return loadCatalog(source, { ...loadTypeScript(folder.path, folder.shown), onProgress });
}
