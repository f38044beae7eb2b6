/** A part of a text, as offsets in UTF-16 units; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Line and column of a span, both 1-based, columns in UTF-16 units. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
  /** Length of the span within its first line; at least 1. */
  readonly length: number;
}

/** Converts offsets of one text to lines and columns. Line ends are searched on first use. */
export class Lines {
  private starts: readonly number[] | undefined;

  constructor(private readonly text: string) {}

  /** Line and column of the span from `start` to `end` (exclusive), cut at the end of its first line. */
  place(start: number, end: number): LineColumn {
    this.starts ??= lineStarts(this.text);
    const { starts } = this;
    const from = Math.min(Math.max(start, 0), this.text.length);
    const index = lastAtOrBefore(starts, from);
    const lineStart = starts[index] ?? 0;
    const lineEnd = contentEnd(this.text, lineStart, starts[index + 1]);
    return {
      line: index + 1,
      column: from - lineStart + 1,
      length: Math.max(1, Math.min(end, lineEnd) - from),
    };
  }
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function contentEnd(text: string, lineStart: number, nextStart: number | undefined): number {
  let end = nextStart === undefined ? text.length : nextStart - 1;
  while (end > lineStart && /[ \t\r]/.test(text.charAt(end - 1))) end -= 1;
  return end;
}

/** Index of the last number that is at most `value`. The numbers are sorted, and the first one is 0. */
function lastAtOrBefore(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
