import { repair } from '../../../../core/load/schema/repair';

describe('repair', () => {
  const EMAIL = /^[^\s@]+@[a-z0-9-]+\.[a-z0-9.-]+$/;

  test.each([
    ['a@b', 'a version is completed, an address is not'],
    ['ops team@x.example', 'a space in an address may stand for anything'],
    ['not an address', 'nothing of it is one'],
  ])('suggests nothing for the URL %s, because %s', (text) => {
    expect(repair(text, (value) => EMAIL.test(String(value)))).toBeUndefined();
  });

  test.each([
    ['v2', '2.0.0', /^\d+\.\d+\.\d+$/],
    ['2.1', '2.1.0', /^\d+\.\d+\.\d+$/],
    ['10 000', '10000', /^\d+$/],
    ['OPS@x.example', 'ops@x.example', EMAIL],
  ])('writes %s as %s if only that is valid', (text, expected, pattern) => {
    const fits = (value: unknown) => pattern.test(String(value)) && String(value) === String(value).toLowerCase();
    expect(repair(text, fits)).toBe(expected);
  });

  test.each([
    ['é', /^[\x20-\x7e]+$/, 'a client id in other letters belongs to another client'],
    ['x_correlator', /^[A-Za-z0-9-]+$/, 'a header with a hyphen is another header'],
    ['https://a b.internal', /^https?:\/\/[a-z0-9.-]+$/, 'a host without the blank is another host'],
    ['https://a_b.internal', /^https?:\/\/[a-z0-9.-]+$/, 'a host without the underscore is another host'],
  ])('does not suggest another name for %s that %s takes: %s', (text, pattern) => {
    expect(repair(text, (value) => pattern.test(String(value)))).toBeUndefined();
  });

  test('writes a title as the name that the schema takes', () => {
    expect(repair('Números de Teléfono', (value) => /^[a-z0-9-]+$/.test(String(value)))).toBe('numeros-de-telefono');
  });
});
