import { columnsOf, visible } from './visible';

/** The widest column that is padded, so that one long cell does not stretch the others. */
const WIDEST = 72;

/** A text of a catalog as Markdown prose, in which no character has a meaning. */
export function prose(text: string): string {
  return visible(text).replace(/[\\`*_[\]<>|~#&!]/g, '\\$&');
}

/** A text as inline code. */
export function code(text: string): string {
  const plain = visible(text);
  // The fence must be longer than any run of backticks in the text.
  const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = longest > 0 ? ' ' : '';
  return `${fence}${space}${plain}${space}${fence}`;
}

/** Markdown inside a cell of a table. */
export function cell(markdown: string): string {
  return markdown.replace(/(?<!\\)\|/g, '\\|');
}

/**
 * A table of cells that are Markdown. Narrow columns are padded, so that the source is readable as well.
 *
 * @param right the columns, from 0, that are aligned to the right
 */
export function table(
  heading: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): string {
  const widths = heading.map((_, column) => {
    const width = Math.max(3, ...[heading, ...rows].map((row) => columnsOf(row[column] ?? '')));
    return column < heading.length - 1 && width <= WIDEST ? width : 0;
  });
  const line = (cells: readonly string[]) =>
    `| ${cells.map((text, column) => pad(text, widths[column] ?? 0, right.includes(column))).join(' | ')} |`;
  const rule = widths.map((width, column) => {
    const dashes = '-'.repeat(Math.max(3, width));
    return right.includes(column) ? `${dashes.slice(1)}:` : dashes;
  });
  return [line(heading), line(rule), ...rows.map(line)].join('\n');
}

function pad(text: string, width: number, isRight: boolean): string {
  const space = ' '.repeat(Math.max(0, width - columnsOf(text)));
  return isRight ? space + text : text + space;
}
