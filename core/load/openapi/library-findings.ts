import { posix } from 'node:path';
import type { Detection, Position } from '../../model';
import { type Json, nearest } from '../../model';
import { shown } from '../../model/messages/shown';
import { filePosition } from '../documents/places';

/** A file that is not one definition, or holds several. */
export function unusable(file: string, several: boolean): Detection {
  return {
    code: 'invalid-openapi-file',
    message: several
      ? 'file holds more than one OpenAPI definition'
      : "file is not an OpenAPI definition: it has no 'openapi'",
    hint: 'put one OpenAPI 3 definition into it',
    at: filePosition(file),
  };
}

/** A reference to a file that holds a document of the catalog. */
export function catalogDocument(file: string, kind: Json, at: Position): Detection {
  return {
    code: 'invalid-openapi-file',
    message: `file '${file.slice(-120)}' holds a document of the catalog (kind ${shown(kind)}), no API definition`,
    hint: "name the OpenAPI file: the one that begins with 'openapi: 3…'",
    at,
  };
}

/** A reference that a catalog cannot follow. */
interface Reference {
  /** The path from the root to which it leads. */
  readonly path: string;
  /** As it is written. */
  readonly reference: string;
  readonly at: Position;
}

/** What a catalog has. */
interface Listing {
  readonly entries: ReadonlyMap<string, unknown>;
  /** The name of a file as positions show it. */
  readonly fileOf: (path: string) => string;
}

/** A reference to a file that the catalog does not have. */
export function notFound({ path, reference, at }: Reference, { entries, fileOf }: Listing): Detection {
  const words = { code: 'openapi-file-not-found', at } as const;
  if (/^[A-Za-z][A-Za-z0-9+.-]*:\/\//.test(reference)) {
    return {
      ...words,
      message: `${shown(reference)} is an address; allowed is a file of the catalog`,
      hint: 'download it into the catalog and write its path, counted from the file of this document',
    };
  }
  if (posix.isAbsolute(reference) || path.startsWith('../')) {
    return {
      ...words,
      message: 'OpenAPI file lies outside the catalog; allowed is a path that stays inside',
      hint: 'copy it into the catalog and write its path, counted from the file of this document',
    };
  }
  const near = nearest(path, entries.keys());
  const inside = hasFolder(path, entries)
    ? { message: `'${fileOf(path).slice(-120)}' is a folder; allowed is a file` }
    : undefined;
  return {
    ...words,
    message: `there is no file '${fileOf(path).slice(-120)}'`,
    ...inside,
    hint:
      near === undefined
        ? 'the path counts from the file of this document'
        : `did you mean '${besideOf(reference, path, near)}'?`,
  };
}

function hasFolder(path: string, entries: Listing['entries']): boolean {
  const folder = path === '.' ? '' : `${path.replace(/\/$/, '')}/`;
  return [...entries.keys()].some((file) => file.startsWith(folder));
}

/** A path as a document would write it, which wrote `reference` for `path`. */
function besideOf(reference: string, path: string, other: string): string {
  const beside = posix.join(posix.dirname(reference), posix.relative(posix.dirname(path), other));
  return beside.startsWith('../') ? beside : `./${beside}`;
}
