import { readdirSync, readFileSync } from 'node:fs';
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

/** Files of the product and of its docs; the glossary itself names the words to avoid. */
function sources(): readonly string[] {
  const folders = [
    'bench',
    'cli',
    'constructs',
    'core',
    'docs',
    'examples',
    'gateway',
    'policies',
    'stacks',
    'tools',
    'trial',
  ];
  const below = folders.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name)),
  );
  return ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'main.ts', ...below].filter(
    (name) => /\.(?:ts|js|cjs|lua|md|json)$/.test(name) && name !== path.join('docs', 'glossary.md'),
  );
}

/** A word or phrase in prose and in identifiers, also in the plural: `standing` in `partnerStandings`, but not in `outstanding`. */
function pattern(word: string): RegExp {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const capital = `${escaped.charAt(0).toUpperCase()}${escaped.slice(1)}`;
  return new RegExp(`(?:(?<![A-Za-z])${escaped}|${capital})s?(?![a-z])`);
}

describe('the words that the glossary marks', () => {
  const marked = rows.flatMap(({ not }) => not.flatMap((word) => /^`(.+)`$/.exec(word)?.[1] ?? []));
  // A phrase may continue on the next line of a paragraph or a comment.
  const texts = sources().map(
    (file) => [file, readFileSync(path.join(ROOT, file), 'utf8').replace(/\s+(?:(?:\*|\/\/|--+) )?\s*/g, ' ')] as const,
  );

  test.each(marked)('%s is in no file of the product or its docs', (word) => {
    const found = texts.filter(([, text]) => pattern(word).test(text)).map(([file]) => file);
    expect(found).toEqual([]);
  });

  test('are found in prose, in identifiers, in the plural and across lines', () => {
    expect(texts.length).toBeGreaterThan(500);
    for (const text of ['a violation', 'Violations', 'toViolation(', 'schemaViolations'])
      expect(text).toMatch(pattern('violation'));
    for (const text of ['outstanding', 'understandings']) expect(text).not.toMatch(pattern('standing'));
  });
});
