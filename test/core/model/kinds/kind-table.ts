import { parse } from 'yaml';
import type { Detection, Json, Kind } from '../../../../core/model';
import { pointer } from '../../../../core/model';
import { kindSchema, resolved } from '../../../../core/model/schemas';
import { chooseBranch, isRequired, schemaAt } from '../../../../core/model/validation/branch';
import { brief, type Files, loadFiles, OPENAPI } from '../../../support/catalog';
import { followed } from '../../../support/follow-hint';

/** One change of a valid document: what it is, the text that is replaced, by what, and the findings as `line:column code`. */
export type Change = readonly [what: string, from: string, to: string, ...found: string[]];

/** What a kind's documents refer to while they are loaded. */
const AROUND = {
  'documents/openapi.yaml': OPENAPI,
  'partner.yaml': `kind: Partner
name: acme-bank
title: Acme Bank
type: technology
organization: { name: Acme Bank S.A., country: ES }
owner: partner-success
contacts: [{ role: technical, email: api@acme.example }]
contract: { template: standard, version: 2.1.0 }
approval: { status: approved }
`,
};

/** Which finding it is, without its line. */
function sort({ code, at }: Detection): string {
  return `${code} ${at.path}`;
}

/**
 * The table of a kind: documents that are accepted, the first one with every field of the kind; and changes of it, each of
 * which is one mistake.
 *
 * @param files further files to which the documents refer
 */
