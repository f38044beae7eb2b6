import { cover, secretsIn } from '../secrets';

/** A step into a document: a key of a map or an index (from 0) of a list. */
export type Path = readonly (string | number)[];

/** A position in a catalog. Lines and columns start at 1; `column` counts UTF-16 code units. */
export interface Position {
  /** Path of the file, relative to the folder that contains the catalog, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** JSON pointer (RFC 6901) into the document; empty for the document itself. */
  readonly path: string;
  /** The number of characters that a marker underlines; at least 1. */
  readonly length: number;
  /** The document, as messages call it, if file and line are ambiguous: one line of TypeScript can define several. */
  readonly document?: string;
  /** The name of that document for programs, see `DocumentName`; undefined if its kind or name is not valid. */
  readonly documentName?: string;
}

/** The JSON pointer (RFC 6901) of a path. Secrets in keys are replaced by asterisks, because pointers are printed. */
export function pointer(path: Path): string {
  return path.map((step) => `/${covered(String(step)).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function covered(step: string): string {
  return cover(step, secretsIn(step));
}

/** Compares positions by file, line and column. */
export function comparePositions(a: Position, b: Position): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
