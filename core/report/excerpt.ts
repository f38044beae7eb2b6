import type { Position } from '../model';
import { columnsOf, visible } from './visible';

/** One line of a file with the part that is meant, ready to be printed. */
export interface Excerpt {
  readonly line: string;
  /** Columns in front of the marker. */
  readonly indent: number;
  /** Columns that the marker covers; at least 1. */
  readonly width: number;
}

/** Longest piece of a line that is shown, in characters. */
const WINDOW = 110;
/** Characters that are kept in front of the place when a line is cut. */
const BEFORE = 50;

/** The line of a position in a file without secrets, cut around the place when it is long. Undefined where there is nothing to see. */
export function excerpt(lines: readonly string[], at: Position): Excerpt | undefined {
  const line = lines[at.line - 1];
  if (line === undefined || line.trim() === '') return undefined;
  const start = Math.min(at.column - 1, line.length);
  const from = line.length <= WINDOW ? 0 : boundary(line, Math.max(0, start - BEFORE));
  const to = line.length <= WINDOW ? line.length : boundary(line, Math.min(line.length, from + WINDOW));
  const end = Math.max(start, Math.min(start + at.length, to));
  const before = `${from > 0 ? '…' : ''}${visible(line.slice(from, start))}`;
  const middle = visible(line.slice(start, end));
  const after = `${visible(line.slice(end, to))}${to < line.length ? '…' : ''}`;
  return { line: before + middle + after, indent: columnsOf(before), width: Math.max(1, columnsOf(middle)) };
}

/** An index that does not split a surrogate pair. */
function boundary(line: string, index: number): number {
  const code = line.charCodeAt(index);
  return code >= 0xdc00 && code <= 0xdfff ? index - 1 : index;
}
