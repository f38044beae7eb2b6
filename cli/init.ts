import { readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Command } from 'commander';
import { commandLine, shellWord } from '../core/model';
import type { ExitStatus } from './failure';
import { extendGitignore } from './init/gitignore';
import { Present } from './init/present';
import type { Io } from './io';
import { parseFolder } from './options';
import { type PackageSource, packageSource } from './package-source';
import { catalogFiles } from './templates/catalog';
import { repositoryFiles } from './templates/repository';
import { type NewFile, writeFiles } from './write-files';

/** `gatewright init DIR`: a repository for a programme of one's own, which passes the check. */
export function initCommand(io: Io, done: (status: ExitStatus) => void): Command {
  return new Command('init')
    .description('Write a small programme to start from, with everything around it, beside a README or a licence.')
    .argument('DIR', 'the folder: a new one, or one without a catalog', parseFolder)
    .action((directory: string) => {
      const folder = resolve(io.cwd, directory);
      const present = new Present(folder, directory);
      const source = packageSource();
      const files: readonly NewFile[] = [
        ...repositoryFiles(packageName(folder), dependencyOn(source)),
        ...(source.from === 'tarball' ? [{ path: source.tarball, text: readFileSync(source.path) }] : []),
        ...catalogFiles(),
      ];
      const inTheWay = files.filter(({ path }) => present.has(path));
      const fresh = files.filter((file) => !inTheWay.includes(file));
      writeFiles(folder, directory.replace(/\/+$/, ''), fresh);
      io.out(`wrote ${fresh.length} files into ${directory}:\n`);
      for (const { path } of fresh) io.out(`  ${path}\n`);
      tellKept(io, folder, present, inTheWay);
      // A name that begins with a hyphen would be read as an option.
      const target = shellWord(directory.startsWith('-') ? `./${directory}` : directory);
      const lines = source.from === 'folder' ? [`${packCommand(source.path)} --pack-destination ${target}`] : [];
      lines.push(`cd ${target} && npm install && ${commandLine('check')}`);
      io.out(`next: ${lines.join('\n      ')}\n`);
      done(0);
    });
}

/** Says what was there and stays as it is, and what `.gitignore` has to keep out of Git in addition. */
function tellKept(io: Io, folder: string, present: Present, inTheWay: readonly NewFile[]): void {
  const names = [...present.names, ...inTheWay.map(({ path }) => path).filter((path) => path.includes('/'))];
  const kept = new Set(names.filter((name) => name !== '.gitignore' && name !== 'catalog'));
  if (kept.size > 0) io.out(`kept as it was: ${[...kept].sort().join(', ')}\n`);
  const wanted = inTheWay.find(({ path }) => path === '.gitignore');
  if (!wanted) return;
  const { missing, problem } = extendGitignore(join(folder, '.gitignore'), String(wanted.text));
  const lines = missing.map((line) => `  ${line}\n`).join('');
  if (problem !== undefined) io.out(`add these lines to .gitignore, which was not changed: ${problem}\n${lines}`);
  else if (missing.length > 0) io.out(`added to .gitignore:\n${lines}`);
  else io.out('kept as it was: .gitignore\n');
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

/** The folder's name as npm allows it. */
function packageName(folder: string): string {
  const name = basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return name === '' ? 'programme' : name.slice(0, 100);
}
