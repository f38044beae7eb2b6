import fc from 'fast-check';
import { routePattern, routePriority } from '../../../../core/model/routes';
import { routeShape } from '../../../../core/model/routes/shape';
import { routeTree } from '../../../../core/model/routes/tree';
import { routerRegex, routerText } from './router-text';

const BASE = '/api/v1';

/** The routes with the highest priority among those that match a call. */
function taken(templates: readonly string[], path: string): readonly string[] {
  const text = routerText(path);
  if (text === undefined) return [];
  const matching = templates.filter((one) => routerRegex(routePattern(BASE, one)).test(text));
  const highest = Math.max(...matching.map(routePriority));
  return matching.filter((one) => routePriority(one) === highest);
}

/** Pairs of templates that some call matches, as the check sees them. */
function overlapsIn(templates: readonly string[]): readonly (readonly [string, string])[] {
  const tree = routeTree<string>();
  return templates.flatMap((template) => {
    const shape = routeShape(BASE, template);
    const found = [...tree.meeting(shape)].map((other) => [other, template] as const);
    tree.add(shape, template);
    return found;
  });
}

/** Whether the check `route-conflict` reports an API with these templates. */
const isRejected = (templates: readonly string[]) =>
  overlapsIn(templates).some(([a, b]) => routePriority(a) === routePriority(b));

const part = fc.constantFrom('a', 'b', 'ab', '.b', ',', '~', '%7E', '%61', 'caf%C3%A9', '%2f', '{x}', '{y}', '{x}');
const segment = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(''));
const template = fc
  .oneof(
    fc.array(segment, { minLength: 1, maxLength: 3 }),
    fc.array(fc.constantFrom('a', '{x}', '{x}.b'), { minLength: 5, maxLength: 12 }),
  )
  .map((segments) => `/${segments.join('/')}`);
const value = fc.array(fc.constantFrom('a', 'b', '.', ',', '~', '%7e', '%62', 'é', '%c3%A9', '%2F', 'caf'), {
  minLength: 1,
  maxLength: 3,
});

/** Templates of one method, and a call that probably matches one or several of them. */
const scene = fc
  .uniqueArray(template, { minLength: 2, maxLength: 5 })
  .chain((templates) =>
    fc.tuple(
      fc.constant(templates),
      fc.constantFrom(...templates),
      fc.array(value, { minLength: 24, maxLength: 24 }),
      fc.constantFrom('', '/.', '/', '/x/..'),
    ),
  )
  .map(([templates, one, values, detour]) => {
    let next = 0;
    return { templates, path: `${BASE}${detour}${one.replace(/\{.\}/g, () => (values[next++] ?? ['a']).join(''))}` };
  });

/** Whether every call that matches one template also matches the other, judged by text and plain parameters only. */
function isNarrower(one: string, other: string): boolean {
  const [a, b] = [routeShape('', one), routeShape('', other)];
  return a.length === b.length && one !== other && a.every((text, index) => text === b[index] || b[index] === '\0');
}

test('a call has at most one operation unless the check rejects the API', () => {
  let overlapping = 0;
  fc.assert(
    fc.property(scene, ({ templates, path }) => {
      fc.pre(!isRejected(templates));
      expect(taken(templates, path).length).toBeLessThanOrEqual(1);
      overlapping += overlapsIn(templates).length > 0 ? 1 : 0;
    }),
    { numRuns: 2000 },
  );
  // The property is only meaningful for overlapping operations.
  expect(overlapping).toBeGreaterThan(20);
});

test('the check finds an overlap between all operations that match a call', () => {
  fc.assert(
    fc.property(scene, ({ templates, path }) => {
      const text = routerText(path) ?? '';
      const matching = templates.filter((one) => routerRegex(routePattern(BASE, one)).test(text));
      const pairs = overlapsIn(matching);
      expect(pairs).toHaveLength((matching.length * (matching.length - 1)) / 2);
    }),
    { numRuns: 2000 },
  );
});

test('the gateway chooses the narrowest operation that matches a call', () => {
  fc.assert(
    fc.property(scene, ({ templates, path }) => {
      fc.pre(!isRejected(templates));
      const [winner] = taken(templates, path);
      if (winner === undefined) return;
      const others = templates.filter((one) => taken([one], path).length > 0);
      expect(others.filter((one) => isNarrower(one, winner))).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['/files/a.json', '/files/{name}.json'],
  ['/files/a.js%6Fn', '/files/{name}.json'],
  ['/files/x/../a.json', '/files/{name}.json'],
  ['/files//latest', '/files/latest'],
  // The router treats it as part of a value, other programs as the end of a line.
  ['/files/latest%0A', undefined],
  ['/files/.json', '/files/{name}'],
  ['/files/a%2Fb', undefined],
  ['/files/..%2Flatest', undefined],
  ['/files/%2E%2E', undefined],
  ['/files/a/', undefined],
  ['/files/%FF', undefined],
])('%s matches %s, as measured on a gateway', (path, expected) => {
  expect(taken(['/files/{name}', '/files/{name}.json', '/files/latest'], `${BASE}${path}`)).toEqual(
    expected === undefined ? [] : [expected],
  );
});
