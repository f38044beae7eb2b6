import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { FolderSource, loadCatalog, MemorySource } from '../../../../core/load';
import { MAX_DOCUMENT_BYTES } from '../../../../core/load/yaml/bounds';
import { brief } from '../../../support/catalog';

let base: string;
let folder: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'gatewright-'));
  folder = join(base, 'catalog');
  mkdirSync(folder);
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

function write(path: string, text = 'x'): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function link(path: string, target: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  symlinkSync(target, join(folder, path));
}

/** Entries as `path`, or `path: problem code`. */
const listed = () =>
  new FolderSource(folder).list().map(({ path, problem }) => (problem ? `${path}: ${problem.code}` : path));

test('lists files by path, without hidden folders and node_modules', () => {
  for (const path of [
    'b.yaml',
    'a/z.yaml',
    'a-b.yaml',
    '.git/c.yaml',
    '.hidden.yaml',
    'node_modules/p/d.yaml',
    'a/.x/e.yaml',
  ])
    write(path);
  expect(listed()).toEqual(['a-b.yaml', 'a/z.yaml', 'b.yaml']);
});

test('entries have their size and their bytes', () => {
  write('a.yaml', 'äb');
  const [entry] = new FolderSource(folder).list();
  expect(entry?.size).toBe(3);
  expect(Buffer.from(entry?.read() ?? []).toString()).toBe('äb');
});

test('the name of the folder is its last part by default', () => {
  expect(new FolderSource(folder).root).toBe('catalog');
  expect(new FolderSource(`${folder}/`).root).toBe('catalog');
  expect(new FolderSource(folder, 'x/y').root).toBe('x/y');
});

test('follows links inside the folder, and lists each file once, under its own path', () => {
  write('real/a.yaml');
  link('another.yaml', 'real/a.yaml');
  link('again', 'real');
  expect(listed()).toEqual(['real/a.yaml']);
});

test('lists a linked file without a path of its own under the path of the link', () => {
  write('.store/a.yaml');
  link('linked', '.store');
  expect(listed()).toEqual(['linked/a.yaml']);
});

test('does not follow links to targets outside the folder', () => {
  writeFileSync(join(base, 'secret.yaml'), 'x');
  mkdirSync(join(base, 'catalog-two'));
  writeFileSync(join(base, 'catalog-two', 'b.yaml'), 'x');
  link('out.yaml', '../secret.yaml');
  link('absolute.yaml', '/etc/hostname');
  link('folder', '../catalog-two');
  link('chain.yaml', 'out.yaml');
  expect(listed()).toEqual([
    'absolute.yaml: link-outside-catalog',
    'chain.yaml: link-outside-catalog',
    'folder: link-outside-catalog',
    'out.yaml: link-outside-catalog',
  ]);
});

test('does not follow a cycle of links forever', () => {
  write('a/b/c.yaml');
  link('a/b/up', '..');
  link('a/top', '../');
  link('self', '.');
  link('loop', 'loop');
  expect(listed()).toEqual(['a/b/c.yaml', 'loop: broken-link']);
});

test('reports a link to a missing file', () => {
  link('a.yaml', 'nothing.yaml');
  expect(listed()).toEqual(['a.yaml: broken-link']);
});

test('reports a pipe and does not read it', () => {
  execFileSync('mkfifo', [join(folder, 'a.yaml')]);
  expect(listed()).toEqual(['a.yaml: not-a-file']);
});

test('reports a socket and does not read it', async () => {
  const server = createServer();
  await new Promise<void>((done) => server.listen(join(folder, 'a.yaml'), done));
  expect(listed()).toEqual(['a.yaml: not-a-file']);
  await new Promise((done) => server.close(done));
});

test('does not block if a file has become a pipe since it was listed', () => {
  write('a.yaml');
  const [entry] = new FolderSource(folder).list();
  rmSync(join(folder, 'a.yaml'));
  execFileSync('mkfifo', [join(folder, 'a.yaml')]);
  expect(entry?.read()).toHaveLength(0);
});

/** Runs something without the rights of root, whom no permission stops. */
function withoutRights<T>(run: () => T): T {
  const isRoot = process.geteuid?.() === 0;
  if (!isRoot) return run();
  const nobody = 65_534;
  process.seteuid?.(nobody);
  try {
    return run();
  } finally {
    process.seteuid?.(0);
  }
}

test('reports files without permission', () => {
  write('a/b.yaml');
  write('c.yaml');
  for (const path of [base, folder]) chmodSync(path, 0o755);
  chmodSync(join(folder, 'a'), 0);
  chmodSync(join(folder, 'c.yaml'), 0);
  const { findings } = withoutRights(() => loadCatalog(new FolderSource(folder)));
  chmodSync(join(folder, 'a'), 0o700);
  expect(brief(findings)).toEqual([
    'catalog/a:1:1 unreadable-file file cannot be read (EACCES)',
    'catalog/c.yaml:1:1 unreadable-file file cannot be read (EACCES)',
  ]);
});

test('a missing folder is one problem', () => {
  const { findings } = loadCatalog(new FolderSource(join(base, 'nothing')));
  expect(brief(findings)).toEqual(['nothing:1:1 unreadable-file file cannot be read (ENOENT)']);
});

test('problems of files are findings without stack traces or absolute paths', () => {
  link('out.yaml', '/etc/hostname');
  link('image.png', '/etc/hostname');
  const { findings } = loadCatalog(new FolderSource(folder));
  expect(brief(findings)).toEqual([
    'catalog/image.png:1:1 link-outside-catalog link points outside the catalog folder',
    'catalog/out.yaml:1:1 link-outside-catalog link points outside the catalog folder',
  ]);
  expect(JSON.stringify(findings)).not.toContain(base);
});

test('reports a file that is deleted between listing and reading', () => {
  write('a.yaml');
  const source = new FolderSource(folder);
  const entries = source.list();
  rmSync(join(folder, 'a.yaml'));
  const { findings } = loadCatalog({ root: 'catalog', list: () => entries });
  expect(brief(findings)).toEqual(['catalog/a.yaml:1:1 unreadable-file file cannot be read (ENOENT)']);
});

test('reads a file that is too large once, to search for secrets', () => {
  let reads = 0;
  const entry = { path: 'a.yaml', size: MAX_DOCUMENT_BYTES + 1, read: () => new Uint8Array(++reads) };
  const { findings } = loadCatalog({ root: 'catalog', list: () => [entry] });
  expect(findings.map(({ code }) => code)).toEqual(['file-too-large']);
  expect(reads).toBe(1);
});

test('does not parse a file that is larger than its reported size', () => {
  const entry = { path: 'a.yaml', size: 1, read: () => new Uint8Array(MAX_DOCUMENT_BYTES + 1) };
  expect(loadCatalog({ root: 'catalog', list: () => [entry] }).findings.map(({ code }) => code)).toEqual([
    'file-too-large',
  ]);
});

test('a catalog in memory lists its files by path', () => {
  const source = new MemorySource({ 'b.yaml': 'b', 'a/c.yaml': Uint8Array.of(1) });
  expect(source.list().map(({ path, size }) => [path, size])).toEqual([
    ['a/c.yaml', 1],
    ['b.yaml', 1],
  ]);
});

test('files other than YAML contain no documents', () => {
  const { findings, counts } = loadCatalog(
    new MemorySource({ 'README.md': '# x', 'a.json': '{}', 'b.yaml.bak': 'x: y' }),
  );
  expect(findings.map(({ code }) => code)).toEqual(['empty-catalog']);
  expect(counts).toEqual({ files: 0, documents: 0 });
});
