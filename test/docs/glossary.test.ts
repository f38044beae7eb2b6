import { readFileSync } from 'node:fs';
import path from 'node:path';
import { KIND_DEFINITIONS } from '../../core/model';
import { ROOT } from '../cli/workspace';

interface Row {
  readonly section: string;
  readonly term: string;
  readonly meaning: string;
  /** Words to avoid, as the page has them. */
  readonly not: readonly string[];
}

const rows = glossaryRows(readFileSync(path.join(ROOT, 'docs/glossary.md'), 'utf8'));
const terms = rows.filter(({ section }) => section !== 'Phrases');

function glossaryRows(page: string): readonly Row[] {
  return page
    .split(/^## /m)
    .slice(1)
    .flatMap((section) => {
      const [title = '', ...lines] = section.split('\n');
      const cells = lines
        .filter((line) => line.startsWith('| '))
        .slice(1)
        .map((line) => line.split('|').map((cell) => cell.trim()));
      return cells.map(([, term = '', meaning = '', not = '']) => ({
        section: title,
        term,
        meaning,
        not: not.split(', ').filter(Boolean),
      }));
    });
}

describe('the glossary', () => {
  test('defines each term once', () => {
    expect(terms.length).toBeGreaterThan(80);
    const names = terms.map(({ term }) => term.toLowerCase());
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    for (const { term, meaning } of rows) expect([term, meaning]).not.toContain('');
  });

  test('lists the terms of each section in alphabetical order', () => {
    for (const section of new Set(rows.map((row) => row.section))) {
      const listed = rows.filter((row) => row.section === section).map(({ term }) => term);
      expect(listed).toEqual([...listed].sort((a, b) => a.toLowerCase().localeCompare(b.toLowerCase(), 'en')));
    }
  });

  test('has a term for every kind of document that is not a policy', () => {
    const labels = KIND_DEFINITIONS.map(({ label }) => label).filter((label) => !label.endsWith(' policy'));
    expect(labels.length).toBeGreaterThan(5);
    const names = terms.map(({ term }) => term.toLowerCase());
    for (const label of labels) expect(names).toContain(label);
  });

  test.each(['README.md', 'CONTRIBUTING.md', 'docs/architecture.md'])('is linked from %s', (page) => {
    const text = readFileSync(path.join(ROOT, page), 'utf8');
    expect(text).toMatch(page.startsWith('docs/') ? /\]\(glossary\.md\)/ : /\]\(docs\/glossary\.md\)/);
  });
});
