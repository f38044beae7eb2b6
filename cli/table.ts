import { type Colorize, columnsOf, visible } from '../core/report';

/** Formats rows as a table with aligned columns; numbers are right-aligned. The first row is the heading. */
export function table(rows: readonly (readonly (string | number)[])[], colorize: Colorize): string {
  const texts = rows.map((row) =>
    row.map((cell) => visible(typeof cell === 'number' ? cell.toLocaleString('en') : cell)),
  );
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...texts.map((row) => columnsOf(row[column] ?? ''))));
  const isNumeric = (column: number) => rows.slice(1).every((row) => typeof row[column] === 'number');
  return texts
    .map((row, index) => {
      const cells = row.map((cell, column) => {
        const space = ' '.repeat((widths[column] ?? 0) - columnsOf(cell));
        return isNumeric(column) ? space + cell : cell + space;
      });
      const line = cells.join('  ').trimEnd();
      return `${index === 0 ? colorize('dim', line) : line}\n`;
    })
    .join('');
}
