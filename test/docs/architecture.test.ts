import { readFileSync } from 'node:fs';
import path from 'node:path';
import { TABLE } from '../architecture/table';
import { ROOT } from '../cli/workspace';

const page = readFileSync(path.join(ROOT, 'docs', 'architecture.md'), 'utf8');

/** The rows of the page's import table: the components that each component may import. */
function rows(): Readonly<Record<string, readonly string[]>> {
  const [, table = ''] = page.split('## Import rules');
  return Object.fromEntries(
    [...table.matchAll(/^\| (`.+?`) \| .* \|(.*)\|$/gm)].flatMap(([, parts = '', imports = '']) =>
      [...parts.matchAll(/`([^`]+)`/g)].map(([, part = '']) => [
        part,
        imports
          .split(',')
          .map((one) => one.trim())
          .filter(Boolean),
      ]),
    ),
  );
}

test('docs/architecture.md has the import table that the architecture test enforces', () => {
  const table = Object.entries(TABLE).map(([component, { components }]) => [
    component,
    components.map((one) => one.replace(/^core\//, '')),
  ]);
  expect(rows()).toEqual(Object.fromEntries(table));
});