export function kindTable(
  kind: Kind,
  accepted: Readonly<Record<string, string>>,
  changes: readonly Change[],
  files: Files = {},
): void {
  const [full = ''] = Object.values(accepted);
  const load = (text: string) => loadFiles({ ...AROUND, ...files, 'documents/document.yaml': text });

  describe('is accepted', () => {
    test.each(Object.entries(accepted))('%s', (_, text) => {
      const { findings, counts } = load(text);
      expect(brief(findings)).toEqual([]);
      expect(counts.documents).toBe(2);
    });

    test('with every field that the kind has', () => {
      const fields = Object.keys(kindSchema(kind).schema.properties ?? {});
      expect(Object.keys(parse(full) as object).sort()).toEqual([...fields].sort());
    });

    test('with every field of every map, in one of the documents', () => {
      const missing = new Map<object, Set<string>>();
      for (const document of Object.values(accepted).map((text) => parse(text) as Json)) {
        for (const path of pathsOf(document)) {
          const value = path.reduce<unknown>((inner, step) => (inner as never)[step], document) as Json;
          const place = schemaAt(kindSchema(kind), document, path);
          const branch = place && chooseBranch(place, value);
          if (!branch || !('chosen' in branch)) continue;
          const { id, schema } = resolved(branch.chosen);
          const { properties } = schema;
          // Prices and service levels are complete in tiers only.
          if (kind !== 'Tier' && id !== kindSchema(kind).id) continue;
          if (!properties || schema.additionalProperties !== false) continue;
          const left = missing.get(properties) ?? new Set(Object.keys(properties));
          missing.set(properties, left);
          for (const field of Object.keys(value as object)) left.delete(field);
        }
      }
      expect([...missing.values()].flatMap((left) => [...left])).toEqual([]);
    });
  });

  describe('is rejected', () => {
    test.each(changes.map(([what, ...rest]) => [what, rest] as const))('%s', (_, [from, to, ...found]) => {
      const at = full.indexOf(from ?? '');
      expect(at).toBeGreaterThanOrEqual(0);
      const { findings } = load(full.slice(0, at) + to + full.slice(at + (from ?? '').length));
      expect(findings.map((one) => `${one.at.line}:${one.at.column} ${one.code}`)).toEqual(found);
    });

    test('with a hint whose edit, where it is one, is accepted', () => {
      let edits = 0;
      for (const [what, from, to] of changes) {
        const at = full.indexOf(from);
        const text = full.slice(0, at) + to + full.slice(at + from.length);
        const before = load(text).findings;
        for (const finding of before) {
          if (finding.code.startsWith('yaml-') || finding.code === 'duplicate-key') continue;
          const edited = followed(parse(text), finding);
          if (edited === undefined) continue;
          edits += 1;
          const others = before.filter((one) => one !== finding).map(sort);
          const after = load(JSON.stringify(edited)).findings.map(sort);
          expect([what, finding.hint, after.filter((one) => !others.includes(one))]).toEqual([what, finding.hint, []]);
        }
      }
      expect(edits).toBeGreaterThan(0);
    });

    test('without any of the required fields of any of its maps', () => {
      const document = parse(full) as Json;
      for (const path of pathsOf(document)) {
        const field = String(path.at(-1));
        const isKind = path.length === 1 && field === 'kind';
        if (isKind || !isRequired(kindSchema(kind), document, path)) continue;
        const { findings } = load(JSON.stringify(without(document, path)));
        expect([pointer(path), findings.map(({ code, message }) => [code, message.includes(`'${field}'`)])]).toEqual([
          pointer(path),
          [['missing-field', true]],
        ]);
      }
    });

    test('with a value of another type anywhere', () => {
      for (const path of pathsOf(parse(full) as Json)) {
        if (path.length === 0 || path[0] === 'kind') continue;
        const document = parse(full) as Json;
        const schema = schemaAt(kindSchema(kind), document, path);
        if (!schema) throw new Error(`no schema at ${pointer(path)}`);
        const wrong = resolved(schema).schema.type === 'array' ? { x: 1 } : [[true]];
        const { findings } = load(JSON.stringify(replaced(document, path, wrong)));
        expect([pointer(path), findings.map(({ at }) => at.path.startsWith(pointer(path)))]).toEqual([
          pointer(path),
          [true],
        ]);
      }
    });

    test('with a field that is unknown in any of its maps', () => {
      for (const path of pathsOf(parse(full) as Json)) {
        const document = parse(full) as Json;
        const at = path.reduce<unknown>((value, step) => (value as never)[step], document);
        const schema = schemaAt(kindSchema(kind), document, path);
        if (typeof at !== 'object' || Array.isArray(at) || !schema || !isClosed(schema, at as Json)) continue;
        const { findings } = load(JSON.stringify(replaced(document, [...path, 'titel'], 'x')));
        expect([pointer(path), findings.map(({ code, at: place }) => [code, place.path])]).toEqual([
          pointer(path),
          [['unknown-field', `${pointer(path)}/titel`]],
        ]);
      }
    });
  });
}

function isClosed(place: ReturnType<typeof kindSchema>, value: Json): boolean {
  const { schema } = resolved(place);
  return schema.additionalProperties === false || (schema.oneOf !== undefined && typeof value === 'object');
}

/** Every path of a value, the value itself first. */
function pathsOf(value: Json): readonly (readonly (string | number)[])[] {
  const members: (readonly [string | number, Json])[] = Array.isArray(value)
    ? [...(value as Json[]).entries()]
    : typeof value === 'object' && value !== null
      ? Object.entries(value)
      : [];
  return [[], ...members.flatMap(([step, member]) => pathsOf(member).map((path) => [step, ...path]))];
}

function without(value: Json, [step = '', ...rest]: readonly (string | number)[]): Json {
  if (rest.length > 0) return replaced(value, [step], without((value as never)[step], rest));
  const { [step]: _, ...others } = value as Record<string | number, Json>;
  return others;
}

function replaced(value: Json, [step, ...rest]: readonly (string | number)[], by: Json): Json {
  if (step === undefined) return by;
  if (Array.isArray(value))
    return (value as Json[]).map((item, index) => (index === step ? replaced(item, rest, by) : item));
  const map = value as Readonly<Record<string, Json>>;
  return { ...map, [step]: replaced(map[step] ?? null, rest, by) };
}
