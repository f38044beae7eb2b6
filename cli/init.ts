import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { Command } from 'commander';
import { commandLine, shellWord } from '../model';
import { type ExitStatus, Failure, fileProblem } from './failure';
import type { Io } from './io';
import { parseFolder } from './options';
import { type PackageSource, packageSource } from './package-source';
import { catalogFiles } from './templates/catalog';
import { repositoryFiles } from './templates/repository';
import { writeFiles } from './write-files';

/** `gatewright init DIR`: a repository for a programme of one's own, which passes the check. */
export function initCommand(io: Io, done: (status: ExitStatus) => void): Command {
  return new Command('init')
    .description('Write a small programme to start from, with everything around it, into a new or empty folder.')
    .argument('DIR', 'the folder', parseFolder)
    .action((directory: string) => {
      const folder = resolve(io.cwd, directory);
      refuseUnlessEmpty(folder, directory);
      const source = packageSource();
      const files = [
        ...repositoryFiles(packageName(folder), dependencyOn(source)),
        ...(source.from === 'tarball' ? [{ path: source.tarball, text: readFileSync(source.path) }] : []),
        ...catalogFiles(),
      ];
      writeFiles(folder, directory.replace(/\/+$/, ''), files);
      io.out(`wrote ${files.length} files into ${directory}:\n`);
      for (const { path } of files) io.out(`  ${path}\n`);
      const lines =
        source.from === 'folder' ? [`${packCommand(source.path)} --pack-destination ${shellWord(directory)}`] : [];
      lines.push(`cd ${shellWord(directory)} && npm install && ${commandLine('check')}`);
      io.out(`next: ${lines.join('\n      ')}\n`);
      done(0);
    });
}

/** The dependency on this package, as package.json has it: no version stands where no registry is known to have it. */
function dependencyOn(source: PackageSource): string {
  return source.from === 'registry' ? source.version : `file:${source.tarball}`;
}

/** What makes a tarball of this package. An installed one is built already, and has no sources to build from. */
function packCommand(path: string): string {
  const installed = basename(dirname(path)) === 'node_modules';
  return `npm pack ${installed ? '--ignore-scripts ' : ''}${shellWord(path)}`;
}

/** A folder with nothing in it but Git's own is empty. */
function refuseUnlessEmpty(folder: string, shown: string): void {
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => name !== '.git');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw new Failure(`cannot use '${shown}': ${fileProblem(error) ?? 'it cannot be read'}`);
  }
  const [first] = names.sort();
  if (first === undefined) return;
  const rest = names.length > 1 ? ` and ${names.length - 1} more` : '';
  throw new Failure(`'${shown}' is not empty: it holds ${first}${rest}`, 'name a new or an empty folder');
}

/** The folder's name as npm allows it. */
function packageName(folder: string): string {
  const name = basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return name === '' ? 'programme' : name.slice(0, 100);
}
