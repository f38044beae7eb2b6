import fc from 'fast-check';
import { parseAllDocuments, stringify } from 'yaml';
import { checkOf, findings } from '../../core/checks';
import { FORMATS, report } from '../../core/report';
import { loadFiles } from '../support/catalog';
import { AS_OF, catalogOfFiles, programmeFiles } from '../support/programme';
import { describeSample } from '../support/repository';
import { stacksOf } from '../support/synthesis';
import type { TextPlace } from '../support/text-fields';
import * as trials from '../support/text-trials';

/** The number of cases for each property, fewer for large programmes, and the seed, which a failure prints. */
function settings(files: Files): { readonly numRuns: number; readonly seed?: number } {
  const { FUZZ_RUNS, FUZZ_SEED } = process.env;
  const numRuns = Number(FUZZ_RUNS ?? (Object.keys(files).length > 20 ? 12 : 40));
  return { numRuns, ...(FUZZ_SEED !== undefined && { seed: Number(FUZZ_SEED) }) };
}

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Runs a check: loading, all checks, all formats. Expects each finding to have a position inside a file. */
function expectSound(files: Files): void {
  const loaded = loadFiles(files);
  const found = findings(loaded, AS_OF);
  for (const { at, code, message } of found) {
    expect(message).not.toMatch(/\n|undefined|\[object/);
    const text = loaded.texts.get(at.file);
    // Findings in a file that is not text are at its beginning.
    const line = text === undefined && at.line === 1 ? '' : text?.split('\n')[at.line - 1];
    expect([code, at, typeof line]).toEqual([code, at, 'string']);
    expect(at.column).toBeGreaterThanOrEqual(1);
    expect(at.column).toBeLessThanOrEqual((line ?? '').length + 1);
    expect(Object.keys(files)).toContain(at.file.replace(/^catalog\//, ''));
  }
  for (const format of FORMATS) {
    const text = report(found, { format, texts: loaded.texts, color: false, checkOf });
    if (format === 'json') expect(JSON.parse(text)).toHaveLength(found.length);
    if (format === 'sarif') expect(JSON.parse(text)).toMatchObject({ version: '2.1.0' });
  }
}

/** Values for fields of documents, most of them invalid. */
const VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e300,
  '',
  'x'.repeat(300),
  [],
  {},
  [[]],
  '__proto__',
  'constructor',
  '%{ if true }',
  '2026-02-30',
  'https://',
  '*',
  '\u2028',
];

/** Replaces the value that the steps select; undefined removes it. */
function replaced(value: unknown, steps: readonly number[], by: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined || typeof value !== 'object' || value === null || Object.keys(value).length === 0) return by;
  const keys = Object.keys(value);
  const chosen = keys[step % keys.length] ?? '';
  const entries = Object.entries(value).flatMap(([key, inner]) => {
    const replacement = key === chosen ? replaced(inner, rest, by) : inner;
    return replacement === undefined ? [] : [[key, replacement] as const];
  });
  return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}

describe('the small programme', () => testsOfRandomChanges(programmeFiles()));
describeSample('the sample catalog', testsOfRandomChanges);

function testsOfRandomChanges(files: Readonly<Record<string, string>>): void {
  const names = fc.constantFrom(...Object.keys(files));

  test('is checked without internal errors', () => expectSound(files));

  test('is checked without internal errors after any values are replaced', () => {
    const change = fc.record({
      document: fc.nat(),
      steps: fc.array(fc.nat(40), { minLength: 1, maxLength: 6 }),
      by: fc.oneof(fc.constantFrom(...VALUES, undefined), fc.jsonValue({ maxDepth: 2 })),
    });
    fc.assert(
      fc.property(names, fc.array(change, { minLength: 1, maxLength: 3 }), (name, changes) => {
        const documents = parseAllDocuments(files[name] ?? '').map((document) => document.toJS() as unknown);
        for (const { document, steps, by } of changes) {
          const index = document % documents.length;
          documents[index] = replaced(documents[index], steps, by) ?? null;
        }
        expectSound({ ...files, [name]: documents.map((document) => stringify(document)).join('---\n') });
      }),
      settings(files),
    );
  });

  test('is checked without internal errors after any bytes are replaced', () => {
    const change = fc.record({
      at: fc.nat(),
      cut: fc.nat(20),
      put: fc.oneof(
        fc.uint8Array({ maxLength: 3 }),
        fc.string({ maxLength: 4 }),
        fc.constantFrom('\n', '  ', ': ', '- ', '[', '"', '&a ', '*a ', '---\n'),
      ),
    });
    fc.assert(
      fc.property(names, fc.array(change, { minLength: 1, maxLength: 3 }), (name, changes) => {
        let bytes: Buffer = Buffer.from(files[name] ?? '');
        for (const { at, cut, put } of changes) {
          const start = at % (bytes.length + 1);
          bytes = Buffer.concat([bytes.subarray(0, start), Buffer.from(put as string), bytes.subarray(start + cut)]);
        }
        expectSound({ ...files, [name]: bytes });
      }),
      settings(files),
    );
  });
}

/** Texts that programs may interpret differently from people; for addresses, invalid ones that look valid. */
const ODD = ['\ud800', '\u200b', '\u2028', '😀'] as const;
const ODD_ADDRESSES = [':99999/', '..x-/', '.256/'] as const;

function oddTexts({ example }: TextPlace): readonly string[] {
  const beginning = example.match(/^https?:\/\/[^/:]*/)?.[0] ?? example;
  return [...ODD.map((odd) => `${example}${odd}`), ...ODD_ADDRESSES.map((odd) => `${beginning}${odd}`)];
}

test('every catalog that passes the check can be synthesized, with unusual texts in every field', () => {
  const { accepted, rejected } = trials.checkTexts(trials.trialsOf(oddTexts));
  expect(rejected.length).toBeGreaterThan(300);
  expect(accepted.length).toBeGreaterThan(1);
  for (const documents of accepted) {
    expect(() => stacksOf(catalogOfFiles(trials.filesOf(documents)))).not.toThrow();
  }
});
