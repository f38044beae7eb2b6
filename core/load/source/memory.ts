import type { Source, SourceEntry } from './source';

/** A catalog in memory, for tests and for files that are not in a folder. */
export class MemorySource implements Source {
  private readonly entries: readonly SourceEntry[];

  /**
   * @param files content by path from the root, with forward slashes
   * @param root name of the catalog's folder as messages show it
   */
  constructor(
    files: Readonly<Record<string, string | Uint8Array>>,
    readonly root: string = 'catalog',
  ) {
    this.entries = Object.keys(files)
      .sort()
      .map((path) => {
        const content = files[path] ?? '';
        const bytes = typeof content === 'string' ? Buffer.from(content) : content;
        return { path, size: bytes.length, read: () => bytes };
      });
  }

  list(): readonly SourceEntry[] {
    return this.entries;
  }
}
