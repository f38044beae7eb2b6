import type { Json } from '../../model';
import { type Path, type Position, pointer } from '../../model';
import type { Lines } from '../yaml/lines';
import { Locator, type Marks } from '../yaml/marks';
import { documentLabel, nameOf } from './label';

/** The positions of the values of one document. */
export interface Positions {
  /** The name of the file in positions. */
  readonly file: string;
  /** Position of a value or of its key; of the nearest parent if there is no such value. */
  at(path: Path, part?: 'value' | 'key'): Position;
  /** The source text of a value: `3.10` for the number 3.1. */
  sourceOf(path: Path): string;
}

/** A text with its name and lines, shared by all documents of a file. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
  readonly lines: Lines;
}

/** The position of a span of a file. */
export function spanPosition({ file, lines }: SourceText, start: number, end: number, path: Path = []): Position {
  return { file, ...lines.place(start, end), path: pointer(path) };
}

/** The position of a whole file. */
export function filePosition(file: string): Position {
  return { file, line: 1, column: 1, path: '', length: 1 };
}

/** Positions in a YAML document, computed on demand. */
export function yamlPositions(source: SourceText, root: Json, marks: Marks): Positions {
  const locator = new Locator(marks, root);
  return {
    file: source.file,
    at: (path, part = 'value') => {
      const mark = locator.at(path);
      const [start, end] = part === 'key' ? (mark.key ?? mark.value) : mark.value;
      return spanPosition(source, start, end, path);
    },
    sourceOf: (path) => source.text.slice(...locator.at(path).value),
  };
}

/** A scalar as a program would write it; empty for maps and lists. */
function sourceText(value: unknown): string {
  return typeof value === 'object' ? '' : String(value);
}

/** Every position in a document from TypeScript is that of the call that defined it, together with the document. */
export function callPositions(call: Position, root: Json): Positions {
  const document = documentLabel(root);
  const documentName = nameOf(root);
  const named = { ...(document !== undefined && { document }), ...(documentName !== undefined && { documentName }) };
  return {
    file: call.file,
    at: (path) => ({ ...call, path: pointer(path), ...named }),
    sourceOf: (path) => sourceText(path.reduce<unknown>((value, step) => (value as never)?.[step], root)),
  };
}
