import { resourceNames, resourceSchema } from '@cdktf/provider-kong/schema';
import { attributeProblems, resourceAttributes } from '../../../core/desired/resource-attributes';

describe('the lists of resource attributes', () => {
  test.each(resourceNames)('contain every attribute of %s', (type) => {
    const { always = [], where = {}, never = {} } = resourceAttributes(type) ?? {};
    const listed = [...always, ...Object.keys(where), ...Object.keys(never)];
    expect(new Set(listed).size).toBe(listed.length);
    expect([...listed].sort()).toEqual(Object.keys(resourceSchema(type)?.block.attributes ?? {}).sort());
    for (const reason of [...Object.values(where), ...Object.values(never)]) expect(reason).toMatch(/\w+ \w+/);
  });

  test('do not exist for a type that Gatewright does not use', () => {
    expect(resourceAttributes('kong-gateway_upstream')).toBeUndefined();
    expect([...attributeProblems('kong-gateway_upstream', {})]).toEqual([
      'kong-gateway_upstream has no list of attributes to write; add one to resource-attributes.ts',
    ]);
  });

  test('always write the attributes that the provider requires', () => {
    for (const type of resourceNames) {
      for (const [name, { required }] of Object.entries(resourceSchema(type)?.block.attributes ?? {})) {
        if (required) expect([type, resourceAttributes(type)?.always]).toEqual([type, expect.arrayContaining([name])]);
      }
    }
  });
});

describe('attributeProblems', () => {
  const entry = { consumer_id: 'a', group: 'b', id: 'c', tags: ['d'], workspace: 'default' };

  test.each<[string, object, readonly string[]]>([
    ['nothing for a complete entry', {}, []],
    ['nothing for a meta-argument', { lifecycle: { create_before_destroy: true } }, []],
    ['a missing attribute', { group: undefined }, ["required attribute 'group' is missing"]],
    ['an attribute that is null', { group: null }, ["required attribute 'group' is missing"]],
    [
      'an attribute that the gateway sets',
      { created_at: 1 },
      ["attribute 'created_at' must not be set: the gateway sets it"],
    ],
    ['an unknown attribute', { nope: 1 }, ["attribute 'nope' must not be set: the type does not have it"]],
  ])('reports %s', (_, change, problems) => {
    expect([...attributeProblems('kong-gateway_acl', { ...entry, ...change })]).toEqual(problems);
  });

  test('ignores resources of other providers', () => {
    expect([...attributeProblems('terraform_data', { input: 1 })]).toEqual([]);
  });
});
