import type { ElementResult, Readiness } from '../../readiness';
import { type Colorize, colorizer } from '../colors';
import { visible } from '../visible';
import { blockRow } from './block-rows';
import { formatNumber, numberRows, targetRows } from './numbers';
import { firstPlace } from './places';
import { metOf, missingIn, verdictSentences } from './verdict';

/** For the terminal: what is in place, what is missing, the numbers, and the blocks by category. */
export function pretty(readiness: Readiness, isColored: boolean): string {
  const colorize = colorizer(isColored);
  const { programme, asOf, verdict, elements, categories, blocks } = readiness;
  const [sentence, ready] = verdictSentences(readiness);
  const { present, total, absent } = blocks;
  const sections = [
    [heading(`Readiness of ${programme.title}, as of ${asOf}`, colorize)],
    [colorize(verdict.isReady ? 'success' : 'error', `${sentence}; ${ready}`)],
    elements.flatMap((element) => elementLines(element, colorize)),
    [heading('Numbers', colorize), ...columns(numberCells(readiness))],
    targetLines(readiness, colorize),
    [
      heading(
        `Building blocks: ${present} of ${total - absent} used; ${absent} more have no place in a catalog yet`,
        colorize,
      ),
      ...columns(categories.map(blockRow)),
    ],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function heading(text: string, colorize: Colorize): string {
  return colorize('position', visible(text));
}

function elementLines(element: ElementResult, colorize: Colorize): readonly string[] {
  const isPresent = element.status === 'present';
  const mark = colorize(isPresent ? 'success' : 'error', isPresent ? '✓' : '✗');
  return [
    `  ${mark} ${element.title.padEnd(26)} ${metOf(element)}`,
    ...missingIn(element).flatMap(({ title, write, lacking }) => {
      const place = lacking.count === 0 ? '' : `: ${visible(firstPlace(lacking))}`;
      return [`      - ${title}`, colorize('dim', `        write ${write}${place}`)];
    }),
  ];
}

function numberCells(readiness: Readiness): readonly (readonly string[])[] {
  const rows = numberRows(readiness);
  const width = Math.max(...rows.map(({ total }) => formatNumber(total).length));
  return rows.map(({ label, total, detail }) => [label, formatNumber(total).padStart(width), detail]);
}

function targetLines(readiness: Readiness, colorize: Colorize): readonly string[] {
  const rows = targetRows(readiness);
  if (rows.length === 0) return [];
  const cells = rows.map(({ by, figure, target, now, status }) => [
    `by ${by}`,
    figure,
    now === '' ? target : `${now} of ${target}`,
    status,
  ]);
  return [
    heading('Targets', colorize),
    ...columns(cells).map((line, index) => (rows[index]?.isMissed ? colorize('error', line) : line)),
  ];
}

/** Lines with aligned columns, indented. */
function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) => `  ${row.map((text, column) => text.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd());
}
