import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findings } from '../../core/checks';
import { loadCatalog, MemorySource } from '../../core/load';
import type { Catalog, Finding } from '../../core/model';

const folder = path.join(__dirname, '../fixtures/programme');

/** The as-of date for the fixture. */
export const AS_OF = '2026-11-21';

/** Text of each file, by path. */
export type Files = Readonly<Record<string, string>>;

/** The files of the small programme in test/fixtures: both editions, with portable and native plugins. */
export function programmeFiles(): Files {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => path.extname(name) !== '')
    .sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
}

/** Whether a file of the small programme has documents. Others keep their paths, because documents or their place refer to them. */
export function hasDocuments(name: string): boolean {
  return path.extname(name) === '.yaml' && !name.includes('.openapi.');
}

/**
 * The files with edits. Each edit replaces a text that must occur exactly once in its file.
 *
 * @param edits `[file, text, its replacement]`
 */
export function edited(files: Files, ...edits: readonly (readonly [file: string, text: string, by: string])[]): Files {
  const result = { ...files };
  for (const [file, text, by] of edits) {
    const parts = (result[file] ?? '').split(text);
    if (parts.length !== 2) throw new Error(`'${text}' occurs ${parts.length - 1} times in ${file}`);
    result[file] = parts.join(by);
  }
  return result;
}

/** Writes files below a folder. */
export function writeFiles(folder: string, files: Files): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** The findings in a catalog of files. */
export function foundIn(files: Files, asOf = AS_OF): readonly Finding[] {
  return findings(loadCatalog(new MemorySource(files)), asOf);
}

/** The catalog of files; throws if the check finds an error. */
export function catalogOfFiles(files: Files = programmeFiles(), asOf = AS_OF): Catalog {
  const errors = foundIn(files, asOf).filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(JSON.stringify(errors, null, 2));
  return loadCatalog(new MemorySource(files)).catalog;
}
