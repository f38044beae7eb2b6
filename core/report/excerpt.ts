import type { Position } from '../model';
import { columnsOf, visible } from './visible';

/** A line of a file and the range to mark in it, ready to print. */
export interface Excerpt {
  readonly line: string;
  /** Columns before the marker. */
  readonly indent: number;
  /** Columns that the marker covers; at least 1. */
  readonly width: number;
}

/** The longest part of a line that is printed, in characters. */
const WINDOW = 110;
/** How many characters before the position are kept when a line is cut. */
const BEFORE = 50;

/**
 * The line at a position, cut around the position if it is long; undefined if it is blank or missing.
 *
 * @param lines the lines of the file, without secrets
 */
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
