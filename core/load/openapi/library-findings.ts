import { posix } from 'node:path';
import type { Detection, Position } from '../../model';
import { type Json, nearest } from '../../model';
import { shown } from '../../model/messages/shown';
import { filePosition } from '../documents/positions';

/** A file that is not a definition, or contains several. */
export function unusable(file: string, several: boolean): Detection {
  return {
    code: 'invalid-openapi-file',
    message: several
      ? 'file contains more than one OpenAPI definition'
      : "file is not an OpenAPI definition: it has no 'openapi'",
    hint: 'write one OpenAPI 3 definition in it',
    at: filePosition(file),
  };
}

/** A reference to a file that contains a document of the catalog. */
export function catalogDocument(file: string, kind: Json, at: Position): Detection {
  return {
    code: 'invalid-openapi-file',
    message: `file '${file.slice(-120)}' contains a document of the catalog (kind ${shown(kind)}), not an API definition`,
    hint: "write the path of the OpenAPI file, which begins with 'openapi: 3…'",
    at,
  };
}

/** A reference to a file that is not in the catalog. */
interface Reference {
  /** The path from the root to which it refers. */
  readonly path: string;
  /** As it is written. */
  readonly reference: string;
  readonly at: Position;
}

/** The files of a catalog. */
interface Listing {
  readonly entries: ReadonlyMap<string, unknown>;
  /** The name of a file in positions. */
  readonly fileOf: (path: string) => string;
}

/** A reference to a file that the catalog does not have. */
export function notFound({ path, reference, at }: Reference, { entries, fileOf }: Listing): Detection {
  const common = { code: 'openapi-file-not-found', at } as const;
  if (/^[A-Za-z][A-Za-z0-9+.-]*:\/\//.test(reference)) {
    return {
      ...common,
      message: `${shown(reference)} is a URL; it must be the path of a file in the catalog`,
      hint: 'download it into the catalog, and write its path relative to the file of this document',
    };
  }
  if (posix.isAbsolute(reference) || path.startsWith('../')) {
    return {
      ...common,
      message: 'OpenAPI file is outside the catalog',
      hint: 'copy it into the catalog, and write its path relative to the file of this document',
    };
  }
  const near = nearest(path, entries.keys());
  const inside = hasFolder(path, entries)
    ? { message: `'${fileOf(path).slice(-120)}' is a folder, not a file` }
    : undefined;
  return {
    ...common,
    message: `file '${fileOf(path).slice(-120)}' does not exist`,
    ...inside,
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
