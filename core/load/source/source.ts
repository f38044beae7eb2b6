import type { DocumentCode } from '../../model';

/**
 * Where a catalog's files come from, such as a folder or memory.
 */
export interface Source {
  /** Name of the catalog's folder in messages, without a slash at the end: `catalog`. */
  readonly root: string;
  /** Every file, sorted by path. Never throws; an entry that cannot be read has a `problem`. */
  list(): readonly SourceEntry[];
  /**
   * Symbolic links to files that are listed under another path: the path of each link, and that path, both from the root.
   * @default there are none
   */
  links?(): ReadonlyMap<string, string>;
}

/** One file of a source. */
export interface SourceEntry {
  /** Path from the root, with forward slashes. */
  readonly path: string;
  /** Size in bytes, known without reading. */
  readonly size: number;
  /** Why the file must not be read, such as a link outside the folder, a device, or missing permission. */
  readonly problem?: { readonly code: DocumentCode; readonly message: string; readonly hint?: string };
  /** The file's bytes. */
  read(): Uint8Array;
}
