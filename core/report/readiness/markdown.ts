import type { ElementResult, Places, Readiness } from '../../readiness';
import { cell, code, prose, table } from '../markdown';
import { absentBlocks } from './absences';
import { blockRow } from './block-rows';
import { formatNumber, numberRows, targetRows } from './numbers';
import { firstPlace } from './places';
import { metOf, missingIn, verdictSentences } from './verdict';

/** For files and pages: first one page with the result, then the places of everything. */
export function markdown(readiness: Readiness): string {
  const { programme, asOf, elements } = readiness;
  const [verdict, ready] = verdictSentences(readiness);
  const sections = [
    `# Readiness of ${prose(programme.title)}`,
    `${prose(programme.operator)}, as of ${asOf}`,
    `**${verdict}**; ${ready}.`,
    elementTable(elements),
    ...missingSection(elements),
    '## Numbers',
    numberTable(readiness),
    ...targetSection(readiness),
    ...blockSection(readiness),
    '## Places of the elements',
    criterionTable(elements),
    '## Places of the building blocks',
    placeTable(readiness),
    'These have no place in a catalog yet:',
    absentBlocks(readiness)
      .map(([reason, names]) => `- ${reason}: ${names.join(', ')}`)
      .join('\n'),
  ];
  return `${sections.join('\n\n')}\n`;
}

function elementTable(elements: readonly ElementResult[]): string {
  const rows = elements.map((element) => [
    element.title,
    element.status === 'present' ? '✓ in place' : '✗ **missing**',
    metOf(element),
  ]);
  return table(['Element', 'Status', 'Criteria'], rows);
}

function missingSection(elements: readonly ElementResult[]): readonly string[] {
  const missing = elements.flatMap((element) => missingIn(element).map((criterion) => ({ element, ...criterion })));
  const items = missing.map(({ element, title, write, lacking }, index) => {
    const place = lacking.count === 0 ? '' : `: ${firstPlace(lacking, code)}`;
    return `${index + 1}. **${element.title}**: ${title}. Write ${write}${place}.`;
  });
  return items.length === 0 ? [] : ['## Missing', items.join('\n')];
}

function numberTable(readiness: Readiness): string {
  const rows = numberRows(readiness).map(({ label, total, detail }) => [label, formatNumber(total), detail]);
  return table(['', 'Total', ''], rows, [1]);
}

function targetSection(readiness: Readiness): readonly string[] {
  const rows = targetRows(readiness).map(({ by, figure, target, now, status }) => [by, figure, target, now, status]);
  return rows.length === 0 ? [] : ['## Targets', table(['By', 'Figure', 'Target', 'Now', 'Status'], rows, [2, 3])];
}

function blockSection({ blocks, categories }: Readiness): readonly string[] {
  const { total, present, absent } = blocks;
  return [
    '## Building blocks',
    `${present} of ${total - absent} are used; ${absent} more have no place in a catalog yet.`,
    table(['Category', 'Used', ''], categories.map(blockRow)),
  ];
}

function criterionTable(elements: readonly ElementResult[]): string {
  const rows = elements.flatMap(({ title: element, criteria }) =>
    criteria.map(({ title, status, places, write, notNeeded }, index) => {
      const group = index === 0 ? element : '';
      if (status === 'not-needed') return [group, title, `not needed: ${notNeeded}`];
      return [group, title, status === 'present' ? placesText(places) : `**missing**: write ${write}`];
    }),
  );
  return table(['Element', 'Criterion', 'Where'], rows);
}

function placeTable({ categories }: Readiness): string {
  const rows = categories.flatMap(({ title, blocks }) =>
    blocks
      .filter(({ absent }) => absent === undefined)
      .map(({ name, status, places, write }, index) => {
        const group = index === 0 ? title : '';
        if (status === 'present') return [group, name, placesText(places)];
        return [group, name, `${status === 'missing' ? '**missing**' : 'not used'}: write ${write}`];
      }),
  );
  return table(['Category', 'Block', 'Where'], rows);
}

function placesText(places: Places): string {
  return cell(firstPlace(places, code));
}
