import { KINDS } from '../../../core/model';
import { branchesOf, kindSchema, memberSchema, type PlacedSchema, resolved } from '../../../core/model/schemas';
import { validatorErrors } from '../../../core/model/validation/validator';
import { brief, loadFiles, loadText, OPENAPI } from '../../support/catalog';

/** Every field of a kind with its path; fields of a map with free keys and items of a list are `*`. */
function fieldsOf(
  place: PlacedSchema,
  path: string,
  depth = 0,
): readonly (readonly [path: string, place: PlacedSchema])[] {
  if (depth > 12) throw new Error(`schemas nest without end at ${path}`);
  return branchesOf(place).flatMap((branch) => {
    const { schema } = resolved(branch);
    const members: [string, PlacedSchema | undefined][] = Object.keys(schema.properties ?? {}).map((key) => [
      key,
      memberSchema(branch, key),
    ]);
    if (typeof schema.additionalProperties === 'object') members.push(['*', memberSchema(branch, '*')]);
    if (schema.items) members.push(['*', memberSchema(branch, 0)]);
    return members.flatMap(([key, member]) =>
      member ? [[`${path}/${key}`, member] as const, ...fieldsOf(member, `${path}/${key}`, depth + 1)] : [],
    );
  });
}

const FIELDS = KINDS.flatMap((kind) => fieldsOf(kindSchema(kind), kind));

test('schemas describe every field and give an example that they allow', () => {
  expect(FIELDS.length).toBeGreaterThan(500);
  for (const [path, place] of FIELDS) {
    const { schema } = resolved(place);
    expect([path, schema.description]).toEqual([path, expect.any(String)]);
    expect([path, schema.examples?.length]).toEqual([path, expect.any(Number)]);
    // Keys in PEM form are long; their examples show where the rest goes.
    const whole = schema.examples?.filter((example) => !JSON.stringify(example).includes('…')) ?? [];
    for (const example of whole)
      expect([path, validatorErrors(resolved(place), example as never, 1)]).toEqual([path, []]);
  }
});

test('every default is a value that its field allows', () => {
  const withDefault = FIELDS.filter(([, place]) => resolved(place).schema.default !== undefined);
  expect(withDefault.length).toBeGreaterThan(10);
  for (const [path, place] of withDefault) {
    const target = resolved(place);
    // A reference with a default beside it is validated by what it refers to.
    expect([path, validatorErrors(target, target.schema.default as never, 1)]).toEqual([path, []]);
  }
});

/** The text of the contract of the examples, which have its digest. */
const CONTRACT_TEXT = 'test';

test.each(KINDS)('the examples in the schema of %s are documents that load', (kind) => {
  const { examples = [] } = kindSchema(kind).schema;
  expect(examples.length).toBeGreaterThan(0);
  for (const example of examples) {
    const { findings } = loadFiles({
      'a.yaml': JSON.stringify(example),
      'sim-swap.openapi.yaml': OPENAPI,
      'standard-2.1.0.en.md': CONTRACT_TEXT,
    });
    expect(brief(findings).filter((line) => !line.includes('unknown-reference'))).toEqual([]);
  }
});

test('a text that is longer than any field allows is too long, whatever its pattern says', () => {
  const { findings } = loadText(
    `kind: Team\nname: t\ntitle: T\nemail: t@x.example\nchat: https://x/${'?'.repeat(100_000)}\n`,
  );
  expect(findings.map(({ code }) => code)).toEqual(['too-long']);
});
