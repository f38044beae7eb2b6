import fc from 'fast-check';
import { stringify } from 'yaml';
import { type LoadResult, loadCatalog, MemorySource } from '../../../core/load';
import type { Detection } from '../../../core/model';
import { KINDS } from '../../../core/model';
import { kindSchema } from '../../../core/model/schemas';
import { OPENAPI } from '../../support/catalog';
import { programmeFiles } from '../../support/programme';
import { describeSample } from '../../support/repository';

/** How many cases each property is tried with. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 200);

/** A small catalog: the example of every kind, and an OpenAPI file. */
const SAMPLE: Readonly<Record<string, string>> = {
  'all.yaml': KINDS.map((kind) => stringify(kindSchema(kind).schema.examples?.[0])).join('---\n'),
  'sim-swap.openapi.yaml': OPENAPI,
};

/** Every finding is one, and has a place that is in the file. */
function expectSound({ findings, texts }: LoadResult, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const finding of findings) {
    const { code, message, at } = finding;
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(message).toMatch(/\S/);
    expect(message).not.toMatch(/\n|undefined|\[object/);
    expect(Object.keys(files).map((path) => `catalog/${path}`)).toContain(at.file);
    expectInside(finding, texts.get(at.file) ?? '');
  }
  const places = findings.map(({ code, message, at }) => JSON.stringify([code, message, at]));
  expect(new Set(places).size).toBe(places.length);
}

function expectInside({ at }: Detection, text: string): void {
  const lines = text.split('\n');
  expect(at.line).toBeGreaterThanOrEqual(1);
  expect(at.line).toBeLessThanOrEqual(lines.length);
  const line = lines[at.line - 1] ?? '';
  expect(at.column).toBeGreaterThanOrEqual(1);
  expect(at.column).toBeLessThanOrEqual(line.length + 1);
  expect(at.length).toBeGreaterThanOrEqual(1);
  expect(at.column + at.length).toBeLessThanOrEqual(Math.max(line.length, at.column) + 1);
}

const load = (files: Readonly<Record<string, string | Uint8Array>>) => loadCatalog(new MemorySource(files));

/** What YAML gives a meaning to. */
const SIGNS = [
  '\n',
  ' ',
  '  ',
  '\t',
  ':',
  ': ',
  '- ',
  '? ',
  '[',
  ']',
  '{',
  '}',
  ',',
  '"',
  "'",
  '|\n',
  '>-\n',
  '&a ',
  '*a',
  '!x ',
  '!!str ',
  '#',
  '---\n',
  '...\n',
  '%',
  '@',
  '`',
  '\\',
  '\r',
  '\r\n',
  '\ufeff',
  '\0',
  '<<: ',
  '~',
  'é',
  '😀',
  '\ud800',
];

test.each([
  ['a document of every kind', SAMPLE],
  ['the small programme', programmeFiles()],
])('accepts %s', (_, files) => {
  expectSound(load(files), files);
});

describeSample('the sample catalog', (files) => {
  test('is sound', () => expectSound(load(files), files));
});

test('loading never throws for changed characters, and every finding has a position', () => {
  const edit = fc.record({
    file: fc.constantFrom(...Object.keys(SAMPLE)),
    edits: fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        cut: fc.nat(12),
        put: fc.oneof(fc.constantFrom(...SIGNS), fc.string({ maxLength: 4 })),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  });
  fc.assert(
    fc.property(edit, ({ file, edits }) => {
      const text = edits.reduce((before, { at, cut, put }) => {
        const start = Math.floor(at * before.length);
        return before.slice(0, start) + put + before.slice(start + cut);
      }, SAMPLE[file] ?? '');
      const files = { ...SAMPLE, [file]: text };
      expectSound(load(files), files);
    }),
    { numRuns: RUNS },
  );
});

test('loading never throws for changed bytes, and every finding has a position', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.keys(SAMPLE)),
      fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 4 }),
      (file, changes) => {
        const bytes = Buffer.from(SAMPLE[file] ?? '');
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        const files = { ...SAMPLE, [file]: bytes };
        expectSound(load(files), files);
      },
    ),
    { numRuns: RUNS },
  );
});

test('loading never throws for changed values, and every finding has a position', () => {
  const odd = fc.oneof(
    fc.constantFrom<unknown>(
      null,
      true,
      0,
      -1,
      1e300,
      '',
      ' ',
      'x'.repeat(300),
      [],
      {},
      [[]],
      { kind: 'Tier' },
      'constructor',
      '__proto__',
      '%{ if true }',
      { $ref: '#' },
      'sandbox',
    ),
    fc.jsonValue({ maxDepth: 3 }),
  );
  const change = fc.record({
    kind: fc.constantFrom(...KINDS),
    steps: fc.array(fc.nat(30), { maxLength: 6 }),
    value: odd,
    add: fc.boolean(),
    key: fc.constantFrom('titel', 'constructor', 'toString', 'x', 'valueOf', 'd', 'kty'),
  });
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
      const documents = KINDS.map((kind) => {
        const document = structuredClone(kindSchema(kind).schema.examples?.[0]) as Record<string, unknown>;
        for (const one of changes)
          if (one.kind === kind) put(document, one.steps, one.value, one.add ? one.key : undefined);
        return stringify(document);
      });
      const files = { ...SAMPLE, 'all.yaml': documents.join('---\n') };
      expectSound(load(files), files);
    }),
    { numRuns: RUNS },
  );
});

/** Replaces a value that the steps lead to, or adds a key next to it. */
function put(root: Record<string, unknown>, steps: readonly number[], value: unknown, key: string | undefined): void {
  let at = root as Record<string, unknown>;
  for (const step of steps) {
    const keys = Object.keys(at);
    const next = keys[step % keys.length] ?? '';
    const inner = at[next];
    if (typeof inner === 'object' && inner !== null && Object.keys(inner).length > 0)
      at = inner as Record<string, unknown>;
    else {
      at[key ?? next] = value;
      return;
    }
  }
  at[key ?? 'titel'] = value;
}

test('the result does not depend on the order of files or on earlier loads', () => {
  const files = { ...SAMPLE, 'z.yaml': 'kind: Team\nname: z\n', 'a.yaml': 'kind: Tier\nx: [\n' };
  const shown = ({ findings, counts, catalog }: LoadResult) =>
    JSON.stringify([findings, counts, [...catalog.teams.keys()], [...(catalog.unread ?? [])].sort()]);
  const first = shown(load(files));
  expect(shown(load(Object.fromEntries(Object.entries(files).reverse())))).toBe(first);
  expect(shown(load(files))).toBe(first);
});
