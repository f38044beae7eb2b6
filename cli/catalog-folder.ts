import { statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import type { OnProgress } from '../model';
import { FolderSource, type LoadResult, loadCatalog, loadTypeScript, type Source } from '../model';
import { UsageFailure } from './failure';
import type { Io } from './io';

/** A catalog's folder as a command was given it. */
export interface CatalogFolder {
  /** Absolute path. */
  readonly path: string;
  /** From the working directory, with forward slashes: what positions begin with, so that a reader can open them. */
  readonly shown: string;
}

/** @throws UsageFailure when there is no such folder, or none is named */
export function catalogFolder(io: Io, directory: string): CatalogFolder {
  if (directory.trim() === '')
    throw new UsageFailure(
      'GATEWRIGHT_CATALOG is empty',
      "name the catalog's folder in it or with --catalog DIR, or unset it",
    );
  const path = resolve(io.cwd, directory);
  const there = statSync(path, { throwIfNoEntry: false });
  if (there?.isDirectory() !== true)
    throw new UsageFailure(
      there ? `'${directory}' is a file, not a folder` : `there is no folder '${directory}'`,
      "name the catalog's folder with --catalog DIR, or write a first one with 'gatewright init DIR'",
    );
  return { path, shown: relative(io.cwd, path).split(sep).join('/') || '.' };
}

/** Loads the YAML and TypeScript documents of a folder. */
export function loadFolder(folder: CatalogFolder, onProgress?: OnProgress): LoadResult {
  return loadWith(folder, new FolderSource(folder.path, folder.shown), onProgress);
}

/** Loads a folder's TypeScript documents together with files from another source. */
export function loadWith(folder: CatalogFolder, source: Source, onProgress?: OnProgress): LoadResult {
  return loadCatalog(source, { ...loadTypeScript(folder.path, folder.shown), onProgress });
}
