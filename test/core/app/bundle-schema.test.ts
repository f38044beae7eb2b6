import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { bundleDocument, bundleSchema } from '../../../core/app/bundle-schema';
import { KINDS } from '../../../core/model';
import { KIND_SCHEMAS } from '../../../core/model/schemas';

/** Every `$ref` in a value. */
function references(value: unknown): readonly string[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, item]) => (key === '$ref' ? [String(item)] : references(item)));
}

function compile(schema: object) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  return ajv.compile(schema);
}

describe('bundleSchema', () => {
  test.each(KINDS)('returns a schema of %s that needs no other file and accepts the examples of the kind', (kind) => {
    const schema = bundleSchema(kind);
    for (const reference of references(schema)) expect(reference).toMatch(/^#\/\$defs\/[A-Za-z0-9.-]+$/);
    const valid = compile(schema);
    for (const example of KIND_SCHEMAS[kind].examples ?? []) {
      valid(example);
      expect(valid.errors).toBeNull();
    }
  });

  test('returns a schema that rejects an invalid value of a shared definition', () => {
    const valid = compile(bundleSchema('Tier'));
    expect(valid({ ...(KIND_SCHEMAS.Tier.examples?.[0] as object), quota: { month: 0 } })).toBe(false);
    expect(valid.errors?.map((error) => error.instancePath)).toEqual(['/quota/month']);
  });

  test('returns a schema that says who may set a field', () => {
    const { properties = {}, $defs = {} } = bundleSchema('Application');
    expect(properties.title).toMatchObject({ 'x-set-by': 'applicant' });
    expect($defs['application.credentials']?.properties?.clientId).toMatchObject({ 'x-set-by': 'machine' });
  });

  test('returns no definition without a reference to it', () => {
    const schema = bundleSchema('Team');
    const used = references(schema).map((reference) => reference.replace('#/$defs/', ''));
    expect(Object.keys(schema.$defs ?? {}).sort()).toEqual([...new Set(used)].sort());
  });
});

describe('bundleDocument', () => {
  test('returns a schema in which the kind selects the fields', () => {
    const valid = compile(bundleDocument());
    for (const kind of KINDS) expect([kind, valid(KIND_SCHEMAS[kind].examples?.[0])]).toEqual([kind, true]);
    expect(valid({ ...(KIND_SCHEMAS.Team.examples?.[0] as object), kind: 'Tier' })).toBe(false);
    expect(valid({ kind: 'Nothing', name: 'x' })).toBe(false);
  });
});
