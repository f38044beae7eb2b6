import type { DocumentCode } from '../../model';

/**
 * Where a catalog's files come from: a folder, memory, later a Git tree. The model never touches a disk by itself.
 */
export interface Source {
  /** Name of the catalog's folder as messages show it, without a slash at the end: `catalog`. */
  readonly root: string;
  /** Every file, sorted by path. Reading does not throw; what cannot be read is an entry with a `problem`. */
  list(): readonly SourceEntry[];
  /**
   * Symbolic links to what is listed under another path: path of the link to that path, both from the root.
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
  /** Why the file must not be read (a link out of the folder, a device, no permission); else absent. */
  readonly problem?: { readonly code: DocumentCode; readonly message: string; readonly hint?: string };
  /** The file's bytes. */
  read(): Uint8Array;
}
