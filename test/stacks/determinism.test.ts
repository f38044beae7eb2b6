import { readdirSync, readFileSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { loadCatalog, MemorySource } from '../../core/load';
import type { Catalog } from '../../core/model';
import { synthesizeTo } from '../../core/output';
import { AS_OF, catalogOfFiles, type Files, hasDocuments, programmeFiles } from '../support/programme';
import { inFolder } from '../support/synthesis';

const files = programmeFiles();

/** The output of a catalog, by path. */
function outputOf(catalog: Catalog, folder?: string): Readonly<Record<string, string>> {
  if (folder === undefined) return inFolder((parent) => outputOf(catalog, path.join(parent, 'cdktf.out')));
  synthesizeTo(folder, { catalog, asOf: AS_OF });
  return contentOf(folder);
}

/** Every file below a folder with its text, by path. */
function contentOf(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(path.join(folder, name)).isFile())
      .map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]),
  );
}

/** Loads a catalog with renamed files and documents in a different order. */
function shuffled(from: Files, order: (length: number) => readonly number[]): Catalog {
  const moved = order(Object.keys(from).length).map((position, index) => {
    const [name = '', text = ''] = Object.entries(from)[position] ?? [];
    if (!hasDocuments(name)) return [name, text] as const;
    const documents = text.split(/^---\n/m);
    const turned = order(documents.length).map((at) => documents[at]);
    return [`${index}-${name}`, turned.join('\n---\n')] as const;
  });
  const { catalog, findings } = loadCatalog(new MemorySource(Object.fromEntries(moved)));
  expect(findings).toEqual([]);
  return catalog;
}

/** An output without the lines that name the files of documents. */
const withoutFiles = (output: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(output).map(([name, text]) => [name, text.replace(/^ *"document": .*\n/gm, '')]));

describe('the same catalog and date give the same bytes', () => {
  const expected = outputOf(catalogOfFiles(files));

  test('in any order of files and of documents in them', () => {
    const permutation = (seed: readonly number[]) => (length: number) =>
      Array.from({ length }, (_, index) => index).sort(
        (a, b) => (seed[a % seed.length] ?? 0) - (seed[b % seed.length] ?? 0) || b - a,
      );
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 9, maxLength: 9 }), (seed) => {
        // Comments contain the names of files, which differ here.
        expect(withoutFiles(outputOf(shuffled(files, permutation(seed))))).toEqual(withoutFiles(expected));
      }),
      { numRuns: 8 },
    );
  });

  test('from any working directory, into any folder, at any time', () => {
    const before = process.cwd();
    jest.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z') });
    try {
      inFolder((folder) => {
        process.chdir(folder);
        expect(outputOf(catalogOfFiles(files), 'some where/cdktf.out')).toEqual(expected);
      });
    } finally {
      process.chdir(before);
      jest.useRealTimers();
    }
  });

  test('for any user and tool version', () => {
    const { version } = JSON.parse(readFileSync(require.resolve('cdktf/package.json'), 'utf8'));
    const stacks = Object.entries(expected).filter(([name]) => name !== 'manifest.json');
    for (const [name, text] of stacks) {
      for (const local of [process.cwd(), tmpdir(), homedir(), version].filter(({ length }) => length > 1)) {
        expect([name, text.includes(local)]).toEqual([name, false]);
      }
    }
    expect(expected['manifest.json']).not.toContain(process.cwd());
  });

  test('and another date only changes the manifest, and no stack without other changes', () => {
    const catalog = catalogOfFiles(files);
    const [today, tomorrow] = ['2026-11-21', '2026-11-22'].map((asOf) =>
      inFolder((folder) => {
        const out = path.join(folder, 'cdktf.out');
        synthesizeTo(out, { catalog, asOf });
        return contentOf(out);
      }),
    );
    const { 'manifest.json': manifest = '', ...stacks } = today ?? {};
    expect(Object.keys(stacks)).toHaveLength(16);
    expect(tomorrow).toEqual({ ...stacks, 'manifest.json': manifest.replaceAll('2026-11-21', '2026-11-22') });
    const { environments } = JSON.parse(manifest).gatewright;
    expect(Object.keys(environments)).toEqual(['production', 'sandbox', 'staging']);
    for (const environment of Object.values(environments)) expect(environment).toEqual({ asOf: '2026-11-21' });
  });
});
