import * as model from '../../../../core/model';
import { definitionOf, KIND_DEFINITIONS, KINDS, type Kind, POLICY_FIELDS } from '../../../../core/model';
import { kindSchema } from '../../../../core/model/schemas';

const kebab = (kind: Kind) => kind.replace(/(?!^)([A-Z])/g, '-$1').toLowerCase();

describe.each(KINDS)('the kind %s', (kind) => {
  const { schema, label, plural, place } = definitionOf(kind);

  test('has the schema of its name', () => {
    expect(schema.$id).toBe(`https://gatewright.dev/schemas/${kebab(kind)}.schema.json`);
    expect(schema.properties?.kind?.const).toBe(kind);
    expect(kindSchema(kind).schema).toBe(schema);
  });

  test('is called what its name says', () => {
    expect(label).toBe(kebab(kind).replaceAll('-', ' '));
    expect(plural).toBe(`${label.replace(/y$/, 'ie')}s`);
  });

  test('has a function that defines its documents', () => {
    const define = (model as unknown as Record<string, (body: object) => { readonly document: object }>)[
      `define${kind}`
    ];
    expect(define?.({ name: 'a' }).document).toEqual({ kind, name: 'a' });
  });

  test('has a place of its own in a catalog', () => {
    expect(KIND_DEFINITIONS.filter((other) => JSON.stringify(other.place) === JSON.stringify(place))).toHaveLength(1);
    expect('policy' in place).toBe(kind.endsWith('Policy'));
  });
});

test('an API names a policy of each kind that is a policy, and nothing else', () => {
  const { properties } = definitionOf('Api').schema.properties?.policies ?? {};
  expect(Object.keys(properties ?? {}).sort()).toEqual([...POLICY_FIELDS].sort());
  const named = definitionOf('Api').references.filter(([pattern]) => pattern.startsWith('policies/'));
  const policies = KIND_DEFINITIONS.flatMap(({ kind, place }) =>
    'policy' in place ? [[`policies/${place.policy}`, kind] as const] : [],
  );
  expect(named).toEqual(policies);
});
