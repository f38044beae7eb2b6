import type { Problem } from './problem';

/** How many lines above a wrong one are looked at for the columns that it may start in. */
const MOST_LINES = 200;

/** A line of a text: where it starts, and what is in it. */
interface Line {
  readonly start: number;
  readonly text: string;
}

/**
 * A line that is indented further than the entry above it: the parser takes both for one key over two lines and points at the
 * first.
 *
 * @param from where the value of the entry above starts
 * @param to where the key of the line ends
 */
export function tooFarRight(text: string, from: number, to: number | undefined): Problem | undefined {
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

function noSpaceAfterDash(start: number): Problem {
  const message = "a space is missing after '-'";
  return { code: 'yaml-syntax', message, hint: "write '- ' in front of a list item", start, end: start + 1 };
}

/** A line that starts in a column in which no map or list above it does. */
export function wrongColumn(text: string, offset: number): Problem | undefined {
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
    message: `${line.text.startsWith('- ', own - 1) ? 'list item' : 'line'} starts in column ${own}, where nothing above it starts`,
    hint: `start it in column ${named}, like the lines above`,
    start: line.start + own - 1,
    end: line.start + line.text.trimEnd().length,
  };
}

/** The column of the fields of the list item above that starts in a column; undefined where none does. */
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

function noDash(line: Line, own: number, inner: number): Problem {
  return {
    code: 'yaml-syntax',
    message: "line starts where list items start, and has no '-'",
    hint: `write '- ' in front of it, or indent it to column ${inner}`,
    start: line.start + own - 1,
    end: line.start + line.text.trimEnd().length,
  };
}

/**
 * The columns of entries above a line between which it starts: the nearest one further right, and the nearest one further left (or
 * the same).
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

/** Column in which the text of a line starts, from 1; undefined for blank lines and comments. */
function columnOf(line: string): number | undefined {
  const at = line.search(/[^ ]/);
  return at === -1 || line[at] === '#' || line[at] === '\r' ? undefined : at + 1;
}

/** The line that an offset is in. */
export function lineAt(text: string, offset: number): Line {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return { start, text: text.slice(start, end === -1 ? undefined : end) };
}
