import fc from 'fast-check';
import { MAX_ROUTE_PRIORITY, routePriority } from '../../../../core/model/routes';

const DEEP = '/a/{b}/c/{d}/e/{f}';

test.each([
  ['/sessions/latest', '/sessions/{sessionId}'],
  ['/sessions/{sessionId}:end', '/sessions/{sessionId}'],
  ['/files/{name}.json', '/files/{name}'],
  ['/files/{name}{more}', '/files/{name}'],
  ['/sessions/x', '/sessions/{sessionId}:end'],
  ['/a/{b}/c', '/{a}/b/c'],
  ['/a/b/{c}', '/a/{b}/c'],
  ['/a/', '/{a}/'],
  [`${DEEP}/latest`, `${DEEP}/{g}.json`],
  [`${DEEP}/{g}.json`, `${DEEP}/{g}`],
  [`${DEEP}/latest/h/i`, `${DEEP}/{g}/h/i`],
  [`${DEEP}/g/h/i/j`, `${DEEP}/g/h/i/{j}`],
])('ranks %s above %s', (first, second) => {
  expect(routePriority(first)).toBeGreaterThan(routePriority(second));
});

test('does not depend on the names of parameters or on percent-encoding', () => {
  expect(routePriority('/a/{b}')).toBe(routePriority('/%61/{c}'));
});

test('is in the range that the gateway distinguishes, however long the path is', () => {
  const segment = fc.constantFrom('a', '{b}', '{b}.c', '');
  fc.assert(
    fc.property(fc.array(segment, { minLength: 1, maxLength: 40 }), (segments) => {
      const priority = routePriority(`/${segments.join('/')}`);
      expect(Number.isInteger(priority)).toBe(true);
      expect(priority).toBeGreaterThanOrEqual(0);
      expect(priority).toBeLessThanOrEqual(MAX_ROUTE_PRIORITY);
    }),
  );
});
