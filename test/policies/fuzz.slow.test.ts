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

/** With how many cases each property is tried, fewer where each takes longer, and with which seed: a failure prints its own. */
function settings(files: Files): { readonly numRuns: number; readonly seed?: number } {
  const { FUZZ_RUNS, FUZZ_SEED } = process.env;
  const numRuns = Number(FUZZ_RUNS ?? (Object.keys(files).length > 20 ? 12 : 40));
  return { numRuns, ...(FUZZ_SEED !== undefined && { seed: Number(FUZZ_SEED) }) };
}

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Goes the way of `check`: load, every stage of findings, every format. Each finding has its place inside a file. */
function expectSound(files: Files): void {
  const loaded = loadFiles(files);
  const found = findings(loaded, AS_OF);
  for (const { at, code, message } of found) {
    expect(message).not.toMatch(/\n|undefined|\[object/);
    const text = loaded.texts.get(at.file);
    // A file that is not text has no places but its beginning.
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

/** What stands in fields of documents, and what may not. */
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

/** A value at a place that the steps lead to; undefined takes the place itself away. */
function replaced(value: unknown, steps: readonly number[], by: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined || typeof value !== 'object' || value === null || Object.keys(value).length === 0) return by;
  const keys = Object.keys(value);
  const chosen = keys[step % keys.length] ?? '';
  const entries = Object.entries(value).flatMap(([key, inner]) => {
    const fresh = key === chosen ? replaced(inner, rest, by) : inner;
    return fresh === undefined ? [] : [[key, fresh] as const];
  });
  return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}

describe('the small programme', () => hardToBreak(programmeFiles()));
describeSample('the sample catalog', hardToBreak);

function hardToBreak(files: Readonly<Record<string, string>>): void {
  const names = fc.constantFrom(...Object.keys(files));

  test('is sound as it is', () => expectSound(files));

  test('may have any values in it', () => {
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

  test('may have any bytes in it', () => {
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

/** Texts that programs read otherwise than people, or not at all; at addresses what only looks like one. */
const ODD = ['\ud800', '\u200b', '\u2028', '😀'] as const;
const ODD_ADDRESSES = [':99999/', '..x-/', '.256/'] as const;

function oddTexts({ example }: TextPlace): readonly string[] {
  const beginning = example.match(/^https?:\/\/[^/:]*/)?.[0] ?? example;
  return [...ODD.map((odd) => `${example}${odd}`), ...ODD_ADDRESSES.map((odd) => `${beginning}${odd}`)];
}

test('whatever the check accepts can be synthesized, with odd texts at every place', () => {
  const { accepted, rejected } = trials.checkTexts(trials.trialsOf(oddTexts));
  expect(rejected.length).toBeGreaterThan(300);
  expect(accepted.length).toBeGreaterThan(1);
  for (const documents of accepted) {
    expect(() => stacksOf(catalogOfFiles(trials.filesOf(documents)))).not.toThrow();
  }
});
