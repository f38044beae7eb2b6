import type { OnProgress } from '../../model';
import type { SourceEntry } from '../source/source';
import { MAX_DOCUMENT_BYTES } from '../yaml/bounds';
import { withoutSecrets } from './gather';
import { type ReadFile, readFile, readText } from './read-file';

/** Reads every file that may hold documents; and notes every entry that must not be read. */
export function readDocuments(
  entries: ReadonlyMap<string, SourceEntry>,
  fileOf: (path: string) => string,
  onProgress: OnProgress | undefined,
): ReadonlyMap<string, ReadFile> {
  const read = [...entries].filter(([path, entry]) => entry.problem || /\.ya?ml$/i.test(path));
  const files = new Map<string, ReadFile>();
  for (const [path, entry] of telling(read, 'files read', onProgress))
    files.set(path, readFile(entry, fileOf(path), MAX_DOCUMENT_BYTES));
  return files;
}

/** Gives items one by one, and reports with each that is asked for how many are done. */
export function* telling<T>(items: readonly T[], what: string, onProgress: OnProgress | undefined): Iterable<T> {
  for (const [index, item] of items.entries()) {
    onProgress?.(index, items.length, what);
    yield item;
  }
}

/** The text of TypeScript files, in which documents may have their place. */
export function* programTexts(
  entries: ReadonlyMap<string, SourceEntry>,
  fileOf: (path: string) => string,
): Iterable<[string, string]> {
  for (const [path, entry] of entries) {
    if (!/\.[cm]?ts$/.test(path) || entry.problem) continue;
    const { text, findings } = readText(entry, fileOf(path), MAX_DOCUMENT_BYTES);
    if (findings.length === 0) yield [fileOf(path), withoutSecrets(text)];
  }
}
