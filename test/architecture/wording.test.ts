import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from '@swc/core';
import { ALL_CHECKS } from '../../core/checks';

const root = path.join(__dirname, '../..');
const codes = new Set<string>(Object.values(ALL_CHECKS).flatMap((checks) => checks.map(({ code }) => code)));

/** Where findings are put into words. */
const WORDED = /^core\/(checks|load)\//;
/** What names codes as facts: the union, and what gateways cannot do. */
const FACTS = /^core\/model\/base\/check-code\.ts$|^policies\/[a-z-]+\/limitations\.ts$/;
/** Errors of commands, which are not findings, have hints too. */
const USE_CASES = /^core\/(app|output)\//;
/** What prints findings copies their fields. */
const PRINTED = /^core\/report\//;

const others = ['core', 'policies', 'constructs', 'stacks', 'cli']
  .flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map(
      (name) => `${folder}/${name.split(path.sep).join('/')}`,
    ),
  )
  .concat('main.ts')
  .filter((file) => file.endsWith('.ts') && !WORDED.test(file));

/** The object literals of a source: the text of each value that is a plain string, by key. */
function objectsIn(source: string): readonly ReadonlyMap<string, string | undefined>[] {
  const objects: ReadonlyMap<string, string | undefined>[] = [];
  const visit = (node: unknown): void => {
    if (node === null || typeof node !== 'object') return;
    const { type, properties } = node as { readonly type?: string; readonly properties?: readonly unknown[] };
    if (type === 'ObjectExpression' && properties) objects.push(new Map(properties.flatMap(propertyOf)));
    Object.values(node).forEach(visit);
  };
  visit(parseSync(source, { syntax: 'typescript', target: 'es2022' }));
  return objects;
}

function propertyOf(property: unknown): readonly (readonly [key: string, text: string | undefined])[] {
  const { type, value, key } = property as {
    readonly type: string;
    readonly key?: { readonly value?: string };
    readonly value?: string | { readonly type: string; readonly value?: string };
  };
  if (type === 'Identifier' && typeof value === 'string') return [[value, undefined]];
  if (key?.value === undefined) return [];
  return [[key.value, typeof value === 'object' && value.type === 'StringLiteral' ? value.value : undefined]];
}

const objectsOf = (file: string) => objectsIn(readFileSync(path.join(root, file), 'utf8'));

describe('findings', () => {
  test('are put into words in core/checks and core/load only', () => {
    const wording = others.filter(
      (file) =>
        !PRINTED.test(file) &&
        objectsOf(file).some(
          (keys) =>
            keys.has('message') && (keys.has('code') || keys.has('at') || (keys.has('hint') && !USE_CASES.test(file))),
        ),
    );
    expect(wording).toEqual([]);
  });

  test('are named elsewhere only as facts', () => {
    const naming = others.filter((file) => objectsOf(file).some((keys) => codes.has(keys.get('code') ?? '')));
    expect(naming.filter((file) => !FACTS.test(file))).toEqual([]);
  });
});

test('a finding that is put into words is recognised', () => {
  const [shorthand, written] = objectsIn(
    "const a = { code, message, at }; const b = { code: 'weak-key', message: 'x' };",
  );
  expect([...(shorthand?.keys() ?? [])]).toEqual(['code', 'message', 'at']);
  expect(written?.get('code')).toBe('weak-key');
});
