import { resourceNames, resourceSchema } from '@cdktf/provider-kong/schema';
import { attributeProblems, resourceAttributes } from '../../../core/desired/resource-attributes';

describe('the lists of written attributes', () => {
  test.each(resourceNames)('know every attribute of %s', (type) => {
    const { always = [], where = {}, never = {} } = resourceAttributes(type) ?? {};
    const listed = [...always, ...Object.keys(where), ...Object.keys(never)];
    expect(new Set(listed).size).toBe(listed.length);
    expect([...listed].sort()).toEqual(Object.keys(resourceSchema(type)?.block.attributes ?? {}).sort());
    for (const reason of [...Object.values(where), ...Object.values(never)]) expect(reason).toMatch(/\w+ \w+/);
  });

  test('are none for a type that we do not use', () => {
    expect(resourceAttributes('kong-gateway_upstream')).toBeUndefined();
    expect([...attributeProblems('kong-gateway_upstream', {})]).toEqual([
      'no list says which attributes of kong-gateway_upstream are written',
    ]);
  });

  test('write everything that the provider requires', () => {
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
    ['nothing for a whole entry', {}, []],
    ['nothing for how Terraform treats it', { lifecycle: { create_before_destroy: true } }, []],
    ['what is missing', { group: undefined }, ["attribute 'group' is missing; it is always written"]],
    ['what is null', { group: null }, ["attribute 'group' is missing; it is always written"]],
    [
      'what the gateway sets',
      { created_at: 1 },
      ["attribute 'created_at' is written; it is left out because the gateway sets it"],
    ],
    [
      'what does not exist',
      { nope: 1 },
      ["attribute 'nope' is written; it is left out because the type does not have it"],
    ],
  ])('says %s', (_, change, problems) => {
    expect([...attributeProblems('kong-gateway_acl', { ...entry, ...change })]).toEqual(problems);
  });

  test('passes over resources of other providers', () => {
    expect([...attributeProblems('terraform_data', { input: 1 })]).toEqual([]);
  });
});
