import type { OnProgress } from '../../model';
import type { SourceEntry } from '../source/source';
import { MAX_DOCUMENT_BYTES } from '../yaml/bounds';
import { withoutSecrets } from './gather';
import { type ReadFile, readFile, readText } from './read-file';

/** Reads every file that may contain documents. The result includes every entry that cannot be read. */
export function readDocuments(
  entries: ReadonlyMap<string, SourceEntry>,
  fileOf: (path: string) => string,
  onProgress: OnProgress | undefined,
): ReadonlyMap<string, ReadFile> {
  const read = [...entries].filter(([path, entry]) => entry.problem || /\.ya?ml$/i.test(path));
  const files = new Map<string, ReadFile>();
  for (const [path, entry] of withProgress(read, 'files read', onProgress))
    files.set(path, readFile(entry, fileOf(path), MAX_DOCUMENT_BYTES));
  return files;
}

/** Yields items, and reports before each how many are done. */
export function* withProgress<T>(items: readonly T[], what: string, onProgress: OnProgress | undefined): Iterable<T> {
  for (const [index, item] of items.entries()) {
    onProgress?.(index, items.length, what);
    yield item;
  }
}

/** The texts of TypeScript files, to which positions of documents may refer. */
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
