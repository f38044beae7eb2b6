import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { builtCli } from '../../cli/workspace';
import { edited, type Files, programmeFiles, writeFiles } from '../../support/programme';

/** Every file below a folder with its text, by path. */
export function contentOf(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(path.join(folder, name)).isFile())
      .sort()
      .map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]),
  );
}

/** The fixture's programme with a different limit, which affects one stack of each environment. */
export function variant(limit: number): Files {
  return edited(programmeFiles(), ['policies.yaml', 'limits: { second: 500,', `limits: { second: ${limit},`]);
}

/** Writes the files of a catalog into a new folder. */
export function writeCatalog(folder: string, files: Files): void {
  mkdirSync(folder, { recursive: true });
  writeFiles(folder, files);
}

/** The input of a test's program: the catalog folder, and the arguments of synthesizeTo. */
export interface Task {
  readonly catalogFolder: string;
  readonly out: string;
  readonly asOf: string;
  readonly environments?: readonly string[];
  /** How many times the output is written. */
  readonly times: number;
}

/**
 * Arguments for Node to run a program that executes a task with the built package.
 *
 * @param prepare JavaScript to run first, in which `fs` and `kill()` are defined
 */
export function program(task: Task, prepare = ''): readonly string[] {
  const core = path.join(path.dirname(builtCli()), '../core');
  const text = `
    const fs = require('node:fs');
    const kill = () => process.kill(process.pid, 'SIGKILL');
    const { loadCatalog, FolderSource } = require(${JSON.stringify(path.join(core, 'load'))});
    const { synthesizeTo } = require(${JSON.stringify(path.join(core, 'output'))});
    const { catalogFolder, out, times, ...options } = JSON.parse(process.argv[1]);
    const { catalog } = loadCatalog(new FolderSource(catalogFolder, 'catalog'));
    ${prepare}
    for (let time = 0; time < times; time += 1) synthesizeTo(out, { catalog, ...options });`;
  return ['-e', text, JSON.stringify(task)];
}
