import fc from 'fast-check';
import { routePattern, routePriority } from '../../../../core/model/routes';
import { routeShape } from '../../../../core/model/routes/shape';
import { routeTree } from '../../../../core/model/routes/tree';
import { routerRegex, routerText } from './router-text';

const BASE = '/api/v1';

/** The routes that a call fits, those of the highest priority alone. */
function taken(templates: readonly string[], path: string): readonly string[] {
  const text = routerText(path);
  if (text === undefined) return [];
  const fitting = templates.filter((one) => routerRegex(routePattern(BASE, one)).test(text));
  const highest = Math.max(...fitting.map(routePriority));
  return fitting.filter((one) => routePriority(one) === highest);
}

/** Pairs of templates that some call fits, as the check sees them. */
function meeting(templates: readonly string[]): readonly (readonly [string, string])[] {
  const tree = routeTree<string>();
  return templates.flatMap((template) => {
    const shape = routeShape(BASE, template);
    const found = [...tree.meeting(shape)].map((other) => [other, template] as const);
    tree.add(shape, template);
    return found;
  });
}

/** What the check `route-conflict` refuses. */
const isRefused = (templates: readonly string[]) =>
  meeting(templates).some(([a, b]) => routePriority(a) === routePriority(b));

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

/** Templates of one method, and a call that is likely to fit one of them, or several. */
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

/** Whether everything that fits the one fits the other, as far as words against parameters tell. */
function isNarrower(one: string, other: string): boolean {
  const [a, b] = [routeShape('', one), routeShape('', other)];
  return a.length === b.length && one !== other && a.every((text, index) => text === b[index] || b[index] === '\0');
}

test('a call has one operation at most, unless the check refuses the API', () => {
  let several = 0;
  fc.assert(
    fc.property(scene, ({ templates, path }) => {
      fc.pre(!isRefused(templates));
      expect(taken(templates, path).length).toBeLessThanOrEqual(1);
      several += meeting(templates).length > 0 ? 1 : 0;
    }),
    { numRuns: 2000 },
  );
  // The trial is about operations that meet: it has them.
  expect(several).toBeGreaterThan(20);
});

test('what a call fits, the check sees meet', () => {
  fc.assert(
    fc.property(scene, ({ templates, path }) => {
      const text = routerText(path) ?? '';
      const fitting = templates.filter((one) => routerRegex(routePattern(BASE, one)).test(text));
      const pairs = meeting(fitting);
      expect(pairs).toHaveLength((fitting.length * (fitting.length - 1)) / 2);
    }),
    { numRuns: 2000 },
  );
});

test('the operation of a call is never one that another of those it fits is narrower than', () => {
  fc.assert(
    fc.property(scene, ({ templates, path }) => {
      fc.pre(!isRefused(templates));
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
  // The router takes it for a value, other programs for the end of a line.
  ['/files/latest%0A', undefined],
  ['/files/.json', '/files/{name}'],
  ['/files/a%2Fb', undefined],
  ['/files/..%2Flatest', undefined],
  ['/files/%2E%2E', undefined],
  ['/files/a/', undefined],
  ['/files/%FF', undefined],
])('as measured on a gateway, %s is %s', (path, expected) => {
  expect(taken(['/files/{name}', '/files/{name}.json', '/files/latest'], `${BASE}${path}`)).toEqual(
    expected === undefined ? [] : [expected],
  );
});
