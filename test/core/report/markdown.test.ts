import { code, prose, table } from '../../../core/report/markdown';

test('a table is padded, except for its last column', () => {
  expect(
    table(
      ['Name', 'Calls', 'Note'],
      [
        ['a', '1,000', 'long text'],
        ['long name', '1', ''],
      ],
      [1],
    ),
  ).toBe(
    `| Name      | Calls | Note |
| --------- | ----: | --- |
| a         | 1,000 | long text |
| long name |     1 |  |`,
  );
});

test.each([
  ['a.yaml', '`a.yaml`'],
  ['a`b.yaml', '`` a`b.yaml ``'],
  ['a``b`.yaml', '``` a``b`.yaml ```'],
])('%s is code', (text, expected) => {
  expect(code(text)).toBe(expected);
});

test('prose has no invisible characters', () => {
  expect(prose('a\u202eb')).toBe('a\ufffdb');
});
