import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKS } from '../../../../core/checks/catalog';

const root = join(__dirname, '..', '..', '..', '..');
const codes = CHECKS.map(({ code }) => code);
const tables = readdirSync(__dirname)
  .filter((name) => name.endsWith('.test.ts') && name !== 'index.test.ts')
  .map((name) => readFileSync(join(__dirname, name), 'utf8'))
  .join('\n');
const docs = readFileSync(join(root, 'docs', 'checks.md'), 'utf8');

test('every check has a code of its own, and the list is sorted by it', () => {
  expect(codes).toEqual([...new Set(codes)].sort());
});

describe.each(codes)('%s', (code) => {
  test('is the name of its file', () => {
    expect(existsSync(join(root, 'core', 'checks', 'catalog', `${code}.ts`))).toBe(true);
  });

  test('has a row in a table', () => {
    expect(tables).toMatch(new RegExp(`(error|warning|codes?|===) '?${code}'`));
  });

  test('is an anchor in docs/checks.md', () => {
    expect(docs).toContain(`\n### ${code}\n`);
  });
});
