import { readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { extendGitignore, type GitignoreChange } from '../edit/gitignore';
import { type NewFile, writeNewFiles } from '../edit/new-files';
import { catalogFiles } from '../edit/templates/catalog';
import { repositoryFiles } from '../edit/templates/repository';
import { commandLine, shellWord } from '../model';
import { nameFrom } from './new/name';
import { type PackageSource, packageSource } from './package-source';
import { ProgrammeFolder } from './programme-folder';
import { UserError } from './user-error';

/** The result of creating a programme in a folder. */
export interface InitialisedProgramme {
  /** Files that were written, relative to the folder. */
  readonly written: readonly string[];
  /** Existing files and folders that were kept, except `.gitignore`, sorted. */
  readonly kept: readonly string[];
  /** How an existing `.gitignore` was changed; undefined if there was none. */
  readonly gitignore: GitignoreChange | undefined;
  /** The commands to run next. */
  readonly next: readonly string[];
}

/**
 * Creates a small programme that passes the check. Existing files are kept.
 *
 * @param cwd the folder that `directory` is relative to
 * @param directory a new folder, or one without a catalog
 * @throws UserError if the folder cannot be used; nothing is written then
 */
export function initProgramme(cwd: string, directory: string): InitialisedProgramme {
  const folder = resolve(cwd, directory);
  const target = new ProgrammeFolder(folder, directory);
  const source = packageSource();
  const files = filesOf(folder, source);
  const existing = files.filter(({ path }) => target.has(path));
  const missing = files.filter((file) => !existing.includes(file));
  const failure = writeNewFiles(folder, missing);
  if (failure)
    throw new UserError(`cannot write '${directory.replace(/\/+$/, '')}/${failure.path}': ${failure.problem}`);
  const names = [...target.names, ...existing.map(({ path }) => path).filter((path) => path.includes('/'))];
  const kept = new Set(names.filter((name) => name !== '.gitignore' && name !== 'catalog'));
  const gitignore = existing.find(({ path }) => path === '.gitignore');
  return {
    written: missing.map(({ path }) => path),
    kept: [...kept].sort(),
    gitignore: gitignore && extendGitignore(join(folder, '.gitignore'), String(gitignore.text)),
    next: nextCommands(directory, source),
  };
}

function filesOf(folder: string, source: PackageSource): readonly NewFile[] {
  return [
    ...repositoryFiles(packageName(folder), dependencyOn(source)),
    ...(source.from === 'tarball' ? [{ path: source.tarball, text: readFileSync(source.path) }] : []),
    ...catalogFiles(nameFrom(basename(folder)) ?? 'programme'),
  ];
}

function nextCommands(directory: string, source: PackageSource): readonly string[] {
  // A name that begins with a hyphen would be read as an option.
  const target = shellWord(directory.startsWith('-') ? `./${directory}` : directory);
  const pack = source.from === 'folder' ? [`${packCommand(source.path)} --pack-destination ${target}`] : [];
  return [...pack, `cd ${target} && npm install && ${commandLine('check')}`];
}

/** The dependency on this package for package.json: a version if the package comes from a registry, a tarball otherwise. */
function dependencyOn(source: PackageSource): string {
  return source.from === 'registry' ? source.version : `file:${source.tarball}`;
}

/** The command that packs this package. An installed package is already built, and has no sources to build from. */
function packCommand(path: string): string {
  const installed = basename(dirname(path)) === 'node_modules';
  return `npm pack ${installed ? '--ignore-scripts ' : ''}${shellWord(path)}`;
}

/** The folder's name as a valid npm package name. */
function packageName(folder: string): string {
  const name = basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return name === '' ? 'programme' : name.slice(0, 100);
}
