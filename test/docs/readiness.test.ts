import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CATEGORIES } from '../../core/readiness/blocks/list';
import { ELEMENTS } from '../../core/readiness/elements/list';
import { ROOT } from '../cli/workspace';

const page = readFileSync(path.join(ROOT, 'docs/readiness.md'), 'utf8');

test('docs/readiness.md lists every criterion of every element', () => {
  const rows = ELEMENTS.flatMap(({ title, criteria }) =>
    criteria.map((criterion, index) => `| ${index === 0 ? title : ''} | ${criterion.title} | ${criterion.write} |`),
  );
  const [, table = ''] = page.split('| Element | Criterion | Where to write it |\n|---|---|---|\n');
  expect(table.split('\n\n')[0]?.split('\n')).toEqual(rows);
});

test('docs/readiness.md has the numbers of elements, categories and blocks', () => {
  expect([ELEMENTS.length, CATEGORIES.length]).toEqual([6, 17]);
  expect(page).toMatch(/a\s+programme has six elements, and at least five/);
  expect(page).toContain('over a hundred building blocks of partner programmes in seventeen categories');
  expect(CATEGORIES.flatMap(({ blocks }) => blocks).length).toBeGreaterThan(100);
});
