import type { NewFile } from '../edit/new-files';
import type { Source, SourceEntry } from '../load';
import { throughLinks } from '../load/source/links';

/** A source with additional files, to check new files before they are written. */
export class OverlaySource implements Source {
  readonly root: string;
  private linksOfBase: ReadonlyMap<string, string> | undefined;

  constructor(
    private readonly base: Source,
    private readonly files: readonly NewFile[],
  ) {
    this.root = base.root;
  }

  list(): readonly SourceEntry[] {
    const added = this.files.map(({ path, text }): SourceEntry => {
      const bytes = Buffer.from(text);
      return { path: this.listedAs(path), size: bytes.length, read: () => bytes };
    });
    const names = new Set(added.map(({ path }) => path));
    const kept = this.base.list().filter(({ path }) => !names.has(path));
    return [...kept, ...added].sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** The path under which a file of the overlay is listed: below a linked folder, its real path. */
  listedAs(path: string): string {
    return throughLinks(path, this.links());
  }

  links(): ReadonlyMap<string, string> {
    this.linksOfBase ??= this.base.links?.() ?? new Map();
    return this.linksOfBase;
  }
}
