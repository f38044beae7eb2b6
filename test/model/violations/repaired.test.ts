import { repaired } from '../../../model/violations/repaired';

describe('repaired', () => {
  const EMAIL = /^[^\s@]+@[a-z0-9-]+\.[a-z0-9.-]+$/;

  test.each([
    ['a@b', 'a version is completed, an address is not'],
    ['ops team@x.example', 'a space in an address may stand for anything'],
    ['not an address', 'nothing of it is one'],
  ])('finds nothing for the address %s, since %s', (text) => {
    expect(repaired(text, (value) => EMAIL.test(String(value)))).toBeUndefined();
  });

  test.each([
    ['v2', '2.0.0', /^\d+\.\d+\.\d+$/],
    ['2.1', '2.1.0', /^\d+\.\d+\.\d+$/],
    ['10 000', '10000', /^\d+$/],
    ['OPS@x.example', 'ops@x.example', EMAIL],
  ])('writes %s as %s where the schema takes only that', (text, expected, pattern) => {
    const fits = (value: unknown) => pattern.test(String(value)) && String(value) === String(value).toLowerCase();
    expect(repaired(text, fits)).toBe(expected);
  });
});
