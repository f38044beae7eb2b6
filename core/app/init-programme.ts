import { readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { extendGitignore, type GitignoreChange } from '../edit/gitignore';
import { type NewFile, writeNewFiles } from '../edit/new-files';
import { catalogFiles } from '../edit/templates/catalog';
import { repositoryFiles } from '../edit/templates/repository';
import { commandLine, shellWord } from '../model';
import { type PackageSource, packageSource } from './package-source';
import { TargetFolder } from './target-folder';
import { UserError } from './user-error';

/** What became of a folder in which a programme begins. */
export interface InitialisedProgramme {
  /** Files that were written, from the folder. */
  readonly written: readonly string[];
  /** What was there and stays as it is, `.gitignore` apart, sorted. */
  readonly kept: readonly string[];
  /** What became of a `.gitignore` that was there; undefined where there was none. */
  readonly gitignore: GitignoreChange | undefined;
  /** Command lines to run next. */
  readonly next: readonly string[];
}

/**
 * Writes a programme to start from into a folder, which passes the check. What is there stays as it is.
 *
 * @param cwd the folder that `directory` starts from
 * @param directory a new folder, or one without a catalog
 * @throws UserError when the folder cannot be used; nothing is written then
 */
export function initProgramme(cwd: string, directory: string): InitialisedProgramme {
  const folder = resolve(cwd, directory);
  const present = new TargetFolder(folder, directory);
  const source = packageSource();
  const files = filesOf(folder, source);
  const inTheWay = files.filter(({ path }) => present.has(path));
  const fresh = files.filter((file) => !inTheWay.includes(file));
  const failure = writeNewFiles(folder, fresh);
  if (failure)
    throw new UserError(`cannot write '${directory.replace(/\/+$/, '')}/${failure.path}': ${failure.problem}`);
  const names = [...present.names, ...inTheWay.map(({ path }) => path).filter((path) => path.includes('/'))];
  const kept = new Set(names.filter((name) => name !== '.gitignore' && name !== 'catalog'));
  const wanted = inTheWay.find(({ path }) => path === '.gitignore');
  return {
    written: fresh.map(({ path }) => path),
    kept: [...kept].sort(),
    gitignore: wanted && extendGitignore(join(folder, '.gitignore'), String(wanted.text)),
    next: nextCommands(directory, source),
  };
}

function filesOf(folder: string, source: PackageSource): readonly NewFile[] {
  return [
    ...repositoryFiles(packageName(folder), dependencyOn(source)),
    ...(source.from === 'tarball' ? [{ path: source.tarball, text: readFileSync(source.path) }] : []),
    ...catalogFiles(),
  ];
}

function nextCommands(directory: string, source: PackageSource): readonly string[] {
  // A name that begins with a hyphen would be read as an option.
  const target = shellWord(directory.startsWith('-') ? `./${directory}` : directory);
  const pack = source.from === 'folder' ? [`${packCommand(source.path)} --pack-destination ${target}`] : [];
  return [...pack, `cd ${target} && npm install && ${commandLine('check')}`];
}

/** The dependency on this package, as package.json has it: a version only if a registry is known to have it. */
function dependencyOn(source: PackageSource): string {
  return source.from === 'registry' ? source.version : `file:${source.tarball}`;
}

/** What makes a tarball of this package. An installed one is built already, and has no sources to build from. */
function packCommand(path: string): string {
  const installed = basename(dirname(path)) === 'node_modules';
  return `npm pack ${installed ? '--ignore-scripts ' : ''}${shellWord(path)}`;
}

/** The folder's name as npm allows it. */
function packageName(folder: string): string {
  const name = basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return name === '' ? 'programme' : name.slice(0, 100);
}
