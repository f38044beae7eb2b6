import type { Detection, Json, Position } from '../../model';
import { shown } from '../../model/messages/shown';
import { describeMissingFile, type FileReference, type Listing } from '../documents/missing-file';
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

/** A reference to an OpenAPI file that the catalog does not have. */
export function notFound(reference: FileReference, at: Position, listing: Listing): Detection {
  return { code: 'openapi-file-not-found', at, ...describeMissingFile(reference, listing, 'OpenAPI file') };
}
