import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKS } from '../../../../core/checks/catalog';
import { RULES } from '../../../../core/checks/guardrails/list';

const root = join(__dirname, '..', '..', '..', '..');

/** Where a source names the code of a finding: as a field, or as the first word of a problem with a text. */
const CODE = /(?:\bcode: |\b(?:problem|local|unknown)\(\s*)'([a-z-]+)'|\[\s*'(yaml-[a-z]+)'/g;

function codesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => [...readFileSync(join(root, folder, name), 'utf8').matchAll(CODE)])
    .flatMap(([, code, syntax]) => code ?? syntax ?? []);
}

const docs = readFileSync(join(root, 'docs', 'checks.md'), 'utf8');
const headings = [...docs.matchAll(/^### (.+)$/gm)].map(([, heading]) => heading ?? '');

test('docs/checks.md has a heading for every code, and for nothing else', () => {
  const listed = [...CHECKS.map(({ code }) => code), ...RULES.map(({ id }) => id)];
  const used = new Set([...listed, ...codesIn('core'), ...codesIn('policies'), ...codesIn('stacks')]);
  expect(headings).toEqual([...new Set(headings)]);
  expect([...used].filter((code) => !headings.includes(code))).toEqual([]);
  expect(headings.filter((heading) => !used.has(heading))).toEqual([]);
});
