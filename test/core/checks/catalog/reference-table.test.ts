import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { definitionOf, KINDS } from '../../../../core/model';

type Schema = { readonly [key: string]: unknown };

const folder = join(__dirname, '..', '..', '..', '..', 'core', 'model', 'schemas');
const read = (file: string): Schema => JSON.parse(readFileSync(join(folder, file), 'utf8'));

/** Fields with the form of a name that name no document: the document itself, parts of it, and free words. */
const NO_REFERENCES = [
  'Api name',
  'Api domain',
  'Api conformance/*/programme',
  'Tier name',
  'Tier price/items/{}',
  'Tier price/items/{*}/items/*',
  'Partner name',
  'Partner renamedFrom',
  'Partner contract/deviations/*/price/{}',
  'Partner contract/deviations/*/price/{*}/items/*',
  'Application name',
  'Application renamedFrom',
  'Environment name',
  'Environment clientCas/*/name',
  'Team name',
  'Programme name',
  'Programme requirements/{}',
  'Programme levels/{}',
  'Programme badges/{}',
  'Programme feeds/{}',
  'ContractTemplate name',
  'UseCase name',
  'MtlsPolicy clientCas/*',
];

/** The pattern of names. Keys of other forms are versions, languages and labels. */
const NAME = (read('common.schema.json').$defs as Record<string, Schema>).name?.pattern;

/** Paths of every field that is a name, and of every map whose keys are names. */
function namesIn(schema: Schema, file: string, path: readonly string[]): string[] {
  const reference = schema.$ref as string | undefined;
  if (reference?.endsWith('common.schema.json#/$defs/name')) return [path.join('/')];
  if (reference) {
    const [target = '', pointer = ''] = reference.split('#/$defs/');
    const document = read(target || file);
    return namesIn((document.$defs as Record<string, Schema>)[pointer] ?? document, target || file, path);
  }
  const found: string[] = [];
  for (const branch of (schema.oneOf as Schema[]) ?? []) found.push(...namesIn(branch, file, path));
  for (const [key, member] of Object.entries((schema.properties as Record<string, Schema>) ?? {})) {
    // The applications inside a partner are entries of their own.
    if (file === 'partner.schema.json' && key === 'applications') continue;
    found.push(...namesIn(member, file, [...path, key]));
  }
  if (schema.items) found.push(...namesIn(schema.items as Schema, file, [...path, '*']));
  if (typeof schema.additionalProperties === 'object') {
    const keys = schema.propertyNames as Schema | undefined;
    if (keys?.pattern === NAME) found.push([...path, '{}'].join('/'));
    found.push(...namesIn(schema.additionalProperties as Schema, file, [...path, '{*}']));
  }
  return found;
}

/** A path with `{*}`, which also matches the fields of a map whose keys are listed in its schema, as those fields. */
function inClosedMaps(path: string, fields: readonly string[]): readonly string[] {
  if (fields.includes(path)) return [path];
  const shape = new RegExp(`^${path.replaceAll('*', '\\*').replaceAll('{\\*}', '[a-z-]+')}$`);
  return fields.filter((field) => shape.test(field));
}

test('every field with a name refers to a kind or is listed as an exception', () => {
  const fields = KINDS.flatMap((kind) => {
    const file = `${kind.replace(/(?<=[a-z])([A-Z])/g, '-$1').toLowerCase()}.schema.json`;
    return namesIn(read(file), file, []).map((path) => `${kind} ${path}`);
  });
  const references = KINDS.flatMap((kind) =>
    definitionOf(kind).references.flatMap(([path]) => inClosedMaps(`${kind} ${path}`, fields)),
  );
  const policies = KINDS.filter((kind) => kind.endsWith('Policy')).map((kind) => `${kind} name`);
  expect([...new Set(fields)].sort()).toEqual([...references, ...NO_REFERENCES, ...policies].sort());
});
