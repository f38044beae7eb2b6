import { valuesAt } from '../../../../core/model/fields';

const DOCUMENT = {
  list: [{ name: 'a' }, { other: 'b' }, null, { name: 'c' }],
  map: { x: { name: 'd' }, y: null },
};

test.each<[pattern: string, values: readonly (readonly [value: unknown, pointer: string])[]]>([
  ['', [[DOCUMENT, '']]],
  [
    'list/*/name',
    [
      ['a', 'list/0/name'],
      ['c', 'list/3/name'],
    ],
  ],
  ['map/{*}/name', [['d', 'map/x/name']]],
  ['map/{}', [['x', 'map/x']]],
  ['list/{*}', []],
  ['map/*', []],
  ['list/name', []],
  ['map/constructor', []],
  ['nothing/*/name', []],
])('the values at %s are found in the order of the document', (pattern, values) => {
  const found = [...valuesAt(DOCUMENT, pattern === '' ? [] : pattern.split('/'))];
  expect(found.map(({ value, path }) => [value, path.join('/')])).toEqual(values);
});
