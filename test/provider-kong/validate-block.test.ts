import type { BlockSchema, TerraformType } from '../../provider-kong/facts/form';
import { blockProblems } from '../../provider-kong/facts/validate-block';
import { valueProblems } from '../../provider-kong/facts/validate-value';

/** Types of Terraform that this provider's resources do not use yet. */
const person: TerraformType = ['object', { name: 'string', age: 'number' }, ['age']];
const pair: TerraformType = ['tuple', ['string', 'bool']];

describe('types', () => {
  test.each<[type: TerraformType, value: unknown, problems: object]>([
    [['set', 'number'], [1, 2], []],
    [['set', 'number'], { a: 1 }, [{ path: 'x', message: 'expected set(number), found an object' }]],
    [
      ['map', ['set', 'bool']],
      { a: [true], b: [1] },
      [{ path: 'x.b[0]', message: 'expected true or false, found a number' }],
    ],
    [pair, ['a', true], []],
    [pair, ['a'], [{ path: 'x', message: 'expected tuple([string, bool]), found a list' }]],
    [
      pair,
      [1, 1],
      [
        { path: 'x[0]', message: 'expected a string, found a number' },
        { path: 'x[1]', message: 'expected true or false, found a number' },
      ],
    ],
    [person, { name: 'Ada' }, []],
    [person, { name: 'Ada', age: null }, []],
    [
      person,
      { age: 36 },
      [{ path: 'x.name', message: 'required attribute is missing; add it with a value of type string' }],
    ],
    [
      person,
      { name: 'Ada', born: 1815 },
      [{ path: 'x.born', message: "unknown attribute 'born'; known are: name, age" }],
    ],
    [person, 'Ada', [{ path: 'x', message: 'expected object({name = string, age = number}), found a string' }]],
  ])('type %j is validated for the value %j', (type, value, problems) => {
    expect([...valueProblems(type, value, 'x')]).toEqual(problems);
  });
});

describe('nested types', () => {
  const attributes = { id: { type: 'string', required: true } } as const;
  const schema: BlockSchema = {
    attributes: {
      set: { nested_type: { nesting_mode: 'set', attributes }, optional: true },
      map: { nested_type: { nesting_mode: 'map', attributes }, optional: true },
    },
  };
  test.each<[content: Readonly<Record<string, unknown>>, problems: object]>([
    [{ set: [{ id: 'a' }], map: { a: { id: 'a' } } }, []],
    [{ set: [{}] }, [{ path: 'set[0].id', message: expect.stringMatching(/^required/) }]],
    [{ map: { a: 1 } }, [{ path: 'map.a', message: 'expected an object, found a number' }]],
    [{ map: [] }, [{ path: 'map', message: 'expected an object of objects, found a list' }]],
  ])('the problems of %j are reported', (content, problems) => {
    expect([...blockProblems(schema, content, '')]).toEqual(problems);
  });
});

describe('nested blocks', () => {
  const block: BlockSchema = { attributes: { port: { type: 'number', required: true } } };
  const schema: BlockSchema = {
    block_types: {
      one: { nesting_mode: 'single', block },
      many: { nesting_mode: 'list', block, min_items: 1, max_items: 2 },
      labelled: { nesting_mode: 'map', block },
    },
  };
  const many = [{ port: 1 }];
  test.each<[content: Readonly<Record<string, unknown>>, problems: object]>([
    [{ many }, []],
    [{ many: { port: 1 } }, []],
    [{ many, one: { port: 1 }, labelled: { a: { port: 1 } } }, []],
    [{}, [{ path: 'many', message: 'expected at least 1 of this block, found 0' }]],
    [{ many: [...many, ...many, ...many] }, [{ path: 'many', message: 'expected at most 2 of this block, found 3' }]],
    [{ many, one: [...many, ...many] }, [{ path: 'one', message: 'expected at most 1 of this block, found 2' }]],
    [{ many: [{ port: 'x' }] }, [{ path: 'many[0].port', message: 'expected a number, found a string' }]],
    [{ many: {} }, [{ path: 'many.port', message: expect.stringMatching(/^required/) }]],
    [{ many, labelled: [] }, [{ path: 'labelled', message: 'expected an object of objects, found a list' }]],
    [{ many, labelled: { a: [] } }, [{ path: 'labelled.a', message: 'expected an object, found a list' }]],
  ])('the problems of %j are reported', (content, problems) => {
    expect([...blockProblems(schema, content, '')]).toEqual(problems);
  });
});
