import { cover, secretsIn } from '../secrets';

/** A step into a document: a key of a map or an index (from 0) of a list. */
export type Path = readonly (string | number)[];

/** A place in a catalog. Lines and columns are 1-based from the moment they are made; `column` counts UTF-16 units. */
export interface Position {
  /** Path of the file from the folder that holds the catalog, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** JSON pointer (RFC 6901) into the document; empty for the document itself. */
  readonly path: string;
  /** How many characters of the line a marker covers; at least 1. */
  readonly length: number;
  /** The document, where file and line do not say which one it is: many can be made by one line of TypeScript. */
  readonly document?: string;
}

/** A JSON pointer (RFC 6901) of a path. A secret that somebody wrote as a key is asterisks in it: pointers are shown. */
export function pointer(path: Path): string {
  return path.map((step) => `/${covered(String(step)).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function covered(step: string): string {
  return cover(step, secretsIn(step));
}

/** Orders positions as a reader meets them: by file, line, column. */
export function comparePositions(a: Position, b: Position): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
