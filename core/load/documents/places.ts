import type { Json } from '../../model';
import { type Path, type Position, pointer } from '../../model';
import type { Lines } from '../yaml/lines';
import { Locator, type Marks } from '../yaml/marks';
import { documentLabel } from './label';

/** Knows where the values of one document stand. */
export interface Places {
  /** Path of the file as positions show it. */
  readonly file: string;
  /** Position of a value, or of the key that leads to it; of the nearest value above where the path leads to nothing. */
  at(path: Path, part?: 'value' | 'key'): Position;
  /** How a value is written: `3.10` where the number is 3.1. */
  sourceOf(path: Path): string;
}

/** A text with its name and lines: what all documents of a file share. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
  readonly lines: Lines;
}

/** The position of a span of a file. */
export function spanPosition({ file, lines }: SourceText, start: number, end: number, path: Path = []): Position {
  return { file, ...lines.place(start, end), path: pointer(path) };
}

/** The position of a file as such. */
export function filePosition(file: string): Position {
  return { file, line: 1, column: 1, path: '', length: 1 };
}

/** Places in a YAML document, looked up when asked for. */
export function yamlPlaces(source: SourceText, root: Json, marks: Marks): Places {
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

/** A value as a program would write it, where it is no map or list: those are not shown. */
function written(value: unknown): string {
  return typeof value === 'object' ? '' : String(value);
}

/** A document from TypeScript has one place, that of the call which made it, so its positions name it. */
export function callPlaces(call: Position, root: Json): Places {
  const document = documentLabel(root);
  return {
    file: call.file,
    at: (path) => ({ ...call, path: pointer(path), ...(document !== undefined && { document }) }),
    sourceOf: (path) => written(path.reduce<unknown>((value, step) => (value as never)?.[step], root)),
  };
}
