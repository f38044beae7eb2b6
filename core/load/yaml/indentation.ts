import type { TextProblem } from './text-problem';

/** How many lines above are searched for the columns in which a line may start. */
const MOST_LINES = 200;

/** A line of a text, with the offset of its start. */
interface Line {
  readonly start: number;
  readonly text: string;
}

/**
 * A line that is indented further than the entry above it. The parser reads both as one key on two lines, and reports the first.
 *
 * @param from offset of the value of the entry above
 * @param to end of the key of the line
 */
export function tooFarRight(text: string, from: number, to: number | undefined): TextProblem | undefined {
  const lineEnd = to === undefined ? -1 : text.lastIndexOf('\n', to - 1);
  if (to === undefined || lineEnd < from) return undefined;
  const above = lineAt(text, from);
  const [aboveIndent = ''] = /^[ ]*(?:- +)*/.exec(above.text) ?? [];
  const [indent = ''] = /^[ ]*/.exec(text.slice(lineEnd + 1, to)) ?? [];
  if (indent.length <= aboveIndent.length) return undefined;
  const dash = above.text.search(/\S/);
  if (/^-[^\s-]/.test(above.text.slice(dash))) return noSpaceAfterDash(above.start + dash);
  return {
    code: 'yaml-indentation',
    message: `line starts in column ${indent.length + 1}, but the entry above it starts in column ${aboveIndent.length + 1} and already has a value`,
    hint: `start it in column ${aboveIndent.length + 1}, or remove the value of the entry above`,
    start: lineEnd + 1 + indent.length,
    end: to,
  };
}

function noSpaceAfterDash(start: number): TextProblem {
  const message = "a space is missing after '-'";
  return { code: 'yaml-syntax', message, hint: "start a list item with '- '", start, end: start + 1 };
}

/** A line that starts in a column in which no line of a map or list above starts. */
export function wrongColumn(text: string, offset: number): TextProblem | undefined {
  const line = lineAt(text, offset);
  const own = columnOf(line.text);
  if (own === undefined) return undefined;
  const columns = columnsAbove(text, line.start, own);
  const inner = dashAbove(text, line.start, own);
  if (inner !== undefined && !line.text.startsWith('-', own - 1)) return noDash(line, own, inner);
  if (columns.length === 0 || columns.includes(own)) return undefined;
  const named = columns.join(' or ');
  return {
    code: 'yaml-indentation',
    message: `${line.text.startsWith('- ', own - 1) ? 'list item' : 'line'} starts in column ${own}, but no line above it does`,
    hint: `start it in column ${named}, like the lines above`,
    start: line.start + own - 1,
    end: line.start + line.text.trimEnd().length,
  };
}

/** The column of the fields of the list item above that starts in a column; undefined if there is none. */
function dashAbove(text: string, before: number, own: number): number | undefined {
  let end = before - 1;
  for (let count = 0; count < MOST_LINES && end >= 0; count += 1) {
    const line = lineAt(text, end);
    end = line.start - 1;
    const column = columnOf(line.text);
    if (column === undefined || column > own) continue;
    const [dashes] = /^ *(?:- +)+/.exec(line.text) ?? [];
    return column === own && dashes !== undefined ? dashes.length + 1 : undefined;
  }
  return undefined;
}

function noDash(line: Line, own: number, inner: number): TextProblem {
  return {
    code: 'yaml-syntax',
    message: "line starts in the column of list items but has no '-'",
    hint: `write '- ' before it, or indent it to column ${inner}`,
    start: line.start + own - 1,
    end: line.start + line.text.trimEnd().length,
  };
}

/**
 * The columns of entries above between which a line starts: the nearest one to the left (or the same), and the nearest one to the
 * right.
 */
function columnsAbove(text: string, before: number, own: number): readonly number[] {
  let right: number | undefined;
  let end = before - 1;
  for (let count = 0; count < MOST_LINES && end >= 0; count += 1) {
    const line = lineAt(text, end);
    end = line.start - 1;
    if (/^(---|\.\.\.)/.test(line.text)) break;
    const column = columnOf(line.text);
    if (column === undefined) continue;
    const [dashes = ''] = /^ *((?:- +)+)/.exec(line.text) ?? [];
    const inner = dashes === '' ? undefined : dashes.length + 1;
    if (inner === own) return [own];
    if (inner !== undefined && column < own && inner > own) return [column, Math.min(inner, right ?? inner)];
    if (column <= own) return right === undefined ? [column] : [column, right];
    right = right === undefined ? column : Math.min(right, column);
  }
  return right === undefined ? [] : [right];
}

/** Column in which the text of a line starts, 1-based; undefined for blank lines and comments. */
function columnOf(line: string): number | undefined {
  const at = line.search(/[^ ]/);
  return at === -1 || line[at] === '#' || line[at] === '\r' ? undefined : at + 1;
}

/** The line of an offset. */
export function lineAt(text: string, offset: number): Line {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return { start, text: text.slice(start, end === -1 ? undefined : end) };
}
