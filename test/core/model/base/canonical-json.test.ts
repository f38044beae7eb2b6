import { canonicalJson } from '../../../../core/model/base/canonical-json';

test('the keys of every map are sorted by their UTF-16 units, and lists keep their order', () => {
  const value = { b: [{ z: 1, a: null }, 'x'], 10: true, 9: false, Z: 'é', ab: 1.5, ü: {} };
  expect(canonicalJson(value)).toBe('{"10":true,"9":false,"Z":"é","ab":1.5,"b":[{"a":null,"z":1},"x"],"ü":{}}');
});

test('omits fields that are undefined', () => {
  expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
});

test('rejects a value that contains itself', () => {
  const circle: Record<string, unknown> = {};
  circle.self = circle;
  expect(() => canonicalJson(circle)).toThrow();
});
