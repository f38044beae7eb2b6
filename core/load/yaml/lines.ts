/** A place in a text as people count: both from 1, columns in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
  /** How much of the line the span covers; at least 1. */
  readonly length: number;
}

/** Turns offsets of one text into lines and columns. Looks for line ends at the first question only. */
export class Lines {
  private starts: readonly number[] | undefined;

  constructor(private readonly text: string) {}

  /** The place of the span from `start` to `end` (exclusive), cut at the end of its first line. */
  place(start: number, end: number): Place {
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

/** Index of the last number that is not above `value`; the numbers are sorted and the first one is 0. */
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
