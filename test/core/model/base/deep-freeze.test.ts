import { deepFreeze, FrozenMap } from '../../../../core/model';

test('freezes everything inside a value, including the content of a frozen map', () => {
  const inner = { scopes: [['read']] };
  const value = deepFreeze({ list: [1, { deep: true }], map: new FrozenMap([['a', inner]]), text: 'x' });
  for (const one of [value, value.list, value.list[1], value.map, inner, inner.scopes, inner.scopes[0]])
    expect(Object.isFrozen(one)).toBe(true);
});

test('a frozen map reads like a map', () => {
  const written = new Map([
    ['a', 1],
    ['b', 2],
  ]);
  const map = new FrozenMap(written);
  written.clear();
  const seen: [string, number, boolean][] = [];
  map.forEach((value, key, all) => {
    seen.push([key, value, all === map]);
  });
  expect(seen).toEqual([
    ['a', 1, true],
    ['b', 2, true],
  ]);
  expect([[...map], [...map.keys()], [...map.values()], map.size, map.get('b'), map.has('c')]).toEqual([
    [
      ['a', 1],
      ['b', 2],
    ],
    ['a', 'b'],
    [1, 2],
    2,
    2,
    false,
  ]);
});
