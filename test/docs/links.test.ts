import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../cli/workspace';

/** The pages at the root and in docs/. */
const pages = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...readdirSync(path.join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join('docs', name)),
];

function withoutBlocks(file: string): string {
  return readFileSync(file, 'utf8').replace(/^```[\s\S]*?^```/gm, '');
}

/** Anchors of a page's headings, as GitHub makes them. */
function anchorsOf(file: string): ReadonlySet<string> {
  const headings = [...withoutBlocks(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading);
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

/** Links of a page whose target does not exist. */
function brokenLinks(page: string): readonly string[] {
  const text = withoutBlocks(path.join(ROOT, page)).replace(/`[^`\n]*`/g, '');
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  return links.filter((link) => {
    if (/^[a-z]+:/.test(link)) return false;
    const [file = '', anchor] = link.split('#');
    const target = file === '' ? path.join(ROOT, page) : path.join(ROOT, path.dirname(page), file);
    if (!existsSync(target)) return true;
    return anchor !== undefined && target.endsWith('.md') && !anchorsOf(target).has(anchor);
  });
}

test.each(pages)('all links of %s have a target', (page) => {
  expect(brokenLinks(page)).toEqual([]);
});

/** The example names in the instructions of docs/architecture.md, of files that a reader is to create. */
const EXAMPLE = /promotion|quota/;

/** Paths between backticks that start with a folder of the repository, without placeholders. */
function pathsIn(page: string): readonly string[] {
  const folders = 'bench|cli|constructs|core|docs|examples|gateway|policies|provider-kong|stacks|test|tools|trial';
  const text = withoutBlocks(path.join(ROOT, page));
  return [...text.matchAll(new RegExp(`\`((?:${folders})/[\\w./-]*)\``, 'g'))].map(([, name = '']) => name);
}

test('pages name existing files and folders only', () => {
  const named = pages.flatMap((page) => pathsIn(page).map((name) => [page, name] as const));
  const exists = (name: string) => existsSync(path.join(ROOT, name)) || existsSync(path.join(ROOT, `${name}.ts`));
  expect(named.length).toBeGreaterThan(100);
  expect(named.filter(([, name]) => !EXAMPLE.test(name) && !exists(name))).toEqual([]);
});
