import { posix } from 'node:path';
import { type Detection, nearest } from '../../model';
import { shown } from '../../model/messages/shown';

/** A reference of a document to a file of the catalog. */
export interface FileReference {
  /** The path from the root to which it refers. */
  readonly path: string;
  /** As it is written. */
  readonly reference: string;
}

/** The files of a catalog. */
export interface Listing {
  readonly entries: ReadonlyMap<string, unknown>;
  /** The name of a file in positions. */
  readonly fileOf: (path: string) => string;
}

/** Whether a reference refers to something outside the catalog. */
export function isOutside({ path, reference }: FileReference): boolean {
  return posix.isAbsolute(reference) || path.startsWith('../');
}

/**
 * Why a reference to a file that the catalog does not have is wrong, and what to write.
 *
 * @param label what the file is: `OpenAPI file`
 */
export function describeMissingFile(
  { path, reference }: FileReference,
  { entries, fileOf }: Listing,
  label: string,
): Pick<Detection, 'message' | 'hint'> {
  if (/^[A-Za-z][A-Za-z0-9+.-]*:\/\//.test(reference)) {
    return {
      message: `${shown(reference)} is a URL; it must be the path of a file in the catalog`,
      hint: 'download it into the catalog, and write its path relative to the file of this document',
    };
  }
  if (isOutside({ path, reference })) {
    return {
      message: `${label} is outside the catalog`,
      hint: 'copy it into the catalog, and write its path relative to the file of this document',
    };
  }
  const near = nearest(path, entries.keys());
  return {
    message: hasFolder(path, entries)
      ? `'${fileOf(path).slice(-120)}' is a folder, not a file`
      : `file '${fileOf(path).slice(-120)}' does not exist`,
    hint:
      near === undefined
        ? 'write a path relative to the file of this document'
        : `did you mean '${relativeTo(reference, path, near)}'?`,
  };
}

function hasFolder(path: string, entries: Listing['entries']): boolean {
  const folder = path === '.' ? '' : `${path.replace(/\/$/, '')}/`;
  return [...entries.keys()].some((file) => file.startsWith(folder));
}

/** A path in the form in which a document would write it that wrote `reference` for `path`. */
function relativeTo(reference: string, path: string, other: string): string {
  const beside = posix.join(posix.dirname(reference), posix.relative(posix.dirname(path), other));
  return beside.startsWith('../') ? beside : `./${beside}`;
}
