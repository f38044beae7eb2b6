import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '../..');
const { pages, target } = require('../../tools/generate-reference.js') as {
  pages: () => ReadonlyMap<string, string>;
  target: string;
};

describe('files generated from the schemas', () => {
  test('the reference has a page for every kind and no others', () => {
    expect(readdirSync(target).sort()).toEqual([...pages().keys()].sort());
  });

  test.each([...pages()])('docs/reference/%s is up to date', (name, text) => {
    expect(readFileSync(path.join(target, name), 'utf8')).toBe(text);
  });

  test('every field of the reference has a meaning and an example', () => {
    for (const [name, text] of pages()) {
      const rows = text.split('\n').filter((line) => line.startsWith('| `'));
      if (name !== 'README.md' && name !== 'values.md') expect(rows.length).toBeGreaterThan(3);
      for (const row of rows) {
        const cells = row.split(/(?<!\\)\|/).map((cell) => cell.trim());
        expect(cells).toHaveLength(7);
        expect([row, cells[2], cells[3], cells[5]]).not.toContain('');
        expect(row).not.toContain('undefined');
      }
    }
  });

  test('links of the reference point to existing headings', () => {
    const headings = [...(pages().get('values.md') ?? '').matchAll(/^## (.+)$/gm)].map(([, title]) =>
      title?.toLowerCase(),
    );
    for (const text of pages().values())
      for (const [, anchor] of text.matchAll(/\(values\.md#([^)]+)\)/g)) expect(headings).toContain(anchor);
  });

  test('the schema with which editors select another one has every kind', () => {
    const script = "process.stdout.write(require('./tools/generate-document-schema.js').documentSchema())";
    const fresh = execFileSync(process.execPath, ['-e', script], { cwd: root, encoding: 'utf8' });
    expect(readFileSync(path.join(root, 'core/model/schemas/document.schema.json'), 'utf8')).toBe(fresh);
  });

  test('the types of documents, with and without defaults filled in, are up to date', () => {
    // In a separate process, because the compiler is an ES module.
    const script =
      "require('./tools/generate-types.js').generate().then((texts) => process.stdout.write(JSON.stringify(texts)))";
    const fresh = JSON.parse(execFileSync(process.execPath, ['-e', script], { cwd: root, encoding: 'utf8' }));
    expect(Object.keys(fresh)).toEqual(['core/model/types.ts', 'core/model/complete-types.ts']);
    for (const [file, text] of Object.entries(fresh)) expect(readFileSync(path.join(root, file), 'utf8')).toBe(text);
  });
});
